import { createHash } from "node:crypto";
import type { FileSummary } from "../../db/queries/files.ts";
import { deleteUnusedFiles, noteUpload, saveFile } from "../../db/queries/files.ts";
import { inTransaction } from "../../db/transaction.ts";
import { proofFileName, recogniseProof } from "../../shared/proof-files.ts";
import type { ActionContext } from "../action-context.ts";
import { AppError } from "../app-error.ts";
import type { UploadedFile } from "../uploads.ts";

/** A document that no certificate took in this time is removed by a later upload. */
const UNUSED_AFTER_MS = 24 * 3_600_000;

/** Keeps a proof document under its SHA-256 until a certificate uses it. INVALID: of no accepted type. */
export async function keepProof(ctx: ActionContext, file: UploadedFile): Promise<FileSummary> {
  const mediaType = recogniseProof(file.content);
  if (mediaType === null) throw new AppError("INVALID", { reason: "file-type" });
  const kept: FileSummary = {
    id: createHash("sha256").update(file.content).digest("hex"),
    name: proofFileName(file.name, mediaType),
    mediaType,
    size: file.content.length,
  };
  await inTransaction(ctx.db, async (trx) => {
    await deleteUnusedFiles(trx, new Date(Date.parse(ctx.now) - UNUSED_AFTER_MS).toISOString());
    await saveFile(trx, {
      id: kept.id,
      name: kept.name,
      media_type: kept.mediaType,
      size: kept.size,
      content: file.content,
      created_at: ctx.now,
    });
    if (ctx.userId !== null) await noteUpload(trx, { fileId: kept.id, userId: ctx.userId, now: ctx.now });
  });
  return kept;
}
