import { findDroppedFile, findUploadedFile } from "../../db/queries/files.ts";
import { isFileOfCanteen } from "../../db/queries/imports.ts";
import type { FilesTable } from "../../db/tables/files.ts";
import type { Id } from "../../shared/ids.ts";
import type { ActionContext } from "../action-context.ts";
import { AppError } from "../app-error.ts";

/**
 * A file that the caller dropped in, or that the canteen has imported before, with its content. Whoever only knows its
 * SHA-256 is told NOT_FOUND, as for a file that is not kept.
 */
export async function findDropped(
  { reader, userId }: Pick<ActionContext, "reader" | "userId">,
  { canteenId, fileId }: { canteenId: Id; fileId: string },
): Promise<FilesTable> {
  const own = userId === null ? undefined : await findUploadedFile(reader, { fileId, userId });
  if (own !== undefined) return own;
  const file = (await isFileOfCanteen(reader, { canteenId, fileId }))
    ? await findDroppedFile(reader, fileId)
    : undefined;
  if (file === undefined) throw new AppError("NOT_FOUND");
  return file;
}
