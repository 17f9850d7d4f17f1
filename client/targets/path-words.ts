import type { Ratio } from "../../shared/cells.ts";
import { formatEuros, formatWholeEuros } from "../../shared/format/money.ts";
import { formatFixed } from "../../shared/format/numbers.ts";
import type { Locale } from "../../shared/locales.ts";

const NBSP = "\u00a0";
const MINUS = "−";

/** « +2 850 € », « −12 € », « 0 € ». */
export function formatExtra(cents: number, locale: Locale): string {
  const euros = formatWholeEuros(Math.abs(cents), locale);
  return cents === 0 ? euros : `${cents > 0 ? "+" : MINUS}${euros}`;
}

/** « +0,24 ct »: cents a meal, two decimals; null when meals are not known. */
export function formatPerMeal(cents: number, meals: number | null, locale: Locale): string | null {
  if (meals === null || meals === 0) return null;
  const hundredths = Math.round((cents * 100) / meals);
  const figure = formatFixed({ value: Math.abs(hundredths), decimals: 2 }, locale);
  return `${hundredths === 0 ? "" : hundredths > 0 ? "+" : MINUS}${figure}${NBSP}ct`;
}

/** « 2,12 € » a meal, to the cent. */
export function formatMealPrice(cents: number, meals: number | null, locale: Locale): string | null {
  return meals === null || meals === 0 ? null : formatEuros(Math.round(cents / meals), locale);
}

/** « +1,2 »: points between two rates, as both are read (one decimal); « 0 » when they read the same. */
export function formatPoints(before: Ratio, after: Ratio, locale: Locale): string {
  const tenths = tenthsOf(after) - tenthsOf(before);
  const figure = formatFixed({ value: Math.abs(tenths), decimals: 1 }, locale);
  return tenths === 0 ? "0" : `${tenths > 0 ? "+" : MINUS}${figure}`;
}

function tenthsOf({ numerator, denominator }: Ratio): number {
  return denominator === 0 ? 0 : Math.round((numerator * 1000) / denominator);
}
