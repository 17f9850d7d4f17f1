import * as z from "zod/mini";
import { isIsoMonth, monthOf } from "../calendar.ts";
import type { IsoDate, IsoMonth } from "../facts.ts";
import type { FieldIssueCode } from "../field-issues.ts";
import type { Translated } from "../locales.ts";
import type { LegumerieIssue } from "./issues.ts";

/** How somebody works in the workshop: by the contract or the structure they come from. */
export const WORK_STATUSES = [
  "CDDI",
  "AI",
  "ETTI",
  "EA",
  "EATT",
  "ESAT",
  "GEIQ",
  "PERMANENT",
  "OTHER",
] as const;
export type WorkStatus = (typeof WORK_STATUSES)[number];

export const WORK_STATUS_LABELS: Readonly<Record<WorkStatus, Translated>> = {
  CDDI: { fr: "CDDI (EI, ACI)", en: "CDDI (EI, ACI)" },
  AI: { fr: "Mise à disposition par une AI", en: "Provided by an AI" },
  ETTI: { fr: "Intérim d'insertion (ETTI)", en: "Insertion temporary work (ETTI)" },
  EA: { fr: "Salarié d'EA", en: "Employee of an EA" },
  EATT: { fr: "Intérim d'EATT", en: "Temporary work of an EATT" },
  ESAT: { fr: "Travailleur d'ESAT", en: "Worker of an ESAT" },
  GEIQ: { fr: "GEIQ", en: "GEIQ" },
  PERMANENT: { fr: "Permanent (encadrement)", en: "Permanent (supervision)" },
  OTHER: { fr: "Autre (saisonnier, intérim)", en: "Other (seasonal, temporary)" },
};

/** Statuses whose hours are insertion hours: SIAE, adapted work, GEIQ. */
export const INSERTION_WORK: readonly WorkStatus[] = ["CDDI", "AI", "ETTI", "EA", "EATT", "ESAT", "GEIQ"];

/** A count of people under this is told to nobody outside the workshop and the administration. */
export const SMALLEST_TOLD_COUNT = 5;

/** Nobody works more than this in a month: beyond, a slip of the finger. Hundredths of an hour. */
export const MAX_MONTH_HOURS_E2 = 25_000;

/** Hours of one status in a month: hundredths of an hour, as payrolls print them (151,67). No names. */
export interface StatusHours {
  status: WorkStatus;
  hoursE2: number;
  people: number;
}

const code = (value: FieldIssueCode): FieldIssueCode => value;
const hoursField = z.int(code("range")).check(z.gte(0, code("range")), z.lte(100_000_000, code("range")));
const peopleField = z.int(code("range")).check(z.gte(0, code("range")), z.lte(1_000, code("range")));

/** All the hours of a month: what is not among the rows is nothing. */
export const monthHoursSchema = z.object({
  month: z.string().check(z.refine(isIsoMonth)),
  rows: z.array(z.object({ status: z.enum(WORK_STATUSES), hoursE2: hoursField, people: peopleField })).check(
    z.maxLength(WORK_STATUSES.length),
    z.refine((rows) => new Set(rows.map(({ status }) => status)).size === rows.length),
  ),
});
export type MonthHours = z.infer<typeof monthHoursSchema>;

/** What keeps the month from being written: `rows.N.people` or `rows.N.hoursE2`, or `month`. */
export function checkMonthHours({ month, rows }: MonthHours, today: IsoDate): LegumerieIssue[] {
  const issues: LegumerieIssue[] = [];
  const add = (field: string, issue: LegumerieIssue["code"]) =>
    issues.push({ field, code: issue, grams: null });
  if (month > monthOf(today)) add("month", "MONTH_IN_FUTURE");
  rows.forEach(({ hoursE2, people }, index) => {
    if (hoursE2 > 0 && people === 0) add(`rows.${index}.people`, "HOURS_WITHOUT_PEOPLE");
    else if (hoursE2 > people * MAX_MONTH_HOURS_E2) add(`rows.${index}.hoursE2`, "TOO_MANY_HOURS");
  });
  return issues;
}

/** Rows that say something, in the order of the statuses. */
export function keptRows(rows: readonly StatusHours[]): StatusHours[] {
  return rows
    .filter(({ hoursE2, people }) => hoursE2 > 0 || people > 0)
    .toSorted((a, b) => WORK_STATUSES.indexOf(a.status) - WORK_STATUSES.indexOf(b.status));
}

/** A month as it is told. `people` null: hidden, under five. */
export interface ToldMonth {
  month: IsoMonth;
  rows: { status: WorkStatus; hoursE2: number; people: number | null }[];
  hoursE2: number;
  /** Null as soon as one of its parts is hidden: the difference would tell it. */
  people: number | null;
}

/** The month for whom `exact` is true (workshop, administration), or with its counts under five hidden. */
export function toldMonth({ month, rows }: MonthHours, exact: boolean): ToldMonth {
  const told = rows.map((row) => ({
    ...row,
    people: exact || row.people === 0 || row.people >= SMALLEST_TOLD_COUNT ? row.people : null,
  }));
  const hidden = told.some(({ people }) => people === null);
  return {
    month,
    rows: told,
    hoursE2: rows.reduce((sum, { hoursE2 }) => sum + hoursE2, 0),
    people: hidden ? null : rows.reduce((sum, { people }) => sum + people, 0),
  };
}

/** Insertion hours of some rows, hundredths. */
export function insertionHoursE2(rows: readonly Pick<StatusHours, "status" | "hoursE2">[]): number {
  return rows.reduce((sum, { status, hoursE2 }) => sum + (INSERTION_WORK.includes(status) ? hoursE2 : 0), 0);
}
