import * as z from "zod/mini";
import { monthOf, yearOf } from "./calendar.ts";
import type { IsoDate } from "./facts.ts";
import type { Locale } from "./locales.ts";
import type { MonthRange } from "./periods.ts";
import { addMonths } from "./periods.ts";

/** Half of a civil year, `2026-S1`: January to June; `2026-S2`: July to December. */
export type Semester = `${number}-S${1 | 2}`;

const FORM = /^20\d{2}-S[12]$/;
const MONTHS = 6;

export const semesterField = z.custom<Semester>((text) => typeof text === "string" && FORM.test(text));

export function isSemester(text: unknown): text is Semester {
  return typeof text === "string" && FORM.test(text);
}

/** Its six months. */
export function semesterRange(semester: Semester): MonthRange {
  const first = semester.endsWith("S1") ? "01" : "07";
  const fromMonth = `${semester.slice(0, 4)}-${first}`;
  return { fromMonth, toMonth: addMonths(fromMonth, MONTHS - 1) };
}

/** The semester that holds the day. */
export function semesterOf(date: IsoDate): Semester {
  return `${yearOf(date)}-S${Number(date.slice(5, 7)) <= MONTHS ? 1 : 2}`;
}

/** The semester so many before (negative: after). */
export function semestersBefore(semester: Semester, count: number): Semester {
  const { fromMonth } = semesterRange(semester);
  return semesterOf(`${addMonths(fromMonth, -MONTHS * count)}-01`);
}

/** The last semester that is over on that day: the one a council is told of. */
export function lastSemesterOver(today: IsoDate): Semester {
  return semestersBefore(semesterOf(today), 1);
}

/** Whether all its months are over. */
export function isSemesterOver(semester: Semester, today: IsoDate): boolean {
  return semesterRange(semester).toMonth < monthOf(today);
}

/** First and last day. */
export function semesterDays(semester: Semester): { from: IsoDate; to: IsoDate } {
  const { fromMonth, toMonth } = semesterRange(semester);
  return { from: `${fromMonth}-01`, to: `${toMonth}-${semester.endsWith("S1") ? "30" : "31"}` };
}

/** « 1er semestre 2026 », “first half of 2026”. */
export function formatSemester(semester: Semester, locale: Locale): string {
  const [year, half] = [semester.slice(0, 4), semester.endsWith("S1")];
  if (locale === "fr") return `${half ? "1er" : "2nd"} semestre ${year}`;
  return `${half ? "first" : "second"} half of ${year}`;
}

/** « S1 2026 », “H1 2026”: for narrow columns. */
export function formatSemesterShort(semester: Semester, locale: Locale): string {
  return `${locale === "fr" ? "S" : "H"}${semester.slice(-1)}\u00a0${semester.slice(0, 4)}`;
}
