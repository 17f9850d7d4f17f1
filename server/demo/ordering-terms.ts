import type { Id } from "../../shared/ids.ts";
import type { OrderingTerms } from "../../shared/ordering-terms.ts";
import { NO_ORDERING_TERMS, WEEKDAYS } from "../../shared/ordering-terms.ts";
import { ORDERING_TERMS } from "./data/ordering-terms.ts";
import { supplierOf } from "./suppliers.ts";
import { readRows, required } from "./table.ts";

/** How the suppliers take orders from the Département; those who never said are left out. */
export const DEMO_ORDERING_TERMS: readonly { supplierId: Id; terms: OrderingTerms }[] = readRows(
  ORDERING_TERMS,
).map(([key = null, minimum = null, free = null, days = null, daysBefore = null, hour = null]) => {
  const row = required(key, "ordering terms");
  const named = required(days, row).split(" ").map(Number);
  return {
    supplierId: supplierOf(row).supplier.id,
    terms: {
      minimumHtCents: minimum === null ? null : Number(minimum) * 100,
      freeDeliveryHtCents: free === null ? null : Number(free) * 100,
      deliveryDays: WEEKDAYS.filter((day) => named.includes(day)),
      orderDaysBefore: daysBefore === null ? null : Number(daysBefore),
      orderBeforeHour: hour === null ? null : Number(hour),
    },
  };
});

const TERMS_OF: ReadonlyMap<Id, OrderingTerms> = new Map(
  DEMO_ORDERING_TERMS.map(({ supplierId, terms }) => [supplierId, terms]),
);

/** How the supplier takes orders; no terms when it never said. */
export function orderingTermsOf(supplierId: Id): OrderingTerms {
  return TERMS_OF.get(supplierId) ?? NO_ORDERING_TERMS;
}
