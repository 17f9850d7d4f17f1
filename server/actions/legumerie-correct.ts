import type { Transaction } from "kysely";
import type { Database } from "../../db/database.ts";
import { toJsonText } from "../../db/json.ts";
import { appendAudit } from "../../db/queries/audit.ts";
import { findBatch } from "../../db/queries/legumerie-batches.ts";
import { addCorrections, findCorrection, insertCorrection } from "../../db/queries/legumerie-corrections.ts";
import { findDisposal } from "../../db/queries/legumerie-disposals.ts";
import { listStandingLots } from "../../db/queries/legumerie-lots.ts";
import { listOutputMoves } from "../../db/queries/legumerie-outputs.ts";
import { inTransaction, lockCanteen } from "../../db/transaction.ts";
import type { Id } from "../../shared/ids.ts";
import type { Correction, CorrectionSurroundings } from "../../shared/legumerie/corrections.ts";
import { checkCorrection } from "../../shared/legumerie/corrections.ts";
import { mostOut } from "../../shared/legumerie/stock.ts";
import type { Batch } from "../../shared/legumerie.ts";
import type { ActionContext } from "../action-context.ts";
import { AppError } from "../app-error.ts";
import { readOutputsOn } from "./legumerie-outputs-on.ts";
import type { LedgerOutcome } from "./legumerie-receive-lot.ts";

/**
 * Adds an entry that says what was true all along: nothing that was written is changed. Sending it again changes
 * nothing; another content under the same id is a CONFLICT.
 */
export async function correctLedger(
  ctx: ActionContext,
  legumerieId: Id,
  correction: Correction,
): Promise<LedgerOutcome> {
  const { id } = correction;
  return inTransaction(ctx.db, async (trx) => {
    await lockCanteen(trx, ctx.engine, legumerieId);
    const stored = await findCorrection(trx, { legumerieId, id });
    if (stored !== undefined) {
      if (textOf(stored) !== textOf(correction)) throw new AppError("CONFLICT");
      return { saved: true, id };
    }
    const around = await surroundingsOf(trx, legumerieId, correction);
    const issues = checkCorrection(correction, around);
    if (issues.length > 0) return { saved: false, issues };
    await insertCorrection(trx, {
      ...correction,
      legumerieId,
      correctedOn: ctx.today,
      createdAt: ctx.now,
    });
    await appendAudit(trx, ctx, {
      stream: legumerieId,
      noun: "legumerie-corrections",
      nounId: id,
      action: "created",
      before: null,
      after: correction,
    });
    return { saved: true, id };
  });
}

async function surroundingsOf(
  trx: Transaction<Database>,
  legumerieId: Id,
  { lines }: Correction,
): Promise<CorrectionSurroundings> {
  const batches = new Map<Id, Batch>();
  for (const batchId of new Set(lines.flatMap((line) => line.batchId ?? []))) {
    const batch = await findBatch(trx, { legumerieId, batchId });
    if (batch !== undefined) batches.set(batchId, batch);
  }
  await addCorrections(trx, { legumerieId, batches: [...batches.values()] });
  const lotIds = lines.flatMap(({ part, subjectId }) =>
    part === "LOT" || part === "INPUT" ? [subjectId] : [],
  );
  const outputIds = [...batches.values()].flatMap(({ outputs }) => outputs.map((output) => output.id));
  const moves = await listOutputMoves(trx, { legumerieId, outputIds });
  return {
    lots: await listStandingLots(trx, { legumerieId, lotIds }),
    batches,
    outGrams: new Map([...moves].map(([id, moved]) => [id, mostOut(moved)])),
    disposals: await readDisposals(trx, legumerieId, lines),
  };
}

async function readDisposals(
  trx: Transaction<Database>,
  legumerieId: Id,
  lines: Correction["lines"],
): Promise<CorrectionSurroundings["disposals"]> {
  const found = new Map<Id, { grams: number; leftGrams: number }>();
  for (const { part, subjectId: id } of lines) {
    const disposal = part === "DISPOSAL" ? await findDisposal(trx, { legumerieId, id }) : undefined;
    if (disposal === undefined) continue;
    const { outputId, disposedOn: day, standingGrams: grams } = disposal;
    const outputs = await readOutputsOn(trx, { legumerieId, outputIds: [outputId], day });
    const output = outputs.get(outputId);
    found.set(id, { grams, leftGrams: output?.leftGrams ?? 0 });
  }
  return found;
}

/** Lines by part, batch and subject, keys in one order: equal corrections have equal texts. */
function textOf({ reason, lines }: Correction): string {
  const rows = lines.map(({ part, batchId, subjectId, grams }) => [part, batchId ?? "", subjectId, grams]);
  return toJsonText([reason, rows.map((row) => toJsonText(row)).sort()]);
}
