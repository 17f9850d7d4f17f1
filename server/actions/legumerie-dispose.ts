import type { Transaction } from "kysely";
import type { Database } from "../../db/database.ts";
import { toJsonText } from "../../db/json.ts";
import { appendAudit } from "../../db/queries/audit.ts";
import { findDisposal, insertDisposal } from "../../db/queries/legumerie-disposals.ts";
import type { SoldOutputRow } from "../../db/queries/legumerie-outputs.ts";
import { listOutputMoves, listSoldOutputs } from "../../db/queries/legumerie-outputs.ts";
import { inTransaction, lockCanteen } from "../../db/transaction.ts";
import type { IsoDate } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import type { Disposal } from "../../shared/legumerie/disposals.ts";
import { checkDisposal } from "../../shared/legumerie/disposals.ts";
import { leftFrom } from "../../shared/legumerie/stock.ts";
import type { ActionContext } from "../action-context.ts";
import { AppError } from "../app-error.ts";
import type { LedgerOutcome } from "./legumerie-receive-lot.ts";

/**
 * Takes finished goods out of stock by an entry of its own. Sending it again changes nothing; another content under the
 * same id is a CONFLICT: it is put right by a correction.
 */
export async function dispose(
  ctx: ActionContext,
  legumerieId: Id,
  disposal: Disposal,
): Promise<LedgerOutcome> {
  const { id, outputId, disposedOn } = disposal;
  return inTransaction(ctx.db, async (trx) => {
    await lockCanteen(trx, ctx.engine, legumerieId);
    const stored = await findDisposal(trx, { legumerieId, id });
    if (stored !== undefined) {
      const { standingGrams: _, ...written } = stored;
      if (toJsonText(written) !== toJsonText(disposal)) throw new AppError("CONFLICT");
      return { saved: true, id };
    }
    const output = await readOutputOn(trx, { legumerieId, outputId, day: disposedOn });
    const issues = checkDisposal(disposal, { today: ctx.today, output });
    if (issues.length > 0) return { saved: false, issues };
    await insertDisposal(trx, { ...disposal, legumerieId, createdAt: ctx.now });
    await appendAudit(trx, ctx, {
      stream: legumerieId,
      noun: "legumerie-disposals",
      nounId: id,
      action: "created",
      before: null,
      after: disposal,
    });
    return { saved: true, id };
  });
}

/** The output lot with what may leave it on that day, so that no later stock is negative; undefined: unknown. */
export async function readOutputOn(
  trx: Transaction<Database>,
  { legumerieId, outputId, day }: { legumerieId: Id; outputId: Id; day: IsoDate },
): Promise<SoldOutputRow | undefined> {
  const key = { legumerieId, outputIds: [outputId] };
  const output = (await listSoldOutputs(trx, key)).get(outputId);
  if (output === undefined) return undefined;
  const moves = (await listOutputMoves(trx, key)).get(outputId) ?? [];
  return { ...output, leftGrams: leftFrom({ netGrams: output.leftGrams + output.takenGrams, moves }, day) };
}
