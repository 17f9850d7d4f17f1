import type { DateKind, IsoDate } from "./facts.ts";
import { lineAmountHtCents } from "./money.ts";
import type { Order, OrderKind, OrderLine } from "./orders.ts";
import { weightGrams } from "./quantity.ts";

/** What a line counts for, signed: a credit note takes away. */
export interface LineAmounts {
  /** HT, cents. */
  amountHtCents: number;
  /** Grams; null: the weight of a unit, or the quantity, is not known. */
  weightGrams: number | null;
}

type Counted = Pick<
  OrderLine,
  "quantityMilli" | "receivedMilli" | "unit" | "unitGrams" | "unitPriceHtE4" | "amountHtCents"
>;

/**
 * What the line counts for: the received quantity when it is known, else the ordered one, at the unit price;
 * the stated amount when one of them is missing. Throws RangeError beyond the exact integers.
 */
export function lineAmounts(line: Counted, kind: OrderKind): LineAmounts {
  const quantityMilli = line.receivedMilli ?? line.quantityMilli;
  const amount =
    quantityMilli === null || line.unitPriceHtE4 === null
      ? line.amountHtCents
      : lineAmountHtCents({ quantityMilli, unitPriceHtE4: line.unitPriceHtE4 });
  const weight =
    quantityMilli === null || line.unit === null
      ? null
      : weightGrams({ quantityMilli, unit: line.unit, packGrams: line.unitGrams });
  return kind === "ORDER"
    ? { amountHtCents: amount, weightGrams: weight }
    : { amountHtCents: takenAway(amount), weightGrams: weight === null ? null : takenAway(weight) };
}

/** The date the verdict is made on: delivery, else invoice, else order. */
export function verdictDate(order: Pick<Order, "orderedOn" | "deliveredOn" | "invoicedOn">): {
  date: IsoDate;
  kind: DateKind;
} {
  if (order.deliveredOn !== null) return { date: order.deliveredOn, kind: "delivery" };
  if (order.invoicedOn !== null) return { date: order.invoicedOn, kind: "invoice" };
  return { date: order.orderedOn, kind: "order" };
}

/** A credit note is negative however its lines were typed; never minus zero. */
function takenAway(value: number): number {
  return value === 0 ? 0 : -Math.abs(value);
}
