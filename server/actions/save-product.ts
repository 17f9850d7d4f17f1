import type { Kysely } from "kysely";
import type { Database } from "../../db/database.ts";
import { countOtherForms, findProduct, insertProduct, updateProduct } from "../../db/queries/products.ts";
import { inTransaction } from "../../db/transaction.ts";
import type { FieldIssue } from "../../shared/field-issues.ts";
import type { Id } from "../../shared/ids.ts";
import type { Product, ProductInput } from "../../shared/products.ts";
import type { SaveResult } from "../../shared/save-result.ts";
import type { ActionContext } from "../action-context.ts";
import { planReclassification, runReclassification } from "./reclassify.ts";
import { SHARED_STREAM, saveRecord } from "./save-record.ts";

/** Creates or changes a product; what decides a verdict reclassifies its lines. `tellOf`: canteens the caller may hear of. */
export async function saveProduct(
  ctx: ActionContext,
  { id, input, tellOf }: { id: Id; input: ProductInput; tellOf: readonly Id[] },
): Promise<SaveResult> {
  const after: Product = { id, ...input };
  const issues = await checkBase(ctx.db, after);
  if (issues.length > 0) return { saved: false, issues };
  const jobId = await inTransaction(ctx.db, async (trx) => {
    const before = await findProduct(trx, id);
    await saveRecord(trx, ctx, {
      stream: SHARED_STREAM,
      noun: "products",
      id,
      before,
      after,
      write: () => (before ? updateProduct(trx, after) : insertProduct(trx, after)),
    });
    if (before === undefined || !decidesVerdicts(before, after)) return null;
    return await planReclassification(trx, ctx, { kind: "product", id });
  });
  return { saved: true, id, moved: jobId === null ? null : await runReclassification(ctx, jobId, tellOf) };
}

/** Forms are one level deep, so that a product and its equivalents are found in one step. */
async function checkBase(db: Kysely<Database>, { id, baseProductId }: Product): Promise<FieldIssue[]> {
  if (baseProductId === null) return [];
  const refused = (code: FieldIssue["code"]): FieldIssue[] => [
    { field: "baseProductId", code, otherId: null },
  ];
  const base = baseProductId === id ? undefined : await findProduct(db, baseProductId);
  if (base === undefined) return refused("choice");
  return base.baseProductId !== null || (await countOtherForms(db, id)) > 0 ? refused("form-of-form") : [];
}

/** The family is kept on each line, as it was bought; these facts are read from the product. */
function decidesVerdicts(before: Product, after: Product): boolean {
  return (
    before.composition !== after.composition ||
    before.plant !== after.plant ||
    before.farmKind !== after.farmKind
  );
}
