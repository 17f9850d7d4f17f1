import { constraintOf } from "../../db/constraint.ts";
import { findCanteen, findCanteenBySiret, insertCanteen, updateCanteen } from "../../db/queries/canteens.ts";
import { findCommune } from "../../db/queries/communes.ts";
import { inTransaction } from "../../db/transaction.ts";
import type { Canteen, CanteenInput } from "../../shared/canteens.ts";
import type { FieldIssue, FieldIssueCode } from "../../shared/field-issues.ts";
import type { Id } from "../../shared/ids.ts";
import type { SaveResult } from "../../shared/save-result.ts";
import type { ActionContext } from "../action-context.ts";
import { AppError } from "../app-error.ts";
import { planReclassification, runReclassification } from "./reclassify.ts";
import { saveRecord } from "./save-record.ts";

export interface CanteenSave {
  id: Id;
  organisationId: Id;
  input: CanteenInput;
}

/** Creates or changes a canteen of the organisation; when it moves, its lines are reclassified. */
export async function saveCanteen(
  ctx: ActionContext,
  { id, organisationId, input }: CanteenSave,
): Promise<SaveResult> {
  const commune = await findCommune(ctx.db, input.commune);
  if (commune === undefined) return refused("commune", "commune", null);
  const namesake = await findCanteenBySiret(ctx.db, input.siret);
  // Of another organisation's canteen nothing is said but that the number is taken.
  if (namesake !== undefined && namesake.id !== id)
    return refused("siret", "siret-taken", namesake.organisationId === organisationId ? namesake.id : null);
  const kitchenIssue = await checkCentralKitchen(ctx, { id, organisationId, input });
  if (kitchenIssue !== null) return { saved: false, issues: [kitchenIssue] };
  const { epci, departement, region } = commune;
  const after: Canteen = { id, organisationId, ...input, epci, departement, region };
  try {
    const jobId = await writeCanteen(ctx, after);
    return { saved: true, id, moved: jobId === null ? null : await runReclassification(ctx, jobId) };
  } catch (error) {
    if (constraintOf(error) === "unique") return refused("siret", "siret-taken", null);
    throw error;
  }
}

/** Returns the reclassification to run; null: the canteen is new, or stands where it stood. */
function writeCanteen(ctx: ActionContext, after: Canteen): Promise<Id | null> {
  const { id, organisationId } = after;
  return inTransaction(ctx.db, async (trx) => {
    const before = await findCanteen(trx, id);
    if (before !== undefined && before.organisationId !== organisationId) throw new AppError("NOT_FOUND");
    await saveRecord(trx, ctx, {
      stream: organisationId,
      noun: "canteens",
      id,
      before,
      after,
      write: () =>
        before ? updateCanteen(trx, after) : insertCanteen(trx, { ...after, createdAt: ctx.now }),
    });
    if (before === undefined || !standsElsewhere(before, after)) return null;
    return await planReclassification(trx, ctx, { kind: "canteen", id });
  });
}

async function checkCentralKitchen(
  ctx: ActionContext,
  { id, organisationId, input }: CanteenSave,
): Promise<FieldIssue | null> {
  if (input.centralKitchenId === null) return null;
  const kitchen = await findCanteen(ctx.db, input.centralKitchenId);
  const fits =
    kitchen !== undefined &&
    kitchen.id !== id &&
    kitchen.organisationId === organisationId &&
    kitchen.centralKitchenId === null;
  return fits ? null : { field: "centralKitchenId", code: "choice", otherId: null };
}

function standsElsewhere(before: Canteen, after: Canteen): boolean {
  return (
    before.commune !== after.commune ||
    before.position?.latE6 !== after.position?.latE6 ||
    before.position?.lngE6 !== after.position?.lngE6
  );
}

function refused(field: string, code: FieldIssueCode, otherId: Id | null): SaveResult {
  return { saved: false, issues: [{ field, code, otherId }] };
}
