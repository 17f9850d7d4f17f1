import type { Kysely } from "kysely";
import type { Database } from "../../db/database.ts";
import { appendAudit } from "../../db/queries/audit.ts";
import { findCanteen } from "../../db/queries/canteens.ts";
import { deleteProofRequest, findProofRequest, insertProofRequest } from "../../db/queries/proof-requests.ts";
import { findSupplier } from "../../db/queries/suppliers.ts";
import { inTransaction, lockCanteen } from "../../db/transaction.ts";
import type { Id } from "../../shared/ids.ts";
import type { ProofRequest, ProofRequestInput } from "../../shared/proof-requests.ts";
import type { ActionContext } from "../action-context.ts";
import { AppError } from "../app-error.ts";

const NOUN = "proof-requests";

/**
 * Keeps the letter that a canteen's organisation sends to a supplier; the same request again changes nothing.
 * NOT_FOUND: no such supplier. CONFLICT: the id is another request's.
 */
export async function askProofs(ctx: ActionContext, canteenId: Id, input: ProofRequestInput): Promise<void> {
  await inTransaction(ctx.db, async (trx) => {
    // Sent twice at once, it is done once.
    await lockCanteen(trx, ctx.engine, canteenId);
    const organisationId = await organisationOf(trx, canteenId);
    const before = await findProofRequest(trx, input.id);
    if (before !== undefined) {
      if (before.organisationId === organisationId && before.supplierId === input.supplierId) return;
      throw new AppError("CONFLICT");
    }
    if ((await findSupplier(trx, input.supplierId)) === undefined) throw new AppError("NOT_FOUND");
    const request: ProofRequest = { ...input, organisationId, askedOn: ctx.today, createdAt: ctx.now };
    await insertProofRequest(trx, { ...request, createdBy: ctx.userId });
    await appendAudit(trx, ctx, {
      stream: organisationId,
      noun: NOUN,
      nounId: request.id,
      action: "created",
      before: null,
      after: told(request),
    });
  });
}

/** Takes a request back, for it was never sent. NOT_FOUND: the canteen's organisation has no such one. */
export async function withdrawProofRequest(ctx: ActionContext, canteenId: Id, id: Id): Promise<void> {
  await inTransaction(ctx.db, async (trx) => {
    // Sent twice at once, it is done once.
    await lockCanteen(trx, ctx.engine, canteenId);
    const organisationId = await organisationOf(trx, canteenId);
    const before = await findProofRequest(trx, id);
    if (before?.organisationId !== organisationId) throw new AppError("NOT_FOUND");
    await deleteProofRequest(trx, id);
    await appendAudit(trx, ctx, {
      stream: organisationId,
      noun: NOUN,
      nounId: id,
      action: "deleted",
      before: told(before),
      after: null,
    });
  });
}

async function organisationOf(db: Kysely<Database>, canteenId: Id): Promise<Id> {
  const canteen = await findCanteen(db, canteenId);
  if (canteen === undefined) throw new AppError("NOT_FOUND");
  return canteen.organisationId;
}

function told({ supplierId, proofs, askedOn, letter }: ProofRequest): Record<string, unknown> {
  return { supplierId, schemes: proofs.map(({ scheme }) => scheme), askedOn, letter };
}
