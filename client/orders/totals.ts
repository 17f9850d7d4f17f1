import type { Ratio } from "../../shared/cells.ts";
import { cellsOfLines } from "../../shared/cells-of-lines.ts";
import type { Id } from "../../shared/ids.ts";
import type { Share, Shares } from "../../shared/indicators/shares.ts";
import { sharesOf } from "../../shared/indicators/shares.ts";
import type { EntryContext } from "./entry-context.ts";
import type { RowReading } from "./read-row.ts";

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

/** HT, cents, signed. */
export function amountOf(lines: readonly RowReading[]): number {
  return sum(lines, ({ amounts }) => amounts.amountHtCents);
}

export function totalsOf(readings: readonly RowReading[], context: EntryContext, canteenId: Id): OrderTotals {
  const lines = readings.filter(({ blank }) => !blank);
  const counted = lines.flatMap(({ line, amounts, verdict }) =>
    line.family === null || verdict === null || context.supplierId === null
      ? []
      : {
          canteenId,
          supplierId: context.supplierId,
          date: context.date,
          family: line.family,
          amountCents: amounts.amountHtCents,
          weightGrams: amounts.weightGrams,
          verdict,
        },
  );
  return {
    lines: lines.length,
    amountHtCents: amountOf(lines),
    weightGrams: sum(lines, ({ amounts }) => amounts.weightGrams ?? 0),
    errors: sum(lines, ({ errors }) => Object.keys(errors).length),
    warnings: sum(
      lines,
      ({ errors, warnings }) => Object.keys(warnings).filter((field) => !(field in errors)).length,
    ),
    shares: sharesOf(cellsOfLines(counted), "value"),
  };
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

function sum<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
