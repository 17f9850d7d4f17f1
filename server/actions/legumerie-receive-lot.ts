import { toJsonText } from "../../db/json.ts";
import { appendAudit } from "../../db/queries/audit.ts";
import { findCommune } from "../../db/queries/communes.ts";
import { findLot, insertLot } from "../../db/queries/legumerie-lots.ts";
import { findProduct } from "../../db/queries/products.ts";
import { findSupplier } from "../../db/queries/suppliers.ts";
import { inTransaction, lockCanteen } from "../../db/transaction.ts";
import type { Id } from "../../shared/ids.ts";
import { checkLot } from "../../shared/legumerie/check-lot.ts";
import type { LegumerieIssue } from "../../shared/legumerie/issues.ts";
import type { Lot } from "../../shared/legumerie.ts";
import type { ActionContext } from "../action-context.ts";
import { AppError } from "../app-error.ts";

/** Written in the ledger, or refused with everything that is wrong. */
export type LedgerOutcome = { saved: true; id: Id } | { saved: false; issues: LegumerieIssue[] };

/**
 * Adds a received lot to the workshop's ledger. Sending it again changes nothing; another content under the
 * same id is a CONFLICT: what was received is never edited.
 */
export async function receiveLot(ctx: ActionContext, legumerieId: Id, lot: Lot): Promise<LedgerOutcome> {
  return inTransaction(ctx.db, async (trx) => {
    await lockCanteen(trx, ctx.engine, legumerieId);
    const stored = await findLot(trx, { legumerieId, lotId: lot.id });
    if (stored !== undefined) {
      if (toJsonText(stored) !== toJsonText(inOrderOf(stored, lot))) throw new AppError("CONFLICT");
      return { saved: true, id: lot.id };
    }
    const producer = await findSupplier(trx, lot.producerId);
    const product = await findProduct(trx, lot.productId);
    const issues = checkLot(lot, {
      today: ctx.today,
      producerKind: producer?.kind ?? null,
      productFamily: product?.family ?? null,
      communeKnown: lot.originCommune === null || (await findCommune(trx, lot.originCommune)) !== undefined,
    });
    if (issues.length > 0) return { saved: false, issues };
    await insertLot(trx, { ...lot, legumerieId, createdAt: ctx.now });
    await appendAudit(trx, ctx, {
      stream: legumerieId,
      noun: "legumerie-lots",
      nounId: lot.id,
      action: "created",
      before: null,
      after: lot,
    });
    return { saved: true, id: lot.id };
  });
}

/** The same values with the keys of the first, so that their texts compare. */
function inOrderOf<T extends object>(order: T, values: T): T {
  return { ...order, ...values };
}
