import { appendAudit } from "../../db/queries/audit.ts";
import {
  deleteCanteenGroup,
  findCanteenGroup,
  listCanteenGroups,
  upsertCanteenGroup,
} from "../../db/queries/canteen-groups.ts";
import { listCanteensOfOrganisation } from "../../db/queries/canteens.ts";
import { inTransaction, lockCanteen } from "../../db/transaction.ts";
import type { CanteenGroupInput } from "../../shared/canteen-groups.ts";
import type { Id } from "../../shared/ids.ts";
import { searchKey } from "../../shared/normalise.ts";
import type { SaveResult } from "../../shared/save-result.ts";
import type { ActionContext } from "../action-context.ts";
import { AppError } from "../app-error.ts";
import { saveRecord } from "./save-record.ts";

interface OwnGroup {
  id: Id;
  organisationId: Id;
}

/** Makes or changes a group. NOT_FOUND: it is another organisation's, or one of the canteens is. */
export async function saveCanteenGroup(
  ctx: ActionContext,
  { id, organisationId, input }: OwnGroup & { input: CanteenGroupInput },
): Promise<SaveResult> {
  const canteenIds = [...new Set(input.canteenIds)].sort();
  const after = { id, organisationId, name: input.name, canteenIds };
  return await inTransaction(ctx.db, async (trx): Promise<SaveResult> => {
    await lockCanteen(trx, ctx.engine, organisationId);
    const before = await findCanteenGroup(trx, id);
    if (before !== undefined && before.organisationId !== organisationId) throw new AppError("NOT_FOUND");
    const own = new Set((await listCanteensOfOrganisation(trx, organisationId)).map((canteen) => canteen.id));
    if (!canteenIds.every((canteenId) => own.has(canteenId))) throw new AppError("NOT_FOUND");
    const groups = await listCanteenGroups(trx, [organisationId]);
    const same = groups.find((group) => group.id !== id && searchKey(group.name) === searchKey(input.name));
    if (same !== undefined)
      return { saved: false, issues: [{ field: "name", code: "name-taken", otherId: same.id }] };
    await saveRecord(trx, ctx, {
      stream: organisationId,
      noun: "canteen-groups",
      id,
      before,
      after,
      write: () => upsertCanteenGroup(trx, { ...after, createdAt: ctx.now }),
    });
    return { saved: true, id, moved: null };
  });
}

/** Takes a group away; saving it again under its id brings it back. NOT_FOUND: the organisation has no such one. */
export async function removeCanteenGroup(
  ctx: ActionContext,
  { id, organisationId }: OwnGroup,
): Promise<void> {
  await inTransaction(ctx.db, async (trx) => {
    await lockCanteen(trx, ctx.engine, organisationId);
    const before = await findCanteenGroup(trx, id);
    if (before?.organisationId !== organisationId) throw new AppError("NOT_FOUND");
    await deleteCanteenGroup(trx, id);
    await appendAudit(trx, ctx, {
      stream: organisationId,
      noun: "canteen-groups",
      nounId: id,
      action: "deleted",
      before,
      after: null,
    });
  });
}
