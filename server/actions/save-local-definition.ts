import { constraintOf } from "../../db/constraint.ts";
import { appendAudit } from "../../db/queries/audit.ts";
import {
  deleteLocalDefinition,
  findLocalDefinition,
  insertLocalDefinition,
  updateLocalDefinition,
} from "../../db/queries/local-definitions.ts";
import { inTransaction } from "../../db/transaction.ts";
import type { Id } from "../../shared/ids.ts";
import type { DatedLocalDefinition, LocalDefinitionInput } from "../../shared/local-definitions.ts";
import type { Moved } from "../../shared/moves.ts";
import type { SaveResult } from "../../shared/save-result.ts";
import type { ActionContext } from "../action-context.ts";
import { AppError } from "../app-error.ts";
import { planReclassification, runReclassification } from "./reclassify.ts";
import { saveRecord } from "./save-record.ts";

/** Adds or changes what « local » means for the organisation, and reclassifies all its lines. */
export async function saveLocalDefinition(
  ctx: ActionContext,
  { id, organisationId, input }: { id: Id; organisationId: Id; input: LocalDefinitionInput },
): Promise<SaveResult> {
  const after: DatedLocalDefinition = { id, organisationId, ...input };
  try {
    const jobId = await inTransaction(ctx.db, async (trx) => {
      const before = await findLocalDefinition(trx, id);
      if (before !== undefined && before.organisationId !== organisationId) throw new AppError("NOT_FOUND");
      const changed = await saveRecord(trx, ctx, {
        stream: organisationId,
        noun: "local-definitions",
        id,
        before,
        after,
        write: () =>
          before
            ? updateLocalDefinition(trx, after)
            : insertLocalDefinition(trx, { ...after, createdAt: ctx.now }),
      });
      if (!changed) return null;
      return await planReclassification(trx, ctx, { kind: "organisation", id: organisationId });
    });
    return { saved: true, id, moved: jobId === null ? null : await runReclassification(ctx, jobId) };
  } catch (error) {
    if (constraintOf(error) === "unique")
      return { saved: false, issues: [{ field: "validFrom", code: "date-taken", otherId: null }] };
    throw error;
  }
}

/** Removes a definition: the one before it holds on. Throws NOT_FOUND when the organisation has no such one. */
export async function removeLocalDefinition(
  ctx: ActionContext,
  { id, organisationId }: { id: Id; organisationId: Id },
): Promise<Moved> {
  const jobId = await inTransaction(ctx.db, async (trx) => {
    const before = await findLocalDefinition(trx, id);
    if (before === undefined || before.organisationId !== organisationId) throw new AppError("NOT_FOUND");
    await deleteLocalDefinition(trx, id);
    await appendAudit(trx, ctx, {
      stream: organisationId,
      noun: "local-definitions",
      nounId: id,
      action: "deleted",
      before,
      after: null,
    });
    return await planReclassification(trx, ctx, { kind: "organisation", id: organisationId });
  });
  return runReclassification(ctx, jobId);
}
