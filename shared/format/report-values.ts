import type { ReportUnit } from "../council-figures.ts";
import type { ReportValue } from "../council-report.ts";
import type { Locale, Translated } from "../locales.ts";
import { formatTonnes, formatWholeHours } from "./measures.ts";
import { formatWholeEuros } from "./money.ts";
import { formatInteger, NBSP } from "./numbers.ts";
import { formatPoints } from "./points.ts";
import { formatPercent, MISSING, percentTenths } from "./ratios.ts";

/** What stands for a count of people that is not told. */
export const NOT_TOLD: Translated = { fr: `n.${NBSP}c.`, en: "n/d" };

/** « 16,0 % », « 12 345 € », « 12 345 € (3,2 %) », « 25,6 t », « 1 234 h »; « – »: nothing to tell; « n. c. »: hidden. */
export function formatReportValue(value: ReportValue, unit: ReportUnit, locale: Locale): string {
  if (value === null) return MISSING;
  if (value === "hidden") return NOT_TOLD[locale];
  if (typeof value === "object") {
    const percent = formatPercent(value, locale);
    return unit === "part" && value.denominator > 0
      ? `${formatWholeEuros(value.numerator, locale)} (${percent})`
      : percent;
  }
  return formatSize(value, unit, locale);
}

/** The change from one value to the other, signed: points of a rate, else the difference; « – » when either is not told. */
export function formatReportChange(
  { now, before, unit }: { now: ReportValue; before: ReportValue; unit: ReportUnit },
  locale: Locale,
): string {
  if (typeof now === "number" && typeof before === "number") {
    const size = formatSize(Math.abs(now - before), unit, locale);
    return now === before ? "=" : `${now > before ? "+" : "−"}${size}`;
  }
  if (!isRatio(now) || !isRatio(before)) return MISSING;
  const [to, from] = [percentTenths(now), percentTenths(before)];
  if (to === null || from === null) return MISSING;
  return to === from ? "=" : formatPoints(to - from, locale);
}

function isRatio(value: ReportValue): value is Exclude<ReportValue, number | "hidden" | null> {
  return typeof value === "object" && value !== null;
}

function formatSize(value: number, unit: ReportUnit, locale: Locale): string {
  switch (unit) {
    case "amount":
    case "part":
      return formatWholeEuros(value, locale);
    case "grams":
      return formatTonnes(value, locale);
    case "hours":
      return formatWholeHours(value, locale);
    case "count":
    case "people":
    case "share":
      return formatInteger(value, locale);
  }
}
