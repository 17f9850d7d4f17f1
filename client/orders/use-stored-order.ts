import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Id } from "../../shared/ids.ts";
import { placeOfCommune } from "../place-of-commune.ts";
import { useTRPC } from "../trpc.ts";
import { useLocale } from "../ui/locale.ts";
import { headerOfOrder, rowOfLine } from "./build-order.ts";
import type { OrderStart } from "./order-start.ts";

/** An order of the server, ready to be opened; null until all of it is there. */
export function useStoredOrder(key: { canteenId: Id; orderId: Id }): {
  order: OrderStart | null;
  error: unknown;
  retry: () => void;
} {
  const trpc = useTRPC();
  const locale = useLocale();
  const query = useQuery({ ...trpc.orders.get.queryOptions(key), refetchOnWindowFocus: false });
  const codes = useMemo(
    () => [...new Set(query.data?.order.lines.flatMap((line) => line.originCommunes) ?? [])].sort(),
    [query.data],
  );
  const communes = useQuery({
    ...trpc.territories.communes.queryOptions({ codes }),
    enabled: codes.length > 0,
  });
  const supplierId = query.data?.order.supplierId;
  const supplier = useQuery({
    ...trpc.suppliers.get.queryOptions({ id: supplierId ?? "" }),
    enabled: supplierId !== undefined,
  });
  const { data } = query;
  const supplierName = supplier.data?.supplier.name;
  const order = useMemo((): OrderStart | null => {
    if (data === undefined || supplierName === undefined) return null;
    if (codes.length > 0 && communes.data === undefined) return null;
    const known = new Map((communes.data ?? []).map((commune) => [commune.code, placeOfCommune(commune)]));
    const { kind, lines, id, version } = data.order;
    return {
      orderId: id,
      version,
      header: headerOfOrder(data.order, supplierName),
      rows: lines.map((line) => rowOfLine(line, { kind, places: known, locale })),
      saved: true,
      verdicts: data.verdicts,
    };
  }, [data, supplierName, codes, communes.data, locale]);
  return {
    order,
    error: query.error ?? supplier.error ?? communes.error,
    retry: () => void Promise.all([query.refetch(), supplier.refetch(), communes.refetch()]),
  };
}
