import { createRequire } from "node:module";
import { addDays, dayOfWeek, toIsoDate, yearOf } from "../../shared/calendar.ts";
import type { IsoDate } from "../../shared/facts.ts";
import { isSchoolHoliday } from "../../shared/school-holidays.ts";

/** One working week of a canteen: the days it serves, Monday first; never empty. */
export interface OpenWeek {
  monday: IsoDate;
  days: readonly IsoDate[];
}

export type OpeningKind = "COLLEGE" | "OFFICE";

/** Days of the week (1 Monday) with a midday service. */
const SERVICE_DAYS: Record<OpeningKind, readonly number[]> = {
  COLLEGE: [1, 2, 4, 5],
  OFFICE: [1, 2, 3, 4, 5],
};

type PublicHolidays = (year: number) => Record<string, Date>;
const require = createRequire(import.meta.url);
const publicHolidays: PublicHolidays = require("@socialgouv/jours-feries");

const holidaysOfYear = new Map<number, ReadonlySet<IsoDate>>();

/** Whether the day is a public holiday in France. */
export function isPublicHoliday(date: IsoDate): boolean {
  const year = yearOf(date);
  const known = holidaysOfYear.get(year) ?? new Set(Object.values(publicHolidays(year)).map(localDay));
  holidaysOfYear.set(year, known);
  return known.has(date);
}

/** Whether a canteen of that kind serves that day. */
export function isOpen(kind: OpeningKind, date: IsoDate): boolean {
  if (!SERVICE_DAYS[kind].includes(dayOfWeek(date)) || isPublicHoliday(date)) return false;
  return kind === "OFFICE" || !isSchoolHoliday(date, "B");
}

/** The weeks with at least one service whose Monday lies between the two days, both included. */
export function openWeeks(kind: OpeningKind, range: { from: IsoDate; to: IsoDate }): OpenWeek[] {
  const weeks: OpenWeek[] = [];
  const first = addDays(range.from, (8 - dayOfWeek(range.from)) % 7);
  for (let monday = first; monday <= range.to; monday = addDays(monday, 7)) {
    const days = [0, 1, 2, 3, 4].map((offset) => addDays(monday, offset)).filter((day) => isOpen(kind, day));
    if (days.length > 0) weeks.push({ monday, days });
  }
  return weeks;
}

/** The package makes midnights of the machine's own time zone. */
function localDay(day: Date): IsoDate {
  return toIsoDate({ year: day.getFullYear(), month: day.getMonth() + 1, day: day.getDate() });
}
