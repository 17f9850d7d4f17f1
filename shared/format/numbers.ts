import type { Locale } from "../locales.ts";
import { divideHalfAway } from "../rounding.ts";

/** Fixed-point number to write: `value` / 10^`decimals`, with at least `minDecimals` (default: all). */
export interface FixedPoint {
  value: number | bigint;
  decimals: number;
  minDecimals?: number;
}

/** U+00A0, before a unit. */
export const NBSP = "\u00A0";
const MINUS = "\u2212";
const MARKS: Readonly<Record<Locale, { thousands: string; decimal: string }>> = {
  fr: { thousands: "\u202F", decimal: "," },
  en: { thousands: ",", decimal: "." },
};

/** « 1 234,50 » (U+202F) or “1,234.50”, with a true minus sign U+2212. Exact: nothing is rounded. */
export function formatFixed({ value, decimals, minDecimals = decimals }: FixedPoint, locale: Locale): string {
  const { thousands, decimal } = MARKS[locale];
  const { negative, whole, fraction } = cut(BigInt(value), decimals);
  const kept = trimZeros(fraction, minDecimals);
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, thousands);
  return (negative ? MINUS : "") + grouped + (kept === "" ? "" : decimal + kept);
}

/** « 12 345 »: an integer with its thousands cut. */
export function formatInteger(value: number, locale: Locale): string {
  return formatFixed({ value, decimals: 0 }, locale);
}

/**
 * The text of an entry field: no thousands, no unit, no useless zero, « 1234,5 » or “1234.5”.
 * parseScaled reads it back to the same integer without warning, hence one more zero in English for “1.2340”.
 */
export function formatEntry({ value, decimals, minDecimals = 0 }: FixedPoint, locale: Locale): string {
  const { negative, whole, fraction } = cut(BigInt(value), decimals);
  const kept = trimZeros(fraction, minDecimals);
  const looksLikeThousands = locale === "en" && kept.length === 3 && whole !== "0" && whole.length <= 3;
  const body = kept === "" ? whole : whole + MARKS[locale].decimal + kept + (looksLikeThousands ? "0" : "");
  return negative ? `-${body}` : body;
}

/** `value` / 10^`from` at `to` decimals, a half going away from zero; `to` <= `from`. */
export function roundTo(value: number, { from, to }: { from: number; to: number }): bigint {
  return divideHalfAway(BigInt(value), 10n ** BigInt(from - to));
}

function cut(value: bigint, decimals: number): { negative: boolean; whole: string; fraction: string } {
  const digits = (value < 0n ? -value : value).toString().padStart(decimals + 1, "0");
  const at = digits.length - decimals;
  return { negative: value < 0n, whole: digits.slice(0, at), fraction: digits.slice(at) };
}

function trimZeros(fraction: string, minDecimals: number): string {
  const kept = fraction.replace(/0+$/, "");
  return fraction.slice(0, Math.max(kept.length, Math.min(minDecimals, fraction.length)));
}
