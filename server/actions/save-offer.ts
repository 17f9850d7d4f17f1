import type { Kysely } from "kysely";
import type { Database } from "../../db/database.ts";
import { listCommunesByCodes } from "../../db/queries/communes.ts";
import { findOffer, insertOffer, updateOffer } from "../../db/queries/offers.ts";
import { findProduct } from "../../db/queries/products.ts";
import { findSupplier } from "../../db/queries/suppliers.ts";
import { inTransaction } from "../../db/transaction.ts";
import type { FieldIssue } from "../../shared/field-issues.ts";
import type { Id } from "../../shared/ids.ts";
import type { Offer, OfferInput } from "../../shared/offers.ts";
import type { SaveResult } from "../../shared/save-result.ts";
import type { ActionContext } from "../action-context.ts";
import { AppError } from "../app-error.ts";
import { SHARED_STREAM, saveRecord } from "./save-record.ts";

/** Creates or changes an article of a supplier. Lines already entered keep what they were entered with. */
export async function saveOffer(
  ctx: ActionContext,
  { id, supplierId, input }: { id: Id; supplierId: Id; input: OfferInput },
): Promise<SaveResult> {
  const issues = await checkOffer(ctx.db, input);
  if (issues.length > 0) return { saved: false, issues };
  const after: Offer = { id, supplierId, ...input };
  await inTransaction(ctx.db, async (trx) => {
    const before = await findOffer(trx, id);
    if (before !== undefined && before.supplierId !== supplierId) throw new AppError("CONFLICT");
    if (before === undefined && (await findSupplier(trx, supplierId)) === undefined)
      throw new AppError("NOT_FOUND");
    await saveRecord(trx, ctx, {
      stream: SHARED_STREAM,
      noun: "offers",
      id,
      before,
      after,
      write: () => (before ? updateOffer(trx, after) : insertOffer(trx, { ...after, createdAt: ctx.now })),
    });
  });
  return { saved: true, id, moved: null };
}

/** What an article names that is not there. */
export async function checkOffer(
  db: Kysely<Database>,
  input: Pick<OfferInput, "productId" | "producerId" | "originCommunes">,
): Promise<FieldIssue[]> {
  const issues: FieldIssue[] = [];
  if (input.productId !== null && (await findProduct(db, input.productId)) === undefined)
    issues.push({ field: "productId", code: "choice", otherId: null });
  if (input.producerId !== null && (await findSupplier(db, input.producerId)) === undefined)
    issues.push({ field: "producerId", code: "choice", otherId: null });
  const codes = new Set(input.originCommunes);
  if ((await listCommunesByCodes(db, [...codes])).length !== codes.size)
    issues.push({ field: "originCommunes", code: "commune", otherId: null });
  return issues;
}
