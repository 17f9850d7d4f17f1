import { appendAudit } from "../../db/queries/audit.ts";
import { insertNotices } from "../../db/queries/legumerie-notices.ts";
import {
  findLateRefusal,
  findRefusableDelivery,
  insertLateRefusal,
} from "../../db/queries/legumerie-refusals.ts";
import { inTransaction, lockCanteen } from "../../db/transaction.ts";
import type { Id } from "../../shared/ids.ts";
import { newId } from "../../shared/ids.ts";
import type { LateRefusalInput } from "../../shared/legumerie/late-refusals.ts";
import { checkLateRefusal, refusedLine } from "../../shared/legumerie/late-refusals.ts";
import type { OrderLine } from "../../shared/orders.ts";
import type { ActionContext } from "../action-context.ts";
import { AppError } from "../app-error.ts";
import type { LedgerOutcome } from "./legumerie-receive-lot.ts";
import { readOrder } from "./read-order.ts";
import { saveOrder } from "./save-order.ts";

/**
 * Kilos a canteen sends back after the delivery was written: an entry in the ledger, as much less received on the
 * canteen's line, and a notice. Sending it again changes nothing; another content under the same id is a CONFLICT.
 */
export async function refuseDelivered(
  ctx: ActionContext,
  legumerieId: Id,
  refusal: LateRefusalInput,
): Promise<LedgerOutcome> {
  const { id, canteenId, deliveryId, grams, reason, note } = refusal;
  return inTransaction(ctx.db, async (trx) => {
    await lockCanteen(trx, ctx.engine, legumerieId);
    const stored = await findLateRefusal(trx, { canteenId, id });
    if (stored !== undefined) {
      const same = stored.deliveryId === deliveryId && stored.grams === grams && stored.reason === reason;
      if (!same || stored.note !== note) throw new AppError("CONFLICT");
      return { saved: true, id };
    }
    const delivery = await findRefusableDelivery(trx, { legumerieId, canteenId, deliveryId });
    if (delivery === undefined) throw new AppError("NOT_FOUND");
    const issues = checkLateRefusal(refusal, { today: ctx.today, ...delivery });
    if (issues.length > 0) return { saved: false, issues };
    const { order } = await readOrder(trx, { canteenId, orderId: delivery.orderId });
    let creditHtCents = 0;
    const lines = order.lines.map((line): OrderLine => {
      if (line.id !== delivery.lineId) return line;
      const changed = refusedLine(line, { grams, refusal: { reason, note } });
      creditHtCents = line.amountHtCents - changed.amountHtCents;
      return changed;
    });
    const outcome = await saveOrder({ ...ctx, db: trx }, canteenId, { ...order, lines });
    if (!outcome.saved) throw new AppError("INVALID", { field: outcome.issues[0]?.field ?? "grams" });
    const { outputId, productId, cut } = delivery;
    const written = { ...refusal, legumerieId, outputId, creditHtCents, refusedOn: ctx.today };
    await insertLateRefusal(trx, { ...written, createdAt: ctx.now });
    const about = { canteenId, legumerieId, productId, cut, grams, reason, words: note };
    const told = { id: newId(), kind: "REFUSAL" as const, day: ctx.today, outOfArea: false, readOn: null };
    await insertNotices(trx, [{ ...about, ...told, orderId: delivery.orderId, createdAt: ctx.now }]);
    await appendAudit(trx, ctx, {
      stream: legumerieId,
      noun: "legumerie-refusals",
      nounId: id,
      action: "created",
      before: null,
      after: written,
    });
    return { saved: true, id };
  });
}
