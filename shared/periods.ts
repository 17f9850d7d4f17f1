import * as z from "zod/mini";
import { isIsoMonth, monthOf, monthsOfYear, schoolYearOf, yearOf } from "./calendar.ts";
import type { IsoDate, IsoMonth } from "./facts.ts";

/** From a month to a month, both included. */
export interface MonthRange {
  fromMonth: IsoMonth;
  toMonth: IsoMonth;
}

const MONTHS_IN_YEAR = 12;
const MOST_MONTHS = 36;

export const monthField = z.string().check(z.refine(isIsoMonth));
export const yearField = z.int().check(z.gte(2000), z.lte(2100));

function rangeSchema(): z.ZodMiniType<MonthRange> {
  return z
    .object({ fromMonth: monthField, toMonth: monthField })
    .check(z.refine(isBounded, { path: ["toMonth"] }));
}

/** A calendar year, or months; neither: the year of today. */
export const periodSchema = z
  .object({
    year: z.nullish(yearField),
    fromMonth: z.nullish(monthField),
    toMonth: z.nullish(monthField),
  })
  .check(z.refine(isBounded, { path: ["toMonth"] }));

/** Two ranges to compare, the earlier first; they share no month. */
export const comparedPeriodsSchema = z
  .object({ before: rangeSchema(), now: rangeSchema() })
  .check(z.refine(({ before, now }) => before.toMonth < now.fromMonth, { path: ["now"] }));

/** January to December. */
export function yearRange(year: number): MonthRange {
  const months = monthsOfYear(year);
  return { fromMonth: months[0] ?? "", toMonth: months[MONTHS_IN_YEAR - 1] ?? "" };
}

/** September of a year to August of the next. */
export function schoolYearRange(firstYear: number): MonthRange {
  const { start, end } = schoolYearOf(`${firstYear}-12-01`);
  return { fromMonth: monthOf(start), toMonth: monthOf(end) };
}

/** Whether the range is a calendar year. */
export function isCalendarYear({ fromMonth, toMonth }: MonthRange): boolean {
  return fromMonth.endsWith("-01") && toMonth === `${fromMonth.slice(0, 4)}-12`;
}

/** First year of the school year that the range is; null: it is none. */
export function schoolYearOfRange({ fromMonth, toMonth }: MonthRange): number | null {
  const firstYear = yearOf(fromMonth);
  const school = schoolYearRange(firstYear);
  return school.fromMonth === fromMonth && school.toMonth === toMonth ? firstYear : null;
}

/** The months asked for: the range when both ends are given, else the year, else the year of today. */
export function rangeOf(period: z.infer<typeof periodSchema>, today: IsoDate): MonthRange {
  const { year, fromMonth, toMonth } = period;
  if (fromMonth && toMonth) return { fromMonth, toMonth };
  return yearRange(year ?? yearOf(today));
}

/** The month `months` later (or before, when negative). */
export function addMonths(month: IsoMonth, months: number): IsoMonth {
  const index = yearOf(month) * MONTHS_IN_YEAR + Number(month.slice(5, 7)) - 1 + months;
  const year = Math.floor(index / MONTHS_IN_YEAR);
  const inYear = (index % MONTHS_IN_YEAR) + 1;
  return `${String(year).padStart(4, "0")}-${String(inYear).padStart(2, "0")}`;
}

/** Months from `from` to `to`: positive when `to` is later, 0 for the same. */
export function monthsBetween(from: IsoMonth, to: IsoMonth): number {
  return (yearOf(to) - yearOf(from)) * MONTHS_IN_YEAR + Number(to.slice(5, 7)) - Number(from.slice(5, 7));
}

/** The same months a year earlier. */
export function yearBefore({ fromMonth, toMonth }: MonthRange): MonthRange {
  return { fromMonth: addMonths(fromMonth, -MONTHS_IN_YEAR), toMonth: addMonths(toMonth, -MONTHS_IN_YEAR) };
}

/** Every month of the range, in order; none when it ends before it starts. */
export function monthsOf({ fromMonth, toMonth }: MonthRange): IsoMonth[] {
  const months: IsoMonth[] = [];
  for (let month = fromMonth; month <= toMonth; month = addMonths(month, 1)) months.push(month);
  return months;
}

/** Whether the month is in the range. */
export function isInRange(month: IsoMonth, { fromMonth, toMonth }: MonthRange): boolean {
  return month >= fromMonth && month <= toMonth;
}

/**
 * The range without the month that is under way and those to come: what two years are compared on.
 * Null when no month of it is over.
 */
export function completeRange({ fromMonth, toMonth }: MonthRange, today: IsoDate): MonthRange | null {
  const lastOver = addMonths(monthOf(today), -1);
  const end = toMonth < lastOver ? toMonth : lastOver;
  return end < fromMonth ? null : { fromMonth, toMonth: end };
}

function isBounded({ fromMonth, toMonth }: { fromMonth?: unknown; toMonth?: unknown }): boolean {
  if (!fromMonth && !toMonth) return true;
  if (typeof fromMonth !== "string" || typeof toMonth !== "string") return false;
  return fromMonth <= toMonth && addMonths(fromMonth, MOST_MONTHS - 1) >= toMonth;
}
