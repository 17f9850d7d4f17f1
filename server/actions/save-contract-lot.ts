import type { Kysely } from "kysely";
import type { Database } from "../../db/database.ts";
import { countOffersOf } from "../../db/queries/article-memory.ts";
import { appendAudit } from "../../db/queries/audit.ts";
import {
  deleteContractLot,
  findContractLot,
  listContractLots,
  upsertContractLot,
} from "../../db/queries/contract-lots.ts";
import { findSupplier } from "../../db/queries/suppliers.ts";
import { inTransaction, lockCanteen } from "../../db/transaction.ts";
import type { ContractLotInput, StoredContractLot } from "../../shared/contract-lots.ts";
import type { Id } from "../../shared/ids.ts";
import type { Moved } from "../../shared/moves.ts";
import type { SaveResult } from "../../shared/save-result.ts";
import type { ActionContext } from "../action-context.ts";
import { AppError } from "../app-error.ts";
import { planReclassification, runReclassification } from "./reclassify.ts";
import type { TermsKey } from "./save-ordering-terms.ts";
import { organisationOf } from "./save-ordering-terms.ts";
import { saveRecord } from "./save-record.ts";

/** Lots that the canteen's organisation awarded to the supplier, the latest first. */
export async function readContractLots(
  db: Kysely<Database>,
  { canteenId, supplierId }: TermsKey,
): Promise<StoredContractLot[]> {
  const organisationId = await organisationOf(db, canteenId);
  return listContractLots(db, { organisationId, supplierIds: [supplierId] });
}

/** Adds or changes a lot and classifies the supplier's lines anew. NOT_FOUND: no such supplier; CONFLICT: another's lot. */
export async function saveContractLot(
  ctx: ActionContext,
  { canteenId, supplierId }: TermsKey,
  { id, input, tellOf }: { id: Id; input: ContractLotInput; tellOf: readonly Id[] },
): Promise<SaveResult> {
  const saved = await inTransaction(ctx.db, async (trx) => {
    const organisationId = await organisationOf(trx, canteenId);
    await lockCanteen(trx, ctx.engine, organisationId);
    if ((await findSupplier(trx, supplierId)) === undefined) throw new AppError("NOT_FOUND");
    const offerIds = [...new Set(input.marks.map(({ offerId }) => offerId))];
    if (
      offerIds.length < input.marks.length ||
      (await countOffersOf(trx, { supplierId, offerIds })) < offerIds.length
    )
      return null;
    const before = await findContractLot(trx, { organisationId, id });
    if (before !== undefined && before.supplierId !== supplierId) throw new AppError("CONFLICT");
    const after: StoredContractLot = { id, supplierId, ...input };
    const changed = await saveRecord(trx, ctx, {
      stream: organisationId,
      noun: "contract-lots",
      id,
      before,
      after,
      write: () => upsertContractLot(trx, organisationId, { ...after, createdAt: ctx.now }),
    });
    return {
      jobId: changed ? await planReclassification(trx, ctx, { kind: "supplier", id: supplierId }) : null,
    };
  });
  if (saved === null) return { saved: false, issues: [{ field: "marks", code: "choice", otherId: null }] };
  const { jobId } = saved;
  return { saved: true, id, moved: jobId === null ? null : await runReclassification(ctx, jobId, tellOf) };
}

/** Removes a lot and says what its lines became. NOT_FOUND: the canteen's organisation has no such lot. */
export async function removeContractLot(
  ctx: ActionContext,
  { canteenId, id, tellOf }: { canteenId: Id; id: Id; tellOf: readonly Id[] },
): Promise<Moved> {
  const jobId = await inTransaction(ctx.db, async (trx) => {
    const organisationId = await organisationOf(trx, canteenId);
    await lockCanteen(trx, ctx.engine, organisationId);
    const before = await findContractLot(trx, { organisationId, id });
    if (before === undefined) throw new AppError("NOT_FOUND");
    await deleteContractLot(trx, id);
    await appendAudit(trx, ctx, {
      stream: organisationId,
      noun: "contract-lots",
      nounId: id,
      action: "deleted",
      before,
      after: null,
    });
    return await planReclassification(trx, ctx, { kind: "supplier", id: before.supplierId });
  });
  return runReclassification(ctx, jobId, tellOf);
}
