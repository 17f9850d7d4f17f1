import type { Kysely, Transaction } from "kysely";
import type { Database } from "../../db/database.ts";
import { appendAudit } from "../../db/queries/audit.ts";
import {
  deleteCertificate,
  findCertificate,
  insertCertificate,
  updateCertificate,
} from "../../db/queries/certificates.ts";
import { findProof, findUploadedFile, isFileKept } from "../../db/queries/files.ts";
import { countOffersUnder } from "../../db/queries/offers.ts";
import { findSupplier } from "../../db/queries/suppliers.ts";
import { inTransaction } from "../../db/transaction.ts";
import type { Certificate, CertificateInput } from "../../shared/certificates.ts";
import type { FieldIssue } from "../../shared/field-issues.ts";
import type { Id } from "../../shared/ids.ts";
import type { Moved } from "../../shared/moves.ts";
import type { SaveResult } from "../../shared/save-result.ts";
import type { ActionContext } from "../action-context.ts";
import { AppError } from "../app-error.ts";
import { planReclassification, runReclassification } from "./reclassify.ts";
import { SHARED_STREAM, saveRecord } from "./save-record.ts";

export interface CertificateSave extends Pick<CertificatesSave, "supplierId" | "tellOf"> {
  id: Id;
  input: CertificateInput;
}

export interface CertificatesSave {
  supplierId: Id;
  /** At least one; all kept, or none. */
  certificates: readonly { id: Id; input: CertificateInput }[];
  /** Canteens whose lines the caller may hear of. */
  tellOf: readonly Id[];
}

/** Adds or changes a proof of a supplier and reclassifies the lines it speaks for. */
export function saveCertificate(
  ctx: ActionContext,
  { id, input, ...save }: CertificateSave,
): Promise<SaveResult> {
  return saveCertificates(ctx, { ...save, certificates: [{ id, input }] });
}

type Outcome = { issue: FieldIssue } | { jobId: Id | null };

/** Adds or changes proofs of one supplier, which may share a document, and reclassifies the lines they speak for. */
export async function saveCertificates(
  ctx: ActionContext,
  { supplierId, certificates, tellOf }: CertificatesSave,
): Promise<SaveResult> {
  const outcome = await inTransaction(ctx.db, async (trx): Promise<Outcome> => {
    const issue = await findIssue(trx, ctx.userId, { supplierId, certificates });
    if (issue !== null) return { issue };
    let changed = false;
    for (const { id, input } of certificates)
      changed =
        (await writeCertificate(trx, ctx, {
          id,
          supplierId,
          ...input,
          offerIds: [...new Set(input.offerIds)].sort(),
        })) || changed;
    return changed
      ? { jobId: await planReclassification(trx, ctx, { kind: "supplier", id: supplierId }) }
      : { jobId: null };
  });
  if ("issue" in outcome) return { saved: false, issues: [outcome.issue] };
  const { jobId } = outcome;
  return {
    saved: true,
    id: certificates[0]?.id ?? supplierId,
    moved: jobId === null ? null : await runReclassification(ctx, jobId, tellOf),
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

/** A document that is not kept, or was put here by others and is no proof, or an article that is neither sold nor produced by the holder. */
async function findIssue(
  trx: Kysely<Database>,
  userId: Id | null,
  { supplierId, certificates }: Pick<CertificatesSave, "supplierId" | "certificates">,
): Promise<FieldIssue | null> {
  const offerIds = new Set<Id>();
  for (const { input } of certificates) {
    if (input.fileId !== null && !(await mayBeProof(trx, { fileId: input.fileId, userId })))
      return { field: "fileId", code: "file-missing", otherId: null };
    for (const id of input.offerIds) offerIds.add(id);
  }
  const known = await countOffersUnder(trx, { holderId: supplierId, offerIds: [...offerIds] });
  return known === offerIds.size ? null : { field: "offerIds", code: "choice", otherId: null };
}

/** A proof is read by all who read the catalogue: a canteen's own file does not become one because its hash is known. */
async function mayBeProof(
  trx: Kysely<Database>,
  { fileId, userId }: { fileId: string; userId: Id | null },
): Promise<boolean> {
  if (userId === null) return isFileKept(trx, fileId);
  return ((await findUploadedFile(trx, { fileId, userId })) ?? (await findProof(trx, fileId))) !== undefined;
}

/** Returns whether anything changed. NOT_FOUND: no such supplier. CONFLICT: the proof is another supplier's. */
async function writeCertificate(
  trx: Transaction<Database>,
  ctx: ActionContext,
  after: Certificate,
): Promise<boolean> {
  const before = await findCertificate(trx, after.id);
  if (before !== undefined && before.supplierId !== after.supplierId) throw new AppError("CONFLICT");
  if (before === undefined && (await findSupplier(trx, after.supplierId)) === undefined)
    throw new AppError("NOT_FOUND");
  return await saveRecord(trx, ctx, {
    stream: SHARED_STREAM,
    noun: "certificates",
    id: after.id,
    before,
    after,
    write: () =>
      before ? updateCertificate(trx, after) : insertCertificate(trx, { ...after, createdAt: ctx.now }),
  });
}
