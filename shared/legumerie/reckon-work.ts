import { compareDates, daysBetween, monthOf } from "../calendar.ts";
import type { IsoMonth } from "../facts.ts";
import type { LedgerFact } from "./facts.ts";
import { insertionHoursE2 } from "./hours.ts";
import type { IndicatorKey } from "./indicator-list.ts";
import { periodOf } from "./indicator-periods.ts";
import type { FactSurroundings, FactsAsked, Reckoned } from "./reckoned.ts";
import { amount, factsOf, missing, quotient, sumOf } from "./reckoned.ts";

/** Hours of one full-time year, as French law counts it. @law temps-plein-1607 */
export const FULL_TIME_HOURS = 1607;

/** What was worked by how much time and capacity, and what is left of it. `facts`: those asked. */
export function reckonWork(
  facts: readonly LedgerFact[],
  around: FactSurroundings,
  asked: FactsAsked,
): Partial<Record<IndicatorKey, Reckoned>> {
  return {
    capacity: capacityUse(facts, around, asked),
    ...reckonHours(facts, asked),
    ...reckonStock(facts, asked),
  };
}

function capacityUse(facts: readonly LedgerFact[], around: FactSurroundings, asked: FactsAsked): Reckoned {
  if (asked.productId !== null) return missing("WHOLE_WORKSHOP_ONLY");
  const capacity = around.capacityOf(asked.period);
  if (capacity === null) return missing("NO_CAPACITY");
  return quotient(
    sumOf(factsOf(facts, "WORKED"), ({ inputGrams }) => inputGrams),
    capacity,
    "NO_CAPACITY",
  );
}

/** Of the months that are whole inside the period: a month's hours are not cut. */
function reckonHours(facts: readonly LedgerFact[], { kind, period, productId }: FactsAsked) {
  const written = factsOf(facts, "HOURS");
  const hours = written.filter(({ day }) => kind !== "week" && periodOf("month", day).to <= period.to);
  const months = new Set<IsoMonth>(hours.map(({ day }) => monthOf(day)));
  const total = sumOf(hours, ({ hoursE2 }) => hoursE2);
  if (productId !== null || total === 0) {
    const cut = kind === "week" || written.length > 0;
    const none = missing(
      productId !== null ? "WHOLE_WORKSHOP_ONLY" : cut ? "HOURS_ARE_OF_MONTHS" : "NO_HOURS",
    );
    return { hours: none, insertionHours: none, fullTime: none, pace: none };
  }
  const worked = factsOf(facts, "WORKED").filter(({ day }) => months.has(monthOf(day)));
  return {
    hours: amount(total),
    insertionHours: amount(insertionHoursE2(hours)),
    fullTime: quotient(insertionHoursE2(hours) * 12, FULL_TIME_HOURS * 100 * months.size, "NO_HOURS"),
    pace: quotient(
      sumOf(worked, ({ inputGrams }) => inputGrams),
      total,
      "NO_HOURS",
    ),
  };
}

/** Days that the oldest lot still good has left, and the kilos past their day; both at the end of the period. */
function reckonStock(facts: readonly LedgerFact[], { period, stockOn }: FactsAsked) {
  if (period.to !== stockOn) {
    const none = missing("STOCK_OF_LATEST");
    return { oldest: none, expired: none };
  }
  const stock = factsOf(facts, "STOCK");
  const [oldest] = stock
    .filter(({ useBy }) => useBy >= stockOn)
    .sort((a, b) => compareDates(a.useBy, b.useBy));
  return {
    oldest: oldest === undefined ? missing("NO_STOCK") : amount(daysBetween(stockOn, oldest.useBy)),
    expired: amount(sumOf(stock, ({ useBy, grams }) => (useBy < stockOn ? grams : 0))),
  };
}
