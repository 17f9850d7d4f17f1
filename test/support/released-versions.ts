import { globSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { Kysely } from "kysely";
import { sql } from "kysely";
import type { Database } from "../../db/database.ts";
import { MIGRATIONS } from "../../db/migrations/list.ts";
import { migrate } from "../../db/migrator.ts";
import type { OpenedDatabase } from "../../db/open.ts";
import type { KeptVersion } from "./programs/keep-version.ts";
import { NOW } from "./seed.ts";

const FOLDER = join(dirname(import.meta.dirname), "fixtures", "versions");

/** Names of the last migrations of the versions, oldest first. */
export const RELEASED_SCHEMAS: readonly string[] = globSync("*.json.gz", { cwd: FOLDER })
  .map((file) => basename(file, ".json.gz"))
  .sort();

export function readVersion(schema: string): KeptVersion {
  return JSON.parse(gunzipSync(readFileSync(join(FOLDER, `${schema}.json.gz`))).toString()) as KeptVersion;
}

const ROWS_AT_ONCE = 250;
/** Noted by the migrator itself. */
const MIGRATIONS_TABLE = "schema_migrations";

/** Makes of an empty database what the version kept: the migrations it knew, then its rows. */
export async function fillWithVersion(
  opened: OpenedDatabase<Database>,
  { schema, tables }: KeptVersion,
): Promise<void> {
  const migrations = MIGRATIONS.filter(({ name }) => name <= schema);
  await migrate(opened, { migrations, now: NOW });
  await opened.migrating(async (trx) => {
    if (opened.engine === "postgres") await sql`set local session_replication_role = replica`.execute(trx);
    for (const [table, { columns, rows }] of Object.entries(tables))
      if (table !== MIGRATIONS_TABLE)
        await insertRows(trx, { table, columns, rows, blobs: await blobsOf(opened, trx, table) });
  });
}

async function insertRows(
  trx: Kysely<unknown>,
  {
    table,
    columns,
    rows,
    blobs,
  }: KeptVersion["tables"][string] & { table: string; blobs: ReadonlySet<string> },
): Promise<void> {
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
    const values = rows.slice(at, at + ROWS_AT_ONCE).map((row) => {
      const cells = row.map((value, column) =>
        blobs.has(columns[column] ?? "") && value !== null ? Buffer.from(String(value), "base64") : value,
      );
      return sql`(${sql.join(cells)})`;
    });
    await sql`insert into ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))})
      values ${sql.join(values)}`.execute(trx);
  }
}

async function blobsOf(
  { engine }: OpenedDatabase<Database>,
  trx: Kysely<unknown>,
  table: string,
): Promise<ReadonlySet<string>> {
  const { rows } = await (engine === "sqlite"
    ? sql<{ name: string }>`select name from pragma_table_info(${table}) where type = 'BLOB'`
    : sql<{ name: string }>`select column_name as name from information_schema.columns
        where table_schema = current_schema() and table_name = ${table} and data_type = 'bytea'`
  ).execute(trx);
  return new Set(rows.map(({ name }) => name));
}
