import { yearOf } from "../../shared/calendar.ts";
import type { IsoDate, IsoMonth } from "../../shared/facts.ts";
import type { MonthRange } from "../../shared/periods.ts";
import {
  addMonths,
  completeRange,
  monthsOf,
  schoolYearOfRange,
  schoolYearRange,
  yearBefore,
  yearRange,
} from "../../shared/periods.ts";
import type { ChangeSearch, DashboardSearch, SearchChange } from "./search.ts";

/** The months that the page is about. */
export function rangeOfSearch({ year, from, to }: DashboardSearch, today: IsoDate): MonthRange {
  if (from !== undefined && to !== undefined) return { fromMonth: from, toMonth: to };
  return yearRange(year ?? yearOf(today));
}

/** The same, as the server is asked. */
export function periodOfSearch(
  { year, from, to }: DashboardSearch,
  today: IsoDate,
): { year: number } | MonthRange {
  if (from !== undefined && to !== undefined) return { fromMonth: from, toMonth: to };
  return { year: year ?? yearOf(today) };
}

/** What the address leaves out while the page shows it: a link copied today says the same next year. */
export function completeAddress(
  search: DashboardSearch,
  today: IsoDate,
  territory?: string,
): Record<string, string> {
  return {
    ...(search.from === undefined ? { year: String(search.year ?? yearOf(today)) } : {}),
    ...(territory === undefined ? {} : { territory }),
  };
}

/** A choice of the list of periods: a year, a school year by its first year, or months. */
export type PeriodKey = `year-${number}` | `school-${number}` | "months";

/** What is chosen now. */
export function periodKey(search: DashboardSearch, today: IsoDate): PeriodKey {
  if (search.from === undefined) return `year-${search.year ?? yearOf(today)}`;
  const school = schoolYearOfRange(rangeOfSearch(search, today));
  return school === null ? "months" : `school-${school}`;
}

/** What the address becomes; months start as those of the year that are over. */
export function choosePeriod(key: string, today: IsoDate): SearchChange {
  const [kind, number] = key.split("-");
  if (kind === "year") return { year: Number(number), from: undefined, to: undefined };
  const range =
    kind === "school"
      ? schoolYearRange(Number(number))
      : (completeRange(yearRange(yearOf(today)), today) ?? yearRange(yearOf(today) - 1));
  return { year: undefined, from: range.fromMonth, to: range.toMonth };
}

/** Every month of the years with purchases, latest first, and those named. */
export function offeredMonths(years: readonly number[], named: readonly IsoMonth[]): IsoMonth[] {
  const months = years.flatMap((year) => monthsOf(yearRange(year)));
  return [...new Set([...months, ...named])].toSorted().toReversed();
}

/** The two periods that « why did the rate move » compares: those of the address, else the year so far and the one before. */
export function comparedPeriods(
  search: ChangeSearch,
  today: IsoDate,
): { before: MonthRange; now: MonthRange } {
  const range = rangeOfSearch(search, today);
  const now = completeRange(range, today) ?? range;
  const { beforeFrom, beforeTo } = search;
  const before =
    beforeFrom !== undefined && beforeTo !== undefined && beforeTo < now.fromMonth
      ? { fromMonth: beforeFrom, toMonth: beforeTo }
      : yearBefore(now);
  return { before, now };
}

/** As many months, just before. */
export function justBefore({ fromMonth, toMonth }: MonthRange): MonthRange {
  const count = monthsOf({ fromMonth, toMonth }).length;
  return { fromMonth: addMonths(fromMonth, -count), toMonth: addMonths(toMonth, -count) };
}
