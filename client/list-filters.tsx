import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { formatDateShort } from "../shared/format/dates.ts";
import { readToday } from "./today.ts";
import { useTRPC, useTRPCClient } from "./trpc.ts";
import { DateField } from "./ui/date-field.tsx";
import type { SearchOption } from "./ui/search-select.tsx";
import { SearchSelect } from "./ui/search-select.tsx";

/** One supplier of a list's filters, by its id in the address. */
export function SupplierFilter({
  supplierId,
  onChange,
}: {
  supplierId: string | undefined;
  onChange: (id: string | undefined) => void;
}): React.ReactNode {
  const { t } = useLingui();
  const trpc = useTRPC();
  const load = useSupplierSearch();
  const known = useQuery({
    ...trpc.suppliers.get.queryOptions({ id: supplierId ?? "" }),
    enabled: supplierId !== undefined,
  });
  const name = known.data?.supplier.name;
  return (
    <SearchSelect
      label={t`Fournisseur`}
      value={supplierId === undefined ? null : { value: supplierId, label: name ?? "…" }}
      load={load}
      onChange={(option) => onChange(option?.value)}
    />
  );
}

/** Suppliers in use that the words name, as a field that searches shows them. */
export function useSupplierSearch(): (typed: string) => Promise<SearchOption[]> {
  const client = useTRPCClient();
  return async (typed) => {
    const found = await client.suppliers.search.query({ search: typed.slice(0, 100) });
    return found.map(({ id, name, communeName }) => ({
      value: id,
      label: name,
      ...(communeName === null ? {} : { detail: communeName }),
    }));
  };
}

/** One day of a list's filters; what is being typed stays until it is a day, or nothing. */
export function DayFilter({
  label,
  date,
  onChange,
}: {
  label: string;
  date: string | undefined;
  onChange: (date: string | undefined) => void;
}): React.ReactNode {
  const [text, setText] = useState(date === undefined ? "" : formatDateShort(date, "fr"));
  return (
    <DateField
      label={label}
      value={text}
      context={{ today: readToday() }}
      onChange={(typed, read) => {
        setText(typed);
        if (read !== null || typed.trim() === "") onChange(read ?? undefined);
      }}
    />
  );
}
