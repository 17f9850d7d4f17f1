import type { Kysely } from "kysely";
import type { IsoInstant } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
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

/** Notes that this person put the document here. */
export async function noteUpload(
  db: Kysely<Database>,
  { fileId, userId, now }: { fileId: string; userId: Id; now: IsoInstant },
): Promise<void> {
  await db
    .insertInto("file_uploads")
    .values({ file_id: fileId, user_id: userId, created_at: now })
    .onConflict((conflict) => conflict.columns(["file_id", "user_id"]).doUpdateSet({ created_at: now }))
    .execute();
}

/** A document that this person put here, with its content; undefined when they did not, or it is not kept. */
export function findUploadedFile(
  db: Kysely<Database>,
  { fileId, userId }: { fileId: string; userId: Id },
): Promise<FilesTable | undefined> {
  return db
    .selectFrom("files")
    .selectAll()
    .where("id", "=", fileId)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom("file_uploads")
          .select("file_uploads.file_id")
          .whereRef("file_uploads.file_id", "=", "files.id")
          .where("file_uploads.user_id", "=", userId),
      ),
    )
    .executeTakeFirst();
}

/** The original of a canteen's invoice, with its content; undefined when there is no such invoice. */
export function findInvoiceOriginal(
  db: Kysely<Database>,
  { canteenId, invoiceId }: { canteenId: Id; invoiceId: Id },
): Promise<(FilesTable & { file_name: string; kind: string }) | undefined> {
  return db
    .selectFrom("files")
    .innerJoin("invoices", "invoices.file_id", "files.id")
    .selectAll("files")
    .select(["invoices.file_name", "invoices.media as kind"])
    .where("invoices.canteen_id", "=", canteenId)
    .where("invoices.id", "=", invoiceId)
    .executeTakeFirst();
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

/** Removes documents that no certificate, import or invoice uses and that were put there before `before`. */
export async function deleteUnusedFiles(db: Kysely<Database>, before: IsoInstant): Promise<void> {
  const unused = unusedFileIds(db, before);
  await db.deleteFrom("file_uploads").where("file_id", "in", unused).execute();
  await db.deleteFrom("files").where("id", "in", unused).execute();
}

function unusedFileIds(db: Kysely<Database>, before: IsoInstant) {
  return db
    .selectFrom("files as old")
    .select("old.id")
    .where("old.created_at", "<", before)
    .where((eb) =>
      eb.not(
        eb.or([
          eb.exists(
            eb
              .selectFrom("certificates")
              .select("certificates.id")
              .whereRef("certificates.file_id", "=", "old.id"),
          ),
          eb.exists(
            eb.selectFrom("imports").select("imports.id").whereRef("imports.file_sha256", "=", "old.id"),
          ),
          eb.exists(
            eb.selectFrom("invoices").select("invoices.id").whereRef("invoices.file_id", "=", "old.id"),
          ),
        ]),
      ),
    );
}

/** Ids of all documents, sorted. */
export async function listFileIds(db: Kysely<Database>): Promise<string[]> {
  const rows = await db.selectFrom("files").select("id").orderBy("id").execute();
  return rows.map(({ id }) => id);
}

/** Ids of documents that an import was read from and that are not kept, sorted; certificates and invoices have a key. */
export async function listLostFileIds(db: Kysely<Database>): Promise<string[]> {
  const rows = await db
    .selectFrom("imports")
    .leftJoin("files", "files.id", "imports.file_sha256")
    .select("imports.file_sha256 as id")
    .distinct()
    .where("files.id", "is", null)
    .orderBy("imports.file_sha256")
    .execute();
  return rows.map(({ id }) => id);
}
