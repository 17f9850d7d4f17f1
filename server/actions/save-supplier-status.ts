import type { Transaction } from "kysely";
import type { Database } from "../../db/database.ts";
import { appendAudit } from "../../db/queries/audit.ts";
import {
  deleteSupplierStatus,
  findSupplierStatus,
  insertSupplierStatus,
  listSupplierStatuses,
  updateSupplierStatus,
} from "../../db/queries/supplier-statuses.ts";
import { findSupplier } from "../../db/queries/suppliers.ts";
import { inTransaction, lockCanteen } from "../../db/transaction.ts";
import type { FieldIssue } from "../../shared/field-issues.ts";
import type { Id } from "../../shared/ids.ts";
import type { Moved } from "../../shared/moves.ts";
import type { SaveResult } from "../../shared/save-result.ts";
import type { SupplierStatus, SupplierStatusInput } from "../../shared/supplier-statuses.ts";
import { findContradiction } from "../../shared/supplier-statuses.ts";
import type { ActionContext } from "../action-context.ts";
import { AppError } from "../app-error.ts";
import { planReclassification, runReclassification } from "./reclassify.ts";
import { SHARED_STREAM, saveRecord } from "./save-record.ts";

export interface SupplierStatusSave {
  id: Id;
  supplierId: Id;
  input: SupplierStatusInput;
  /** Canteens whose lines the caller may hear of. */
  tellOf: readonly Id[];
}

type Outcome = { issue: FieldIssue } | { jobId: Id | null };

/**
 * Notes what a supplier is from a day to a day, or corrects it; its lines of those days follow, those of a declared year
 * too. NOT_FOUND: no such supplier. CONFLICT: the status is another supplier's.
 */
export async function saveSupplierStatus(
  ctx: ActionContext,
  { id, supplierId, input, tellOf }: SupplierStatusSave,
): Promise<SaveResult> {
  const outcome = await inTransaction(ctx.db, (trx) => writeStatus(trx, ctx, { id, supplierId, ...input }));
  if ("issue" in outcome) return { saved: false, issues: [outcome.issue] };
  const { jobId } = outcome;
  return { saved: true, id, moved: jobId === null ? null : await runReclassification(ctx, jobId, tellOf) };
}

/** Removes what was noted by mistake, as if it had never been; an end is a date. NOT_FOUND when it is not there. */
export async function removeSupplierStatus(
  ctx: ActionContext,
  { id, tellOf }: Pick<SupplierStatusSave, "id" | "tellOf">,
): Promise<Moved> {
  const jobId = await inTransaction(ctx.db, async (trx) => {
    const before = await findSupplierStatus(trx, id);
    if (before === undefined) throw new AppError("NOT_FOUND");
    await deleteSupplierStatus(trx, id);
    await appendAudit(trx, ctx, {
      stream: SHARED_STREAM,
      noun: "supplier-statuses",
      nounId: id,
      action: "deleted",
      before,
      after: null,
    });
    return await planReclassification(trx, ctx, { kind: "supplier", id: before.supplierId });
  });
  return runReclassification(ctx, jobId, tellOf);
}

async function writeStatus(
  trx: Transaction<Database>,
  ctx: ActionContext,
  after: SupplierStatus,
): Promise<Outcome> {
  // Two at once could each see no contradiction.
  await lockCanteen(trx, ctx.engine, after.supplierId);
  if ((await findSupplier(trx, after.supplierId)) === undefined) throw new AppError("NOT_FOUND");
  const before = await findSupplierStatus(trx, after.id);
  if (before !== undefined && before.supplierId !== after.supplierId) throw new AppError("CONFLICT");
  const other = findContradiction(after, await listSupplierStatuses(trx, [after.supplierId]));
  if (other !== undefined) return { issue: { field: "status", code: "status-overlap", otherId: other.id } };
  const changed = await saveRecord(trx, ctx, {
    stream: SHARED_STREAM,
    noun: "supplier-statuses",
    id: after.id,
    before,
    after,
    write: () =>
      before ? updateSupplierStatus(trx, after) : insertSupplierStatus(trx, { ...after, createdAt: ctx.now }),
  });
  if (!changed) return { jobId: null };
  return { jobId: await planReclassification(trx, ctx, { kind: "supplier", id: after.supplierId }) };
}
