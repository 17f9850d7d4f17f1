import type { Kysely } from "kysely";
import type { Database } from "../../db/database.ts";
import { listMonthHours } from "../../db/queries/legumerie-hours.ts";
import { listLegumeries } from "../../db/queries/legumerie-places.ts";
import { isLegumerieInScopes } from "../../db/queries/scopes.ts";
import type { ReportRow, ReportValue } from "../../shared/council-report.ts";
import { insertionPeopleOf, peopleOf } from "../../shared/hidden-people.ts";
import type { Id } from "../../shared/ids.ts";
import type { MonthHours } from "../../shared/legumerie/hours.ts";
import { insertionHoursE2, toldMonth } from "../../shared/legumerie/hours.ts";
import type { LegumerieFigures } from "../../shared/legumerie/indicators.ts";
import type { Translated } from "../../shared/locales.ts";
import { monthsOf } from "../../shared/periods.ts";
import { semesterDays, semesterRange } from "../../shared/semesters.ts";
import type { ComparedSemesters } from "./council-canteens.ts";
import { row } from "./council-canteens.ts";
import { readFiguresOver } from "./legumerie-figures.ts";

type Key = keyof ComparedSemesters;

/** Each workshop that the organisation reaches and that moved something in the semester, by name. */
export async function readWorkshopRows(
  db: Kysely<Database>,
  organisationId: Id,
  semesters: ComparedSemesters,
): Promise<ReportRow[]> {
  const scopes = [{ scopeKind: "organisation", scopeId: organisationId } as const];
  const rows: ReportRow[] = [];
  for (const { id, name } of await listLegumeries(db)) {
    if (!(await isLegumerieInScopes(db, { legumerieId: id, scopes }))) continue;
    const subject = { fr: name, en: name };
    const figures = {
      now: await figuresOf(db, id, semesters.now),
      before: await figuresOf(db, id, semesters.before),
      yearBefore: await figuresOf(db, id, semesters.yearBefore),
    };
    const hours = {
      now: await hoursOf(db, id, semesters.now),
      before: await hoursOf(db, id, semesters.before),
      yearBefore: await hoursOf(db, id, semesters.yearBefore),
    };
    if (figures.now !== null) rows.push(...workshopRows(subject, figures));
    if (hours.now.length > 0) rows.push(...hoursRows(subject, hours));
  }
  return rows;
}

async function figuresOf(
  db: Kysely<Database>,
  legumerieId: Id,
  semester: ComparedSemesters[Key],
): Promise<LegumerieFigures | null> {
  const period = { ...semesterDays(semester), months: monthsOf(semesterRange(semester)) };
  const figures = await readFiguresOver(db, { legumerieId, ...period });
  return figures.receivedGrams + figures.packedGrams + figures.deliveredGrams === 0 ? null : figures;
}

function hoursOf(
  db: Kysely<Database>,
  legumerieId: Id,
  semester: ComparedSemesters[Key],
): Promise<MonthHours[]> {
  return listMonthHours(db, { legumerieId, ...semesterRange(semester) });
}

/** Hours of the semester, and who worked in the last month that has any: people are not added up over months. */
function hoursRows(subject: Translated, hours: Readonly<Record<Key, readonly MonthHours[]>>): ReportRow[] {
  const of = (pick: (months: readonly MonthHours[], last: MonthHours) => ReportValue) => (key: Key) => {
    const last = hours[key].at(-1);
    return last === undefined ? null : pick(hours[key], last);
  };
  const all = (months: readonly MonthHours[]) => months.flatMap(({ rows }) => rows);
  const total = of((months) => all(months).reduce((sum, { hoursE2 }) => sum + hoursE2, 0));
  return [
    row("WORKSHOP_HOURS", total, subject),
    row(
      "WORKSHOP_INSERTION",
      of((months) => insertionHoursE2(all(months))),
      subject,
    ),
    row(
      "WORKSHOP_PEOPLE",
      of((_months, last) => peopleOf(toldMonth(last, false))),
      subject,
    ),
    row(
      "WORKSHOP_INSERTION_PEOPLE",
      of((_months, last) => insertionPeopleOf(toldMonth(last, false))),
      subject,
    ),
  ];
}

function workshopRows(
  subject: Translated,
  figures: Readonly<Record<Key, LegumerieFigures | null>>,
): ReportRow[] {
  const of = (pick: (one: LegumerieFigures) => ReportValue) => (key: Key) => {
    const one = figures[key];
    return one === null ? null : pick(one);
  };
  return [
    row(
      "WORKSHOP_RECEIVED",
      of(({ receivedGrams }) => receivedGrams),
      subject,
    ),
    row(
      "WORKSHOP_DELIVERED",
      of(({ deliveredGrams }) => deliveredGrams),
      subject,
    ),
    row(
      "WORKSHOP_CANTEENS",
      of(({ canteens }) => canteens),
      subject,
    ),
    row(
      "WORKSHOP_PRODUCERS",
      of(({ producers }) => producers),
      subject,
    ),
    row(
      "WORKSHOP_LOSS",
      of(({ loss }) => loss),
      subject,
    ),
    row(
      "WORKSHOP_LOCAL",
      of(({ inDepartement }) => inDepartement),
      subject,
    ),
    row(
      "WORKSHOP_ORGANIC",
      of(({ organic }) => organic),
      subject,
    ),
  ];
}
