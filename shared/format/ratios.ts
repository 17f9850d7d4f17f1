import type { Ratio } from "../cells.ts";
import type { Locale } from "../locales.ts";
import { divideHalfUp, toSafeInteger } from "../rounding.ts";
import { formatFixed, NBSP } from "./numbers.ts";

/** What stands for a missing value. */
export const MISSING = "–";

/** Tenths of a percent (125 is 12.5 %), a half going up; null when the ratio is over nothing. */
export function percentTenths(ratio: Ratio): number | null {
  if (ratio.denominator === 0) return null;
  return toSafeInteger(divideHalfUp(BigInt(ratio.numerator) * 1000n, BigInt(ratio.denominator)));
}

/** « 12,5 % » or “12.5%”, always one decimal; « – » for null or a ratio over nothing, never 0 %. */
export function formatPercent(ratio: Ratio | null, locale: Locale): string {
  const tenths = ratio === null ? null : percentTenths(ratio);
  return tenths === null ? MISSING : withPercent(formatFixed({ value: tenths, decimals: 1 }, locale), locale);
}

/** « 5,5 % » or “50%” from basis points, exact and without useless zero: VAT rates and targets. */
export function formatBasisPoints(basisPoints: number, locale: Locale): string {
  return withPercent(formatFixed({ value: basisPoints, decimals: 2, minDecimals: 0 }, locale), locale);
}

function withPercent(figure: string, locale: Locale): string {
  return locale === "fr" ? `${figure}${NBSP}%` : `${figure}%`;
}
