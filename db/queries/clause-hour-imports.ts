import type { Kysely } from "kysely";
import type { HoursCellChange } from "../../shared/clauses/hours-change.ts";
import type { IsoInstant } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import type { Database } from "../database.ts";
import { fromJsonText, toJsonText } from "../json.ts";

/** A change of a month of an employer, with the contract it is under. */
export interface ImportedChange extends HoursCellChange {
  contractId: Id;
}

/** A file of hours that was imported. */
export interface HourImport {
  id: Id;
  fileName: string;
  sha256: string;
  changes: ImportedChange[];
  createdAt: IsoInstant;
  /** Null: a program, or an account that is gone. */
  createdByName: string | null;
  /** Null: in force. */
  undoneAt: IsoInstant | null;
}

/** Imports listed, at most. */
const MOST = 50;

/** Imports of the organisation, the latest first, at most 50. */
export async function listHourImports(db: Kysely<Database>, organisationId: Id): Promise<HourImport[]> {
  const rows = await imports(db, organisationId)
    .orderBy("i.created_at", "desc")
    .orderBy("i.id", "desc")
    .limit(MOST)
    .execute();
  return rows.map(toImport);
}

/** The organisation's import, or undefined. */
export async function findHourImport(
  db: Kysely<Database>,
  { organisationId, id }: { organisationId: Id; id: Id },
): Promise<HourImport | undefined> {
  const row = await imports(db, organisationId).where("i.id", "=", id).executeTakeFirst();
  return row && toImport(row);
}

/** The last import in force of the same content; undefined: none. */
export async function findHourImportOfFile(
  db: Kysely<Database>,
  { organisationId, sha256 }: { organisationId: Id; sha256: string },
): Promise<HourImport | undefined> {
  const row = await imports(db, organisationId)
    .where("i.sha256", "=", sha256)
    .where("i.undone_at", "is", null)
    .orderBy("i.created_at", "desc")
    .orderBy("i.id", "desc")
    .executeTakeFirst();
  return row && toImport(row);
}

/** Keeps what an import changed. */
export async function insertHourImport(
  db: Kysely<Database>,
  {
    organisationId,
    createdBy,
    ...one
  }: Omit<HourImport, "createdByName" | "undoneAt"> & { organisationId: Id; createdBy: Id | null },
): Promise<void> {
  await db
    .insertInto("clause_hour_imports")
    .values({
      id: one.id,
      organisation_id: organisationId,
      file_name: one.fileName,
      sha256: one.sha256,
      changes: toJsonText(one.changes),
      created_at: one.createdAt,
      created_by: createdBy,
      undone_at: null,
    })
    .execute();
}

/** Says that the import was undone. */
export async function updateHourImportUndone(
  db: Kysely<Database>,
  { id, undoneAt }: { id: Id; undoneAt: IsoInstant },
): Promise<void> {
  await db.updateTable("clause_hour_imports").set({ undone_at: undoneAt }).where("id", "=", id).execute();
}

function imports(db: Kysely<Database>, organisationId: Id) {
  return db
    .selectFrom("clause_hour_imports as i")
    .leftJoin("users as u", "u.id", "i.created_by")
    .select([
      "i.id",
      "i.file_name",
      "i.sha256",
      "i.changes",
      "i.created_at",
      "i.undone_at",
      "u.name as created_by_name",
    ])
    .where("i.organisation_id", "=", organisationId);
}

interface ImportRow {
  id: string;
  file_name: string;
  sha256: string;
  changes: string;
  created_at: string;
  undone_at: string | null;
  created_by_name: string | null;
}

function toImport(row: ImportRow): HourImport {
  return {
    id: row.id,
    fileName: row.file_name,
    sha256: row.sha256,
    changes: fromJsonText<ImportedChange[]>(row.changes),
    createdAt: row.created_at,
    createdByName: row.created_by_name,
    undoneAt: row.undone_at,
  };
}
