import { createHash } from "node:crypto";
import { findCanteen } from "../../db/queries/canteens.ts";
import { listFrozenYears } from "../../db/queries/declarations.ts";
import { deleteUnusedFiles, noteUpload, saveFile } from "../../db/queries/files.ts";
import { inTransaction } from "../../db/transaction.ts";
import type { Id } from "../../shared/ids.ts";
import type { DroppedFile, DuplicateChoice, ImportProgress } from "../../shared/imports.ts";
import { recogniseProof } from "../../shared/proof-files.ts";
import type { ReadingMode } from "../../shared/purchase-file/notes.ts";
import type { ActionContext } from "../action-context.ts";
import { AppError } from "../app-error.ts";
import { fileKind } from "../readers/file-kind.ts";
import { FILE_LIMITS } from "../readers/file-refusal.ts";
import { readPurchaseFileAside } from "../readers/read-aside.ts";
import type { UploadedFile } from "../uploads.ts";
import { findDropped } from "./find-dropped.ts";
import { rememberedMapping } from "./import-mapping.ts";
import type { ImportOrder } from "./import-purchases.ts";

/** A dropped file that nobody imported in this time is removed by a later one. */
const UNUSED_AFTER_MS = 24 * 3_600_000;
const NAME_LENGTH = 200;

/** Keeps a dropped file under its SHA-256 until it is imported. */
export async function keepDroppedFile(ctx: ActionContext, file: UploadedFile): Promise<DroppedFile> {
  const fileId = createHash("sha256").update(file.content).digest("hex");
  const name = tidyName(file.name);
  await inTransaction(ctx.db, async (trx) => {
    await deleteUnusedFiles(trx, new Date(Date.parse(ctx.now) - UNUSED_AFTER_MS).toISOString());
    await saveFile(trx, {
      id: fileId,
      name,
      media_type: recogniseProof(file.content) ?? "application/octet-stream",
      size: file.content.length,
      content: file.content,
      created_at: ctx.now,
    });
    if (ctx.userId !== null) await noteUpload(trx, { fileId, userId: ctx.userId, now: ctx.now });
  });
  return { fileId, name, size: file.content.length, kind: fileKind(file.content) };
}

/** How a dropped file is to be read, and for which canteen. */
export interface DroppedReading {
  canteenId: Id;
  fileId: string;
  mode: ReadingMode;
  duplicates: DuplicateChoice;
  /** Rows equal to an earlier row of the file; kept when not given. */
  repeats?: DuplicateChoice;
  /** Rows for which the other choice was made, one by one. */
  exceptions?: readonly number[];
}

/** Reads a dropped file for one canteen. NOT_FOUND when the file is not there for the caller, or the canteen is not. */
export async function readDroppedFile(
  ctx: ActionContext,
  { canteenId, fileId, mode, duplicates, repeats = "keep", exceptions = [] }: DroppedReading,
  onProgress?: (progress: ImportProgress) => void,
): Promise<Omit<ImportOrder, "importId" | "allOrNothing">> {
  const dropped = await findDropped(ctx, { canteenId, fileId });
  const canteen = await findCanteen(ctx.reader, canteenId);
  if (canteen === undefined) throw new AppError("NOT_FOUND");
  const frozenYears = await listFrozenYears(ctx.reader, canteen.id);
  const canteens = [{ id: canteen.id, siret: canteen.siret, frozenYears }];
  const bytes = new Uint8Array(dropped.content);
  const { organisationId } = canteen;
  const mapping = mode === "strict" ? null : await rememberedMapping(ctx, { organisationId, bytes });
  const options = { today: ctx.today, mode, canteens, chosen: canteen.siret, create: false, mapping };
  return {
    organisationId,
    bytes,
    fileName: dropped.name,
    file: await readPurchaseFileAside(bytes, options, { maxBytes: FILE_LIMITS.localBytes, onProgress }),
    canteens,
    duplicates,
    repeats,
    exceptions,
    mapping,
    creation: null,
  };
}

/** The last part of a path, without control characters. */
function tidyName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? "";
  return last.replace(/\p{C}/gu, "").trim().slice(0, NAME_LENGTH) || "fichier";
}
