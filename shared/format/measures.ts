import type { Locale } from "../locales.ts";
import type { Unit } from "../quantity.ts";
import { UNIT_PLURALS, UNIT_SHORT_LABELS } from "../quantity.ts";
import { formatFixed, NBSP, roundTo } from "./numbers.ts";

/** « 1 234,5 kg » from grams, exact to the gram, without useless zero. */
export function formatKg(grams: number, locale: Locale = "fr"): string {
  return `${formatFixed({ value: grams, decimals: 3, minDecimals: 0 }, locale)}${NBSP}kg`;
}

/** « 1 235 kg » from grams, to the nearest kilogram (half away from zero): for columns that people compare. */
export function formatWholeKg(grams: number, locale: Locale = "fr"): string {
  return `${formatFixed({ value: roundTo(grams, { from: 3, to: 0 }), decimals: 0 }, locale)}${NBSP}kg`;
}

/** « 12,3 t » from grams, to the nearest tenth of a tonne (half away from zero). */
export function formatTonnes(grams: number, locale: Locale = "fr"): string {
  return `${formatFixed({ value: roundTo(grams, { from: 6, to: 1 }), decimals: 1 }, locale)}${NBSP}t`;
}

/** « 80,2 km » from metres, to the nearest hundred metres (half away from zero). */
export function formatKm(metres: number, locale: Locale = "fr"): string {
  return `${formatFixed({ value: roundTo(metres, { from: 3, to: 1 }), decimals: 1 }, locale)}${NBSP}km`;
}

/** « 80 km » from metres, to the nearest kilometre: where the place itself is known to a few. */
export function formatWholeKm(metres: number, locale: Locale = "fr"): string {
  return `${formatFixed({ value: roundTo(metres, { from: 3, to: 0 }), decimals: 0 }, locale)}${NBSP}km`;
}

/** « 12,5 kg » or « 3 pce » from thousandths of a unit, exact, with the unit's short label. */
export function formatQuantity(
  { quantityMilli, unit }: { quantityMilli: number; unit: Unit },
  locale: Locale,
): string {
  const figure = formatFixed({ value: quantityMilli, decimals: 3, minDecimals: 0 }, locale);
  const one = 1_000;
  const size = Math.abs(quantityMilli);
  const isPlural = locale === "fr" ? size >= 2 * one : size !== one;
  const word = (isPlural ? UNIT_PLURALS[unit] : undefined) ?? UNIT_SHORT_LABELS[unit];
  return `${figure}${NBSP}${word[locale]}`;
}

/** « 151,67 h » from hundredths of an hour, exact, without useless zero. */
export function formatHours(hoursE2: number, locale: Locale): string {
  return `${formatFixed({ value: hoursE2, decimals: 2, minDecimals: 0 }, locale)}${NBSP}h`;
}

/** « 833 h » from hundredths of an hour, to the nearest hour (half away from zero): for columns that people compare. */
export function formatWholeHours(hoursE2: number, locale: Locale): string {
  return `${formatFixed({ value: roundTo(hoursE2, { from: 2, to: 0 }), decimals: 0 }, locale)}${NBSP}h`;
}
