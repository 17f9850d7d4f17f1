import type { Kysely } from "kysely";
import type { Database } from "../../db/database.ts";
import { findCanteen } from "../../db/queries/canteens.ts";
import { findOrderingTerms, upsertOrderingTerms } from "../../db/queries/ordering-terms.ts";
import { findSupplier } from "../../db/queries/suppliers.ts";
import { inTransaction, lockCanteen } from "../../db/transaction.ts";
import type { Id } from "../../shared/ids.ts";
import type { OrderingTerms } from "../../shared/ordering-terms.ts";
import { NO_ORDERING_TERMS } from "../../shared/ordering-terms.ts";
import type { SaveResult } from "../../shared/save-result.ts";
import type { ActionContext } from "../action-context.ts";
import { AppError } from "../app-error.ts";
import { saveRecord } from "./save-record.ts";

/** A supplier, and the canteen whose organisation it is asked for. */
export interface TermsKey {
  canteenId: Id;
  supplierId: Id;
}

/** How the supplier takes orders from the canteen's organisation; nothing but nulls: nobody has said. */
export async function readOrderingTerms(db: Kysely<Database>, key: TermsKey): Promise<OrderingTerms> {
  const organisationId = await organisationOf(db, key.canteenId);
  const terms = await findOrderingTerms(db, { organisationId, supplierId: key.supplierId });
  return terms ?? NO_ORDERING_TERMS;
}

/** Says it anew, for every canteen of the organisation. NOT_FOUND: no such supplier. */
export async function saveOrderingTerms(
  ctx: ActionContext,
  { canteenId, supplierId }: TermsKey,
  terms: OrderingTerms,
): Promise<SaveResult> {
  const after = {
    ...terms,
    deliveryDays: [...new Set(terms.deliveryDays)].sort((one, other) => one - other),
  };
  await inTransaction(ctx.db, async (trx) => {
    const key = { organisationId: await organisationOf(trx, canteenId), supplierId };
    if ((await findSupplier(trx, supplierId)) === undefined) throw new AppError("NOT_FOUND");
    await lockCanteen(trx, ctx.engine, key.organisationId);
    const before = await findOrderingTerms(trx, key);
    await saveRecord(trx, ctx, {
      stream: key.organisationId,
      noun: "ordering-terms",
      id: supplierId,
      before: before && { ...before, supplierId },
      after: { ...after, supplierId },
      write: () => upsertOrderingTerms(trx, key, after),
    });
  });
  return { saved: true, id: supplierId, moved: null };
}

/** The organisation of a canteen. NOT_FOUND: there is no such canteen. */
export async function organisationOf(db: Kysely<Database>, canteenId: Id): Promise<Id> {
  const canteen = await findCanteen(db, canteenId);
  if (canteen === undefined) throw new AppError("NOT_FOUND");
  return canteen.organisationId;
}
