import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { yearOf } from "../../shared/calendar.ts";
import { formatMonth } from "../../shared/format/dates.ts";
import { formatKg } from "../../shared/format/measures.ts";
import { formatWholeEuros } from "../../shared/format/money.ts";
import type { Basis, Indicator } from "../../shared/indicators/indicators.ts";
import type { Locale } from "../../shared/locales.ts";
import type { MonthRange } from "../../shared/periods.ts";
import { isCalendarYear, schoolYearOfRange } from "../../shared/periods.ts";
import type { TargetSource } from "../../shared/targets.ts";

/** « encore 3 210 € … »: what the euros must be. */
export const OF_WHAT: Record<Indicator, MessageDescriptor> = {
  LOCAL: msg`de produits locaux`,
  SHORT: msg`en circuit court`,
  SHORT_OR_LOCAL: msg`en circuit court ou de produits locaux`,
  ORGANIC: msg`de bio`,
  EGALIM: msg`de produits durables et de qualité`,
  MEAT_FISH: msg`de viandes et poissons durables et de qualité`,
};

export const TARGET_LABELS: Record<TargetSource, MessageDescriptor> = {
  law: msg`Objectif légal`,
  organisation: msg`Objectif de l'organisation`,
  canteen: msg`Objectif de la cantine`,
};

const GRAMS_IN_KG = 1000;
const CENTS_IN_EURO = 100;

/** An amount still to reach, never rounded down: « 3 210 € », « 412 kg ». */
export function formatGap(gap: number, basis: Basis, locale: Locale): string {
  const unit = basis === "value" ? CENTS_IN_EURO : GRAMS_IN_KG;
  const whole = Math.ceil(gap / unit) * unit;
  return basis === "value" ? formatWholeEuros(whole, locale) : formatKg(whole, locale);
}

/** « 2026 », « année scolaire 2025-2026 » are names of their own; any other months have two ends. */
export function periodName(range: MonthRange): { year: number } | { school: string } | null {
  if (isCalendarYear(range)) return { year: yearOf(range.fromMonth) };
  const firstYear = schoolYearOfRange(range);
  return firstYear === null ? null : { school: `${firstYear}-${firstYear + 1}` };
}

/** The two ends in words: of one year, only the last names it; of one month, both are the same. */
export function rangeWords({ fromMonth, toMonth }: MonthRange, locale: Locale): { from: string; to: string } {
  const from = formatMonth(fromMonth, locale);
  if (fromMonth === toMonth) return { from, to: from };
  const sameYear = fromMonth.slice(0, 4) === toMonth.slice(0, 4);
  return { from: sameYear ? (from.split(" ")[0] ?? from) : from, to: formatMonth(toMonth, locale) };
}
