import type { Kysely } from "kysely";
import type { CouncilCollege, CouncilTopic } from "../../shared/council-colleges.ts";
import type { CouncilReport } from "../../shared/council-report.ts";
import type { IsoInstant } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import type { Semester } from "../../shared/semesters.ts";
import type { Database } from "../database.ts";
import { fromJsonText, toJsonText } from "../json.ts";

/** A report kept as it was published. */
export interface KeptReport {
  id: Id;
  organisationId: Id;
  semester: Semester;
  content: CouncilReport;
  closedAt: IsoInstant;
  /** Null: the account is gone, or the command line kept it. */
  closedBy: Id | null;
}

/** Colleges that the organisation named, in their order; empty: it named none. */
export async function listColleges(db: Kysely<Database>, organisationId: Id): Promise<CouncilCollege[]> {
  const rows = await db
    .selectFrom("council_colleges")
    .selectAll()
    .where("organisation_id", "=", organisationId)
    .orderBy("position")
    .execute();
  return rows.map(({ name, topics }) => ({ name, topics: fromJsonText<CouncilTopic[]>(topics) }));
}

/** Writes the colleges in place of those there were. */
export async function replaceColleges(
  db: Kysely<Database>,
  organisationId: Id,
  colleges: readonly CouncilCollege[],
): Promise<void> {
  await db.deleteFrom("council_colleges").where("organisation_id", "=", organisationId).execute();
  if (colleges.length === 0) return;
  await db
    .insertInto("council_colleges")
    .values(
      colleges.map(({ name, topics }, index) => ({
        organisation_id: organisationId,
        position: index + 1,
        name,
        topics: toJsonText(topics),
      })),
    )
    .execute();
}

/** The report in force of a semester, or undefined: it is made from today's facts. */
export async function findKeptReport(
  db: Kysely<Database>,
  { organisationId, semester }: { organisationId: Id; semester: Semester },
): Promise<KeptReport | undefined> {
  const row = await db
    .selectFrom("council_reports")
    .selectAll()
    .where("organisation_id", "=", organisationId)
    .where("semester", "=", semester)
    .where("reopened_at", "is", null)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    id: row.id,
    organisationId,
    semester,
    content: fromJsonText<CouncilReport>(row.content),
    closedAt: row.closed_at,
    closedBy: row.closed_by,
  };
}

/** Keeps a report. CONFLICT of the engine when the semester has one in force. */
export async function insertKeptReport(db: Kysely<Database>, report: KeptReport): Promise<void> {
  await db
    .insertInto("council_reports")
    .values({
      id: report.id,
      organisation_id: report.organisationId,
      semester: report.semester,
      content: toJsonText(report.content),
      closed_at: report.closedAt,
      closed_by: report.closedBy,
      reopened_at: null,
      reopened_by: null,
      reason: null,
    })
    .execute();
}

/** Opens the semester of a kept report again; what was published stays on record. */
export async function updateKeptReportReopened(
  db: Kysely<Database>,
  id: Id,
  reopening: { at: IsoInstant; by: Id | null; reason: string },
): Promise<void> {
  await db
    .updateTable("council_reports")
    .set({ reopened_at: reopening.at, reopened_by: reopening.by, reason: reopening.reason })
    .where("id", "=", id)
    .execute();
}
