import { constraintOf } from "../../db/constraint.ts";
import { appendAudit } from "../../db/queries/audit.ts";
import { findCanteen } from "../../db/queries/canteens.ts";
import {
  deleteTarget,
  findTarget,
  findTargetLike,
  insertTarget,
  updateTarget,
} from "../../db/queries/targets.ts";
import { inTransaction, lockCanteen } from "../../db/transaction.ts";
import type { Id } from "../../shared/ids.ts";
import type { SaveResult } from "../../shared/save-result.ts";
import type { OwnTarget, TargetInput } from "../../shared/targets.ts";
import type { ActionContext } from "../action-context.ts";
import { AppError } from "../app-error.ts";
import { saveRecord } from "./save-record.ts";

/** Whose target it is: one canteen's, or the organisation's as a whole. */
export type TargetOwner = { canteenId: Id } | { organisationId: Id };

/** Sets or changes a target. NOT_FOUND: it is another owner's, or the canteen does not exist. */
export async function saveTarget(
  ctx: ActionContext,
  owner: TargetOwner,
  { id, input }: { id: Id; input: TargetInput },
): Promise<SaveResult> {
  const whose = await ownerOf(ctx, owner);
  const after: OwnTarget = { id, ...whose, ...input };
  return await inTransaction(ctx.db, async (trx) => {
    await lockCanteen(trx, ctx.engine, streamOf(whose));
    const before = await findTarget(trx, id);
    if (before !== undefined && !isOwnedBy(before, whose)) throw new AppError("NOT_FOUND");
    const same = await findTargetLike(trx, after);
    if (same !== undefined && same.id !== id)
      return { saved: false, issues: [{ field: "indicator", code: "target-taken", otherId: same.id }] };
    await saveRecord(trx, ctx, {
      stream: streamOf(whose),
      noun: "targets",
      id,
      before,
      after,
      write: () =>
        before
          ? updateTarget(trx, after)
          : insertTarget(trx, { ...after, createdAt: ctx.now }).catch(refuseTaken),
    });
    return { saved: true, id, moved: null };
  });
}

/** Takes a target away; saving it again under its id brings it back. NOT_FOUND: the owner has no such one. */
export async function removeTarget(ctx: ActionContext, owner: TargetOwner, id: Id): Promise<void> {
  const whose = await ownerOf(ctx, owner);
  await inTransaction(ctx.db, async (trx) => {
    await lockCanteen(trx, ctx.engine, streamOf(whose));
    const before = await findTarget(trx, id);
    if (before === undefined || !isOwnedBy(before, whose)) throw new AppError("NOT_FOUND");
    await deleteTarget(trx, id);
    await appendAudit(trx, ctx, {
      stream: streamOf(whose),
      noun: "targets",
      nounId: id,
      action: "deleted",
      before,
      after: null,
    });
  });
}

/** Behind the second wall another canteen's target is not seen before its id turns out to be taken. */
function refuseTaken(error: unknown): never {
  throw constraintOf(error) === "unique" ? new AppError("NOT_FOUND") : error;
}

type Whose = Pick<OwnTarget, "organisationId" | "canteenId">;

async function ownerOf(ctx: ActionContext, owner: TargetOwner): Promise<Whose> {
  if ("organisationId" in owner) return { organisationId: owner.organisationId, canteenId: null };
  const canteen = await findCanteen(ctx.db, owner.canteenId);
  if (canteen === undefined) throw new AppError("NOT_FOUND");
  return { organisationId: canteen.organisationId, canteenId: canteen.id };
}

function isOwnedBy(target: OwnTarget, { organisationId, canteenId }: Whose): boolean {
  return target.organisationId === organisationId && target.canteenId === canteenId;
}

function streamOf({ organisationId, canteenId }: Whose): Id {
  return canteenId ?? organisationId;
}
