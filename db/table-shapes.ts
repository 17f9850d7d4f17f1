import type { Kysely } from "kysely";
import { sql } from "kysely";
import type { Database } from "./database.ts";
import type { Engine } from "./engine.ts";

/** A table as the catalogue of its database tells it. */
export interface TableShape {
  readonly name: string;
  /** Alphabetical, whatever the order in which they were made. */
  readonly columns: readonly string[];
  /** Columns of the primary key, in its order. */
  readonly key: readonly string[];
  /** Whether a column holds bytes: its rows are then read one by one. */
  readonly hasBytes: boolean;
}

interface ColumnRow {
  table: string;
  column: string;
  bytes: number;
  /** Place in the primary key, from 1; 0: not in it. */
  place: number;
}

/** What the migrator writes about itself is no table of the product, nor what Litestream keeps beside (`_litestream_seq`). */
function isOthers(name: string): boolean {
  return name === "schema_migrations" || name.startsWith("_");
}

/** Every table of the product in this database, by name. */
export async function listTableShapes(db: Kysely<Database>, engine: Engine): Promise<TableShape[]> {
  const { rows } = await (engine === "sqlite" ? SQLITE_COLUMNS : POSTGRES_COLUMNS).execute(db);
  const names = [...new Set(rows.map(({ table }) => table))].filter((name) => !isOthers(name)).sort();
  return names.map((name) => {
    const own = rows.filter(({ table }) => table === name);
    return {
      name,
      columns: own.map(({ column }) => column).sort(),
      key: own
        .filter(({ place }) => place > 0)
        .sort((one, other) => one.place - other.place)
        .map(({ column }) => column),
      hasBytes: own.some(({ bytes }) => bytes === 1),
    };
  });
}

/** Name of the first table that has a row, by name; null when the whole database is empty. */
export async function findFilledTable(db: Kysely<Database>, engine: Engine): Promise<string | null> {
  for (const { name } of await listTableShapes(db, engine)) {
    const { rows } = await sql`select 1 from ${sql.table(name)} limit 1`.execute(db);
    if (rows.length > 0) return name;
  }
  return null;
}

const SQLITE_COLUMNS = sql<ColumnRow>`
  select m.name as "table", c.name as "column", c.type = 'BLOB' as "bytes", c.pk as "place"
  from sqlite_schema m join pragma_table_info(m.name) c
  where m.type = 'table' and substr(m.name, 1, 7) <> 'sqlite_'`;

const POSTGRES_COLUMNS = sql<ColumnRow>`
  select t.relname::text as "table", a.attname::text as "column", a.atttypid = 'bytea'::regtype as "bytes",
    coalesce(array_position(x.indkey::int2[], a.attnum) + 1, 0) as "place"
  from pg_class t join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
    left join pg_index x on x.indrelid = t.oid and x.indisprimary
  where t.relkind in ('r', 'p') and t.relnamespace = current_schema()::regnamespace`;
