import type { Ratio } from "../cells.ts";
import { formatWholeKg } from "../format/measures.ts";
import { formatWholeEuros } from "../format/money.ts";
import { formatFixed, formatInteger, NBSP } from "../format/numbers.ts";
import type { Locale, Translated } from "../locales.ts";
import { divideHalfAway, toSafeInteger } from "../rounding.ts";
import type { IndicatorKey, IndicatorPart, IndicatorUnit } from "./indicator-list.ts";
import { describeIndicator } from "./indicator-list.ts";

interface Reading {
  /** What the quotient is multiplied by to be told, then at this many decimals. */
  scale: bigint;
  /** What the denominator is multiplied by. */
  over: bigint;
  decimals: number;
  unit: Translated;
}

const READINGS: Readonly<Record<IndicatorUnit, Reading>> = {
  kilos: reading({ over: 1000, decimals: 0 }, "kg"),
  share: reading({ scale: 100, decimals: 1 }, "%"),
  euros: reading({ scale: 10, decimals: 2 }, "€/kg"),
  count: reading({ decimals: 0 }, ""),
  hours: reading({ over: 100, decimals: 0 }, "h"),
  people: reading({ decimals: 2 }, { fr: "ETP", en: "FTE" }),
  pace: reading({ over: 10, decimals: 1 }, "kg/h"),
  distance: reading({ over: 1000, decimals: 1 }, "km"),
  days: reading({ decimals: 0 }, { fr: "j", en: "d" }),
};

/** The figure as it is told, an integer of 10^-`decimals` of its unit: 125 is 12,5 %. */
export function toldValue(ratio: Ratio, unit: IndicatorUnit): { value: number; decimals: number } {
  const { scale, over, decimals } = READINGS[unit];
  const numerator = BigInt(ratio.numerator) * scale * 10n ** BigInt(decimals);
  return { value: toSafeInteger(divideHalfAway(numerator, BigInt(ratio.denominator) * over)), decimals };
}

/** « 12,5 % », « 0,61 €/kg », « 34 550 kg ». */
export function indicatorText(ratio: Ratio, unit: IndicatorUnit, locale: Locale): string {
  return withUnit(formatFixed(toldValue(ratio, unit), locale), unit, locale);
}

/** « +1,2 point », « −340 kg »: the difference of what is told; null: one of the two is not known. */
export function differenceText(
  { now, before }: { now: Ratio | null; before: Ratio | null },
  unit: IndicatorUnit,
  locale: Locale,
): string | null {
  if (now === null || before === null) return null;
  const { value, decimals } = toldValue(now, unit);
  const difference = value - toldValue(before, unit).value;
  const sign = difference > 0 ? "+" : "";
  const figure = `${sign}${formatFixed({ value: difference, decimals }, locale)}`;
  if (unit !== "share") return withUnit(figure, unit, locale);
  const points = Math.abs(difference) >= 20 ? "points" : "point";
  return `${figure}${NBSP}${points}`;
}

/** What a quotient is made of, « 8 640 kg / 34 550 kg »; null: it is a plain amount. */
export function partsText(ratio: Ratio, key: IndicatorKey, locale: Locale): string | null {
  const { parts } = describeIndicator(key);
  if (parts === undefined) return null;
  const [over, under] = parts;
  return `${partText(ratio.numerator, over, locale)} / ${partText(ratio.denominator, under, locale)}`;
}

function partText(value: number, part: IndicatorPart, locale: Locale): string {
  switch (part) {
    case "grams":
      return formatWholeKg(value, locale);
    case "cents":
      return formatWholeEuros(value, locale);
    case "count":
      return formatInteger(value, locale);
    case "hours":
      return hoursText(value, 100n, locale);
    case "twelfths":
      return hoursText(value, 1200n, locale);
  }
}

function hoursText(value: number, over: bigint, locale: Locale): string {
  return `${formatInteger(toSafeInteger(divideHalfAway(BigInt(value), over)), locale)}${NBSP}h`;
}

/** The unit of what is told, for a column of a file. */
export function unitText(unit: IndicatorUnit, locale: Locale): string {
  return READINGS[unit].unit[locale];
}

function withUnit(figure: string, unit: IndicatorUnit, locale: Locale): string {
  const word = READINGS[unit].unit[locale];
  if (word === "") return figure;
  return unit === "share" && locale === "en" ? `${figure}%` : `${figure}${NBSP}${word}`;
}

function reading(
  { scale = 1, over = 1, decimals }: { scale?: number; over?: number; decimals: number },
  unit: string | Translated,
): Reading {
  const both = typeof unit === "string" ? { fr: unit, en: unit } : unit;
  return { scale: BigInt(scale), over: BigInt(over), decimals, unit: both };
}
