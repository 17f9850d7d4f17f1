import type { Ratio } from "../../shared/cells.ts";
import type { Share, Shares } from "../../shared/indicators/shares.ts";

/** What the lines add up to. */
export interface OrderTotals {
  lines: number;
  /** HT, cents, signed. */
  amountHtCents: number;
  /** Grams of the lines that have a weight. */
  weightGrams: number;
  errors: number;
  warnings: number;
  /** Rates of this order alone, by value; the same functions as every dashboard. */
  shares: Shares;
}

/** The year's rate once this order is added to it. */
export function withOrder(year: Ratio, order: Ratio): Ratio {
  return {
    numerator: year.numerator + order.numerator,
    denominator: year.denominator + order.denominator,
  };
}

/** Both ends of a rate with the order added. */
export function shareWithOrder(year: Share, order: Share): Share {
  return { strict: withOrder(year.strict, order.strict), declared: withOrder(year.declared, order.declared) };
}
