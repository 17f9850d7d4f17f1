import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Verdict } from "../../shared/facts.ts";
import type { InvoiceReview } from "../../shared/invoices/review.ts";
import { verdictDate } from "../../shared/order-amounts.ts";
import type { Order } from "../../shared/orders.ts";
import { producesItself } from "../../shared/suppliers.ts";
import type { Surroundings } from "../../shared/surroundings.ts";
import { classifyLine } from "../../shared/surroundings.ts";
import { placeOfCommune } from "../place-of-commune.ts";
import { useTRPC } from "../trpc.ts";
import type { ReviewDraft } from "./review-draft.ts";

/** The verdict each line of the orders would get, by line id: the same rules as the ones that are kept. */
export function useLineVerdicts(
  review: InvoiceReview,
  draft: ReviewDraft,
  orders: readonly Order[],
): ReadonlyMap<string, Verdict> {
  const trpc = useTRPC();
  const lines = orders.flatMap((order) => order.lines);
  const named = [...new Set(lines.flatMap((line) => line.originCommunes))].sort();
  const codes = named.filter((code) => !review.surroundings.places.some(({ commune }) => commune === code));
  const found = useQuery({ ...trpc.territories.communes.queryOptions({ codes }), enabled: codes.length > 0 });
  const communes = found.data;
  const surroundings = useMemo((): Surroundings => {
    const { canteen, definitions, suppliers, products, places } = review.surroundings;
    const all = [...places, ...(communes ?? []).map(placeOfCommune)];
    const made = review.supplier === null && draft.supplier !== null ? [newSupplier(draft)] : [];
    return {
      canteen,
      definitions,
      suppliers: new Map([...suppliers, ...made].map((supplier) => [supplier.id, supplier])),
      products: new Map(products.map((product) => [product.id, product])),
      places: new Map(all.map((place) => [place.commune, place])),
    };
  }, [review, draft, communes]);
  return useMemo(() => {
    const verdicts = new Map<string, Verdict>();
    for (const order of orders) {
      const { date, kind: dateKind } = verdictDate(order);
      const { supplierId } = order;
      for (const line of order.lines)
        verdicts.set(line.id, classifyLine({ line, supplierId, date, dateKind }, surroundings));
    }
    return verdicts;
  }, [orders, surroundings]);
}

/** A supplier about to be made has no proof yet. */
function newSupplier({ supplierId, supplier }: ReviewDraft) {
  return {
    id: supplierId,
    name: supplier?.name ?? "",
    isProducer: supplier !== null && producesItself(supplier.kind),
    productionCommune: supplier?.productionCommune ?? null,
    ownPosition: null,
    certificates: [],
  };
}
