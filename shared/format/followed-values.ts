import type { Locale } from "../locales.ts";
import type { MeasureFigure } from "../measure-figures.ts";
import { unitOf } from "../measure-figures.ts";
import { formatTonnes, formatWholeHours } from "./measures.ts";
import { formatWholeEuros } from "./money.ts";
import { formatFixed, formatInteger, NBSP } from "./numbers.ts";
import { formatPoints } from "./points.ts";
import { formatPercent, MISSING } from "./ratios.ts";

/** The measure whose value is written. */
interface Followed {
  figure: MeasureFigure;
  /** Of a typed value. */
  unitText: string | null;
}

/** « 12,5 % », « 12 345 € », « 12,3 t », « 28 », « 4 repas » from the integer of the figure's unit; « – » for null. */
export function formatFollowed(value: number | null, { figure, unitText }: Followed, locale: Locale): string {
  if (value === null) return MISSING;
  switch (unitOf(figure)) {
    case "share":
      return formatPercent({ numerator: value, denominator: 10_000 }, locale);
    case "cents":
      return formatWholeEuros(value, locale);
    case "grams":
      return formatTonnes(value, locale);
    case "count":
      return formatInteger(value, locale);
    case "hours":
      return formatWholeHours(value, locale);
    case "typed":
      return `${formatFixed({ value, decimals: 3, minDecimals: 0 }, locale)}${NBSP}${unitText ?? ""}`.trim();
  }
}

/** A difference of two values, signed: « +2,4 points », « −12 345 € », « 0 »; « – » for null. */
export function formatFollowedGap(gap: number | null, followed: Followed, locale: Locale): string {
  if (gap === null) return MISSING;
  if (unitOf(followed.figure) === "share") return formatPoints(Math.round(gap / 10), locale);
  const text = formatFollowed(Math.abs(gap), followed, locale);
  return gap === 0 ? text : `${gap > 0 ? "+" : "−"}${text}`;
}
