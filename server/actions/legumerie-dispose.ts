import { toJsonText } from "../../db/json.ts";
import { appendAudit } from "../../db/queries/audit.ts";
import { findDisposal, insertDisposal } from "../../db/queries/legumerie-disposals.ts";
import { inTransaction, lockCanteen } from "../../db/transaction.ts";
import type { Id } from "../../shared/ids.ts";
import type { Disposal } from "../../shared/legumerie/disposals.ts";
import { checkDisposal } from "../../shared/legumerie/disposals.ts";
import type { ActionContext } from "../action-context.ts";
import { AppError } from "../app-error.ts";
import { readOutputsOn } from "./legumerie-outputs-on.ts";
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
    const outputs = await readOutputsOn(trx, { legumerieId, outputIds: [outputId], day: disposedOn });
    const issues = checkDisposal(disposal, { today: ctx.today, output: outputs.get(outputId) });
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
