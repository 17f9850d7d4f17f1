import type { Kysely } from "kysely";
import type { Database } from "../../db/database.ts";
import { appendAudit } from "../../db/queries/audit.ts";
import {
  deleteCertificate,
  findCertificate,
  insertCertificate,
  updateCertificate,
} from "../../db/queries/certificates.ts";
import { isFileKept } from "../../db/queries/files.ts";
import { findSupplier } from "../../db/queries/suppliers.ts";
import { inTransaction } from "../../db/transaction.ts";
import type { Certificate, CertificateInput } from "../../shared/certificates.ts";
import type { Id } from "../../shared/ids.ts";
import type { Moved } from "../../shared/moves.ts";
import type { SaveResult } from "../../shared/save-result.ts";
import type { ActionContext } from "../action-context.ts";
import { AppError } from "../app-error.ts";
import { planReclassification, runReclassification } from "./reclassify.ts";
import { SHARED_STREAM, saveRecord } from "./save-record.ts";

export interface CertificateSave {
  id: Id;
  supplierId: Id;
  input: CertificateInput;
  /** Canteens whose lines the caller may hear of. */
  tellOf: readonly Id[];
}

/** Adds or changes a proof of a supplier and reclassifies the lines it speaks for. */
export async function saveCertificate(
  ctx: ActionContext,
  { id, supplierId, input, tellOf }: CertificateSave,
): Promise<SaveResult> {
  const after: Certificate = { id, supplierId, ...input };
  const outcome = await inTransaction(ctx.db, async (trx) => {
    if (input.fileId !== null && !(await isFileKept(trx, input.fileId))) return "file-missing";
    const before = await findCertificate(trx, id);
    if (before !== undefined && before.supplierId !== supplierId) throw new AppError("CONFLICT");
    if (before === undefined) await requireSupplier(trx, supplierId);
    const changed = await saveRecord(trx, ctx, {
      stream: SHARED_STREAM,
      noun: "certificates",
      id,
      before,
      after,
      write: () =>
        before ? updateCertificate(trx, after) : insertCertificate(trx, { ...after, createdAt: ctx.now }),
    });
    return changed
      ? { jobId: await planReclassification(trx, ctx, { kind: "supplier", id: supplierId }) }
      : null;
  });
  if (outcome === "file-missing")
    return { saved: false, issues: [{ field: "fileId", code: "file-missing", otherId: null }] };
  return {
    saved: true,
    id,
    moved: outcome === null ? null : await runReclassification(ctx, outcome.jobId, tellOf),
  };
}

/** Removes a proof and says what its lines became; throws NOT_FOUND when it is not there. */
export async function removeCertificate(
  ctx: ActionContext,
  { id, tellOf }: Pick<CertificateSave, "id" | "tellOf">,
): Promise<Moved> {
  const jobId = await inTransaction(ctx.db, async (trx) => {
    const before = await findCertificate(trx, id);
    if (before === undefined) throw new AppError("NOT_FOUND");
    await deleteCertificate(trx, id);
    await appendAudit(trx, ctx, {
      stream: SHARED_STREAM,
      noun: "certificates",
      nounId: id,
      action: "deleted",
      before,
      after: null,
    });
    return await planReclassification(trx, ctx, { kind: "supplier", id: before.supplierId });
  });
  return runReclassification(ctx, jobId, tellOf);
}

async function requireSupplier(db: Kysely<Database>, supplierId: Id): Promise<void> {
  if ((await findSupplier(db, supplierId)) === undefined) throw new AppError("NOT_FOUND");
}
