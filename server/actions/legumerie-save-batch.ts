import type { Transaction } from "kysely";
import { constraintOf } from "../../db/constraint.ts";
import type { Database } from "../../db/database.ts";
import { toJsonText } from "../../db/json.ts";
import { appendAudit } from "../../db/queries/audit.ts";
import { findBatch, putBatch } from "../../db/queries/legumerie-batches.ts";
import { listLotStocks } from "../../db/queries/legumerie-lots.ts";
import { listProductsById } from "../../db/queries/products.ts";
import { inTransaction, lockCanteen } from "../../db/transaction.ts";
import type { Id } from "../../shared/ids.ts";
import { checkBatch } from "../../shared/legumerie/check-batch.ts";
import type { LegumerieIssue } from "../../shared/legumerie/issues.ts";
import type { Batch } from "../../shared/legumerie.ts";
import type { ActionContext } from "../action-context.ts";
import { AppError } from "../app-error.ts";
import type { LedgerOutcome } from "./legumerie-receive-lot.ts";

/**
 * Starts a batch, changes one that has not ended, or ends it. An ended batch never changes: the same content again is
 * the same batch, any other a CONFLICT. Its outputs can be delivered from then on.
 */
export async function saveBatch(ctx: ActionContext, legumerieId: Id, batch: Batch): Promise<LedgerOutcome> {
  return inTransaction(ctx.db, async (trx) => {
    await lockCanteen(trx, ctx.engine, legumerieId);
    const before = await findBatch(trx, { legumerieId, batchId: batch.id });
    if (before !== undefined && textOf(before) === textOf(batch)) return { saved: true, id: batch.id };
    if (before !== undefined && before.endedOn !== null) throw new AppError("CONFLICT");
    const issues = await issuesOf(trx, ctx, { legumerieId, batch });
    if (issues.length > 0) return { saved: false, issues };
    await writeBatch(trx, ctx, { legumerieId, batch });
    await appendAudit(trx, ctx, {
      stream: legumerieId,
      noun: "legumerie-batches",
      nounId: batch.id,
      action: before === undefined ? "created" : batch.endedOn === null ? "updated" : "ended",
      before: before ?? null,
      after: batch,
    });
    return { saved: true, id: batch.id };
  });
}

interface WrittenBatch {
  legumerieId: Id;
  batch: Batch;
}

async function issuesOf(
  trx: Transaction<Database>,
  ctx: ActionContext,
  { legumerieId, batch }: WrittenBatch,
): Promise<LegumerieIssue[]> {
  const lots = await listLotStocks(trx, {
    legumerieId,
    lotIds: batch.inputs.map(({ lotId }) => lotId),
    exceptBatchId: batch.id,
  });
  const products = await listProductsById(
    trx,
    batch.outputs.map(({ productId }) => productId),
  );
  const families = new Map(products.map(({ id, family }) => [id, family]));
  return checkBatch(batch, { today: ctx.today, lots, families });
}

/** An output or a loss whose id is already another batch's is a CONFLICT. */
async function writeBatch(
  trx: Transaction<Database>,
  ctx: ActionContext,
  { legumerieId, batch }: WrittenBatch,
): Promise<void> {
  try {
    await putBatch(trx, { ...batch, legumerieId, createdAt: ctx.now });
  } catch (error) {
    if (constraintOf(error) === "unique") throw new AppError("CONFLICT");
    throw error;
  }
}

/** Parts by id, keys in one order: equal batches have equal texts. */
function textOf({ id, startedOn, endedOn, cut, inputs, outputs, losses }: Batch): string {
  return toJsonText([
    [id, startedOn, endedOn, cut],
    inputs.map((input) => [input.lotId, input.grams]).sort(byFirst),
    outputs
      .map((output) => [
        output.id,
        output.productId,
        output.netGrams,
        output.packGrams,
        output.packedOn,
        output.useBy,
      ])
      .sort(byFirst),
    losses.map((loss) => [loss.id, loss.grams, loss.cause, loss.destination]).sort(byFirst),
  ]);
}

function byFirst(a: readonly unknown[], b: readonly unknown[]): number {
  return String(a[0]) < String(b[0]) ? -1 : 1;
}
