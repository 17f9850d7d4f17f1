import type { Locale } from "../locales.ts";
import { formatFixed, NBSP, roundTo } from "./numbers.ts";

/** « 1 234,50 € » or “€1,234.50” from cents. */
export function formatEuros(cents: number, locale: Locale): string {
  return withEuro(formatFixed({ value: cents, decimals: 2 }, locale), locale);
}

/** « 1 235 € » from cents, to the nearest euro (half away from zero): for axes and headlines, never for a sum. */
export function formatWholeEuros(cents: number, locale: Locale): string {
  return withEuro(formatFixed({ value: roundTo(cents, { from: 2, to: 0 }), decimals: 0 }, locale), locale);
}

/** « 2,50 € » or « 0,4325 € » from ten-thousandths of a euro: two decimals, more only when they say something. */
export function formatUnitPrice(priceE4: number, locale: Locale): string {
  return withEuro(formatFixed({ value: priceE4, decimals: 4, minDecimals: 2 }, locale), locale);
}

/** The currency stands after the figure in French, between sign and figure in English. */
function withEuro(figure: string, locale: Locale): string {
  return locale === "fr" ? `${figure}${NBSP}€` : figure.replace(/\d/, "€$&");
}
