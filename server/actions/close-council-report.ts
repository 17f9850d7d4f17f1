import { appendAudit } from "../../db/queries/audit.ts";
import {
  findKeptReport,
  insertKeptReport,
  listColleges,
  replaceColleges,
  updateKeptReportReopened,
} from "../../db/queries/council.ts";
import { inTransaction, lockCanteen } from "../../db/transaction.ts";
import type { CouncilCollege } from "../../shared/council-colleges.ts";
import type { CouncilReport, ReportDifference } from "../../shared/council-report.ts";
import { reportDifferences } from "../../shared/council-report.ts";
import type { IsoInstant } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import type { Semester } from "../../shared/semesters.ts";
import { isSemesterOver } from "../../shared/semesters.ts";
import type { ActionContext } from "../action-context.ts";
import { AppError } from "../app-error.ts";
import { makeCouncilReport } from "./read-council-report.ts";
import { saveRecord } from "./save-record.ts";

/** A semester's report as it is shown: it is published, so it names nobody; the audit says who closed it. */
export interface ShownReport {
  report: CouncilReport;
  /** How it was kept; null: it is made from today's facts. */
  kept: {
    closedAt: IsoInstant;
    /** What today's facts tell otherwise. */
    differences: ReportDifference[];
  } | null;
}

interface ReportKey {
  organisationId: Id;
  semester: Semester;
}

/** The report that was kept for the semester, with what differs today; else the one of today's facts. */
export async function readCouncilReport(
  { reader, today }: Pick<ActionContext, "reader" | "today">,
  key: ReportKey,
): Promise<ShownReport> {
  const report = await makeCouncilReport(reader, { ...key, today });
  const kept = await findKeptReport(reader, key);
  if (kept === undefined) return { report, kept: null };
  return {
    report: kept.content,
    kept: {
      closedAt: kept.closedAt,
      differences: reportDifferences(kept.content, report),
    },
  };
}

/**
 * Keeps the report of a semester as it is today. Sent again under its id it changes nothing. INVALID: the semester is
 * not over; CONFLICT: it is kept already.
 */
export async function closeCouncilReport(
  ctx: ActionContext,
  { id, ...key }: ReportKey & { id: Id },
): Promise<void> {
  const { organisationId, semester } = key;
  if (!isSemesterOver(semester, ctx.today))
    throw new AppError("INVALID", { field: "semester", reason: "not-over" });
  await inTransaction(ctx.db, async (trx) => {
    await lockCanteen(trx, ctx.engine, organisationId);
    const inForce = await findKeptReport(trx, key);
    if (inForce?.id === id) return;
    if (inForce !== undefined) throw new AppError("CONFLICT");
    const content = await makeCouncilReport(trx, { ...key, today: ctx.today });
    const kept = { id, ...key, content, closedAt: ctx.now, closedBy: ctx.userId };
    await insertKeptReport(trx, kept);
    await appendAudit(trx, ctx, {
      stream: organisationId,
      noun: "council-reports",
      nounId: id,
      action: "closed",
      before: null,
      after: { semester },
    });
  });
}

/** Opens a kept semester again, with its reason; what was published stays on record. NOT_FOUND: it is not kept. */
export async function reopenCouncilReport(
  ctx: ActionContext,
  { reason, ...key }: ReportKey & { reason: string },
): Promise<void> {
  await inTransaction(ctx.db, async (trx) => {
    await lockCanteen(trx, ctx.engine, key.organisationId);
    const inForce = await findKeptReport(trx, key);
    if (inForce === undefined) throw new AppError("NOT_FOUND");
    await updateKeptReportReopened(trx, inForce.id, { at: ctx.now, by: ctx.userId, reason });
    await appendAudit(trx, ctx, {
      stream: key.organisationId,
      noun: "council-reports",
      nounId: inForce.id,
      action: "reopened",
      before: { semester: key.semester, reason: null },
      after: { semester: key.semester, reason },
    });
  });
}

/** Names the colleges of the organisation's council. */
export async function saveColleges(
  ctx: ActionContext,
  organisationId: Id,
  colleges: readonly CouncilCollege[],
): Promise<void> {
  await inTransaction(ctx.db, async (trx) => {
    await lockCanteen(trx, ctx.engine, organisationId);
    const before = await listColleges(trx, organisationId);
    await saveRecord(trx, ctx, {
      stream: organisationId,
      noun: "council-colleges",
      id: organisationId,
      before: before.length === 0 ? undefined : { colleges: before.map(auditedCollege) },
      after: { colleges: colleges.map(auditedCollege) },
      write: () => replaceColleges(trx, organisationId, colleges),
    });
  });
}

function auditedCollege({ name, topics }: CouncilCollege): string {
  return `${name} (${topics.join(", ")})`;
}
