import type { Locale } from "../locales.ts";
import { formatFixed, NBSP } from "./numbers.ts";

/** « +0,7 point », « −2,0 points » or “+0.7 points”: a difference of two rates, from tenths (or hundredths) of a point. */
export function formatPoints(value: number, locale: Locale, decimals: 1 | 2 = 1): string {
  const figure = formatFixed({ value, decimals }, locale);
  const signed = value > 0 ? `+${figure}` : figure;
  return `${signed}${NBSP}${isPlural(value, locale, decimals) ? "points" : "point"}`;
}

/** French counts in the plural from 2 on. */
function isPlural(value: number, locale: Locale, decimals: number): boolean {
  return locale === "en" || Math.abs(value) >= 2 * 10 ** decimals;
}
