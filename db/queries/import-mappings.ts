import type { Kysely } from "kysely";
import type { IsoInstant } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import type { TableMapping } from "../../shared/table-mapping/mapping.ts";
import type { Database } from "../database.ts";
import { fromJsonText, toJsonText } from "../json.ts";

/** A mapping as it was last used for files of one source. */
export interface RememberedMapping {
  /** As people call the source; null: not named. */
  name: string | null;
  mapping: TableMapping;
  /** Where the header was found when the mapping was made, from 1; null: none was. */
  headerRow: number | null;
  /** SHA-256 (hex) of the file it was made for. */
  fileId: string;
  updatedAt: IsoInstant;
}

/** Which source of an organisation: the hash (hex) of its fingerprint. */
export interface MappingKey {
  organisationId: Id;
  fingerprint: string;
}

/** The mapping last used for this source, or undefined. */
export async function findImportMapping(
  db: Kysely<Database>,
  { organisationId, fingerprint }: MappingKey,
): Promise<RememberedMapping | undefined> {
  const row = await db
    .selectFrom("import_mappings")
    .selectAll()
    .where("organisation_id", "=", organisationId)
    .where("fingerprint", "=", fingerprint)
    .executeTakeFirst();
  return (
    row && {
      name: row.name,
      mapping: fromJsonText<TableMapping>(row.mapping),
      headerRow: row.header_row,
      fileId: row.file_sha256,
      updatedAt: row.updated_at,
    }
  );
}

/** How many sources an organisation has mapped. */
export async function countImportMappings(db: Kysely<Database>, organisationId: Id): Promise<number> {
  const { count } = await db
    .selectFrom("import_mappings")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("organisation_id", "=", organisationId)
    .executeTakeFirstOrThrow();
  return count;
}

/** Keeps the mapping of a source in place of the one before; a name that is null leaves the one it had. */
export async function upsertImportMapping(
  db: Kysely<Database>,
  { organisationId, fingerprint }: MappingKey,
  { name, mapping, headerRow, fileId, updatedAt, updatedBy }: RememberedMapping & { updatedBy: Id | null },
): Promise<void> {
  const values = {
    name,
    mapping: toJsonText(mapping),
    header_row: headerRow,
    file_sha256: fileId,
    updated_by: updatedBy,
    updated_at: updatedAt,
  };
  const { name: _, ...unnamed } = values;
  await db
    .insertInto("import_mappings")
    .values({ organisation_id: organisationId, fingerprint, ...values })
    .onConflict((conflict) =>
      conflict.columns(["organisation_id", "fingerprint"]).doUpdateSet(name === null ? unnamed : values),
    )
    .execute();
}

/** Forgets the mapping of a source; nothing when there is none. */
export async function deleteImportMapping(
  db: Kysely<Database>,
  { organisationId, fingerprint }: MappingKey,
): Promise<void> {
  await db
    .deleteFrom("import_mappings")
    .where("organisation_id", "=", organisationId)
    .where("fingerprint", "=", fingerprint)
    .execute();
}
