import { createHash } from "node:crypto";
import type { Kysely } from "kysely";
import type { Database } from "../../db/database.ts";
import { findDroppedFile, listFileIds, listLostFileIds } from "../../db/queries/files.ts";

/** A stored document as its content is now. */
export interface StoredFile {
  /** What it is kept under. */
  id: string;
  size: number;
  /** SHA-256 of the content, hex; another one than `id`: it was altered. */
  sha256: string;
}

export interface FileCheck {
  files: StoredFile[];
  /** Documents whose content is not the one that was kept, or not of the size told. */
  altered: string[];
  /** Documents that an import names and that are not there. */
  missing: string[];
}

/** Reads every stored document again. Writes nothing. */
export async function checkFiles(db: Kysely<Database>): Promise<FileCheck> {
  const check: FileCheck = { files: [], altered: [], missing: await listLostFileIds(db) };
  for (const id of await listFileIds(db)) {
    const file = await findDroppedFile(db, id);
    if (file === undefined) continue;
    const sha256 = createHash("sha256").update(file.content).digest("hex");
    check.files.push({ id, size: file.content.byteLength, sha256 });
    if (sha256 !== id || file.size !== file.content.byteLength) check.altered.push(id);
  }
  return check;
}
