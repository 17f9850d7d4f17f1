import type { Kysely } from "kysely";
import { constraintOf } from "../../db/constraint.ts";
import type { Database } from "../../db/database.ts";
import { findCommune } from "../../db/queries/communes.ts";
import { listSupplierIdsNamed } from "../../db/queries/seller-aliases.ts";
import {
  findSupplier,
  findSupplierBySiret,
  insertSupplier,
  updateSupplier,
} from "../../db/queries/suppliers.ts";
import { inTransaction, lockCanteen } from "../../db/transaction.ts";
import type { FieldIssue } from "../../shared/field-issues.ts";
import type { Id } from "../../shared/ids.ts";
import type { SaveResult } from "../../shared/save-result.ts";
import type { Supplier, SupplierInput } from "../../shared/suppliers.ts";
import type { ActionContext } from "../action-context.ts";
import { planReclassification, runReclassification } from "./reclassify.ts";
import { SHARED_STREAM, saveRecord } from "./save-record.ts";

export interface SupplierSave {
  id: Id;
  input: SupplierInput;
  /** Canteens whose lines the caller may hear of. */
  tellOf: readonly Id[];
}

/**
 * Creates or changes a supplier; what decides a verdict reclassifies its lines. Without a SIRET only its name tells it
 * apart: a new one is refused where that name is there already, whoever made it and however short before.
 */
export async function saveSupplier(
  ctx: ActionContext,
  { id, input, tellOf }: SupplierSave,
): Promise<SaveResult> {
  const issues = await checkSupplier(ctx.db, { id, input });
  if (issues.length > 0) return { saved: false, issues };
  try {
    const written = await writeSupplier(ctx, { id, ...input });
    if ("namesakeId" in written)
      return { saved: false, issues: [{ field: "name", code: "name-taken", otherId: written.namesakeId }] };
    const { jobId } = written;
    return { saved: true, id, moved: jobId === null ? null : await runReclassification(ctx, jobId, tellOf) };
  } catch (error) {
    if (constraintOf(error) === "unique" && input.siret !== null)
      return { saved: false, issues: [taken(null)] };
    throw error;
  }
}

/** The reclassification to run (null: no verdict depends on what changed), or the supplier that has the name already. */
function writeSupplier(
  ctx: ActionContext,
  after: Supplier,
): Promise<{ jobId: Id | null } | { namesakeId: Id }> {
  const { id } = after;
  return inTransaction(ctx.db, async (trx) => {
    if (after.siret === null && (await findSupplier(trx, id)) === undefined) {
      // The lock of imports and invoices, which make suppliers too.
      await lockCanteen(trx, ctx.engine, "suppliers");
      const [namesakeId] = (await listSupplierIdsNamed(trx, after.name)).filter((other) => other !== id);
      if (namesakeId !== undefined) return { namesakeId };
    }
    const before = await findSupplier(trx, id);
    await saveRecord(trx, ctx, {
      stream: SHARED_STREAM,
      noun: "suppliers",
      id,
      before,
      after,
      write: () =>
        before ? updateSupplier(trx, after) : insertSupplier(trx, { ...after, createdAt: ctx.now }),
    });
    if (before === undefined || !decidesVerdicts(before, after)) return { jobId: null };
    return { jobId: await planReclassification(trx, ctx, { kind: "supplier", id }) };
  });
}

async function checkSupplier(
  db: Kysely<Database>,
  { id, input }: Pick<SupplierSave, "id" | "input">,
): Promise<FieldIssue[]> {
  const issues: FieldIssue[] = [];
  const namesake = input.siret === null ? undefined : await findSupplierBySiret(db, input.siret);
  if (namesake !== undefined && namesake.id !== id) issues.push(taken(namesake.id));
  for (const field of ["commune", "productionCommune"] as const) {
    const code = input[field];
    if (code !== null && (await findCommune(db, code)) === undefined)
      issues.push({ field, code: "commune", otherId: null });
  }
  return issues;
}

function taken(otherId: Id | null): FieldIssue {
  return { field: "siret", code: "siret-taken", otherId };
}

/** The name is in the sentence of the verdict; the rest are facts of the rules. */
function decidesVerdicts(before: Supplier, after: Supplier): boolean {
  return (
    before.name !== after.name ||
    before.kind !== after.kind ||
    before.productionCommune !== after.productionCommune ||
    before.position?.latE6 !== after.position?.latE6 ||
    before.position?.lngE6 !== after.position?.lngE6
  );
}
