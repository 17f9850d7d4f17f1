import type { Kysely } from "kysely";
import type { Database } from "../../db/database.ts";
import { listColleges } from "../../db/queries/council.ts";
import { findOrganisation } from "../../db/queries/organisations.ts";
import { listCanteenIdsInScopes } from "../../db/queries/scopes.ts";
import { DEFAULT_COLLEGES } from "../../shared/council-colleges.ts";
import type { ReportSectionKey } from "../../shared/council-figures.ts";
import type {
  CouncilReport,
  EvaluatedMeasure,
  ReportRow,
  ReportSection,
} from "../../shared/council-report.ts";
import type { IsoDate, IsoMonth } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import { lastMonthOver } from "../../shared/measure-progress.ts";
import type { Semester } from "../../shared/semesters.ts";
import { isSemesterOver, semesterDays, semesterRange, semestersBefore } from "../../shared/semesters.ts";
import { AppError } from "../app-error.ts";
import type { ComparedSemesters } from "./council-canteens.ts";
import { canteenRows, councilCanteens, readCouncilPurchases, socialRows } from "./council-canteens.ts";
import { readClauseRows } from "./council-clauses.ts";
import { readWorkshopRows } from "./council-workshops.ts";
import { reachMeasures } from "./measure-reach.ts";
import { summarise } from "./read-measures.ts";

interface Asked {
  organisationId: Id;
  semester: Semester;
  today: IsoDate;
}

/** All that the council is told of a semester, from today's facts. NOT_FOUND: no such organisation. */
export async function makeCouncilReport(db: Kysely<Database>, asked: Asked): Promise<CouncilReport> {
  const { organisationId, semester, today } = asked;
  const organisation = await findOrganisation(db, organisationId);
  if (organisation === undefined) throw new AppError("NOT_FOUND");
  const semesters: ComparedSemesters = {
    now: semester,
    before: semestersBefore(semester, 1),
    yearBefore: semestersBefore(semester, 2),
  };
  const canteenIds = await listCanteenIdsInScopes(db, [
    { scopeKind: "organisation", scopeId: organisationId },
  ]);
  const purchases = await readCouncilPurchases(db, canteenIds, semesters);
  const sections: ReportSection[] = [
    section("canteens", canteenRows(purchases, semesters)),
    section("ess", socialRows(purchases)),
    section("clauses", await readClauseRows(db, organisationId, semesters)),
    section("legumerie", await readWorkshopRows(db, organisationId, semesters)),
  ];
  const colleges = await listColleges(db, organisationId);
  return {
    organisationId,
    organisationName: organisation.name,
    semester,
    madeOn: today,
    isOver: isSemesterOver(semester, today),
    sections: sections.filter(({ rows }) => rows.length > 0),
    canteens: councilCanteens(purchases),
    measures: await evaluateMeasures(db, asked),
    colleges: colleges.length === 0 ? [...DEFAULT_COLLEGES] : colleges,
  };
}

function section(key: ReportSectionKey, rows: ReportRow[]): ReportSection {
  return { key, rows };
}

/** Measures that had begun by the end of the semester, each with its value then. */
async function evaluateMeasures(
  db: Kysely<Database>,
  { organisationId, semester, today }: Asked,
): Promise<EvaluatedMeasure[]> {
  const scopes = [{ scopeKind: "organisation", scopeId: organisationId } as const];
  const { to } = semesterDays(semester);
  const reached = (await reachMeasures(db, { figures: scopes, workshops: scopes })).filter(
    ({ measure }) => measure.organisationId === organisationId && measure.startsOn <= to,
  );
  const month = earlier(semesterRange(semester).toMonth, lastMonthOver(today));
  const summaries = await summarise(db, reached, { today, month, named: false });
  return summaries.map((measure) => ({
    id: measure.id,
    title: measure.title,
    state: measure.state,
    reason: measure.reason,
    figure: measure.figure,
    unitText: measure.unitText,
    startValue: measure.startValue,
    startOn: measure.startOn,
    targetValue: measure.targetValue,
    dueOn: measure.dueOn,
    gap: measure.gap,
    doneBp: measure.doneBp,
    reached: measure.reached,
    ownerName: measure.ownerName,
    scopeName: measure.scopeName,
    value: measure.value,
    month: measure.month,
    late: measure.late,
    comment: measure.comment?.text ?? null,
  }));
}

function earlier(one: IsoMonth, other: IsoMonth): IsoMonth {
  return one < other ? one : other;
}
