import type { Kysely } from "kysely";
import type { IsoInstant } from "../../shared/facts.ts";
import type { Database } from "../database.ts";
import type { FilesTable } from "../tables/files.ts";

/** A document without its content. */
export interface FileSummary {
  id: string;
  name: string;
  mediaType: string;
  size: number;
}

/** Keeps a document under its SHA-256; the same content again only takes the new date. */
export async function saveFile(db: Kysely<Database>, file: FilesTable): Promise<void> {
  await db
    .insertInto("files")
    .values(file)
    .onConflict((conflict) => conflict.column("id").doUpdateSet({ created_at: file.created_at }))
    .execute();
}

/** Whether a document with that SHA-256 is kept. */
export async function isFileKept(db: Kysely<Database>, id: string): Promise<boolean> {
  const row = await db.selectFrom("files").select("id").where("id", "=", id).executeTakeFirst();
  return row !== undefined;
}

/** A document that a certificate uses as its proof, with its content; undefined when none does. */
export function findProof(db: Kysely<Database>, id: string): Promise<FilesTable | undefined> {
  return db
    .selectFrom("files")
    .selectAll()
    .where("id", "=", id)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom("certificates")
          .select("certificates.id")
          .whereRef("certificates.file_id", "=", "files.id"),
      ),
    )
    .executeTakeFirst();
}

/** A document that was dropped, with its content; undefined when it is not kept. */
export function findDroppedFile(db: Kysely<Database>, id: string): Promise<FilesTable | undefined> {
  return db.selectFrom("files").selectAll().where("id", "=", id).executeTakeFirst();
}

/** Name, type and size of these documents, by id; those that are not kept are left out. */
export async function listFileSummaries(
  db: Kysely<Database>,
  ids: readonly string[],
): Promise<FileSummary[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom("files")
    .select(["id", "name", "media_type", "size"])
    .where("id", "in", [...ids])
    .orderBy("id")
    .execute();
  return rows.map((row) => ({ id: row.id, name: row.name, mediaType: row.media_type, size: row.size }));
}

/** Removes documents that no certificate and no import uses and that were put there before `before`. */
export async function deleteUnusedFiles(db: Kysely<Database>, before: IsoInstant): Promise<void> {
  await db
    .deleteFrom("files")
    .where("created_at", "<", before)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom("certificates")
            .select("certificates.id")
            .whereRef("certificates.file_id", "=", "files.id"),
        ),
      ),
    )
    .where((eb) =>
      eb.not(
        eb.exists(
          eb.selectFrom("imports").select("imports.id").whereRef("imports.file_sha256", "=", "files.id"),
        ),
      ),
    )
    .execute();
}
