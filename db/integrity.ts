import type { Kysely } from "kysely";
import { sql } from "kysely";
import type { Database } from "./database.ts";
import type { Engine } from "./engine.ts";

/** Rows of `table` that name a row of `parent` that is not there. */
export interface Orphans {
  table: string;
  parent: string;
  rows: number;
}

/** Sentences of SQLite's own check are not counted beyond. */
const MOST_FLAWS = 100;

/**
 * What the engine finds wrong with its own pages, indexes and rules, in its words; at most 100. PostgreSQL reads no
 * page for it: it tells of indexes and rules that do not hold, and of checksums that failed since it counts them.
 */
export async function listFlaws(db: Kysely<Database>, engine: Engine): Promise<string[]> {
  if (engine === "postgres") return (await POSTGRES_FLAWS.execute(db)).rows.map(({ flaw }) => flaw);
  const check = sql<{ integrity_check: string }>`pragma integrity_check(${sql.lit(MOST_FLAWS)})`;
  const { rows } = await check.execute(db);
  const flaws = rows.map(({ integrity_check: flaw }) => flaw).filter((flaw) => flaw !== "ok");
  return flaws.length > 0 ? flaws : await listNamesNotFound(db);
}

/** Names of lines that no search would find: the index of words is kept up by triggers. */
async function listNamesNotFound(db: Kysely<Database>): Promise<string[]> {
  const { rows: tables } = await sql`select 1 from sqlite_schema where name = '_line_names'`.execute(db);
  // A database of before migration 0098.
  if (tables.length === 0) return [];
  const { rows } = await sql<{ names: number }>`
    select count(distinct search) as names from line_texts
    where search not in (select search from _line_names)`.execute(db);
  const names = rows[0]?.names ?? 0;
  return names === 0 ? [] : [`_line_names lacks ${names} names of line_texts`];
}

/** Rows whose parent is missing, by foreign key, read from the rows themselves. */
export async function listOrphans(db: Kysely<Database>, engine: Engine): Promise<Orphans[]> {
  if (engine === "sqlite") {
    const { rows } = await sql<Orphans>`
      select "table", "parent", count(*) as "rows" from pragma_foreign_key_check group by 1, 2 order by 1, 2`.execute(
      db,
    );
    return rows;
  }
  const orphans: Orphans[] = [];
  for (const key of (await POSTGRES_KEYS.execute(db)).rows) {
    const rows = await countOrphans(db, key);
    if (rows > 0) orphans.push({ table: key.table, parent: key.parent, rows });
  }
  return orphans;
}

interface ForeignKey {
  table: string;
  columns: string[];
  parent: string;
  parentColumns: string[];
}

async function countOrphans(db: Kysely<Database>, key: ForeignKey): Promise<number> {
  const given = key.columns.map((column) => sql`child.${sql.ref(column)} is not null`);
  const same = key.columns.map(
    (column, at) => sql`parent.${sql.ref(key.parentColumns[at] ?? column)} = child.${sql.ref(column)}`,
  );
  const and = sql` and `;
  const { rows } = await sql<{ rows: number }>`
    select count(*) as "rows" from ${sql.table(key.table)} child where ${sql.join(given, and)} and not exists (
      select 1 from ${sql.table(key.parent)} parent where ${sql.join(same, and)})`.execute(db);
  return rows[0]?.rows ?? 0;
}

const POSTGRES_KEYS = sql<ForeignKey>`
  select t.relname::text as "table", r.relname::text as "parent",
    array(select a.attname::text from unnest(c.conkey) with ordinality as k (attnum, at)
      join pg_attribute a on a.attrelid = t.oid and a.attnum = k.attnum order by k.at) as "columns",
    array(select a.attname::text from unnest(c.confkey) with ordinality as k (attnum, at)
      join pg_attribute a on a.attrelid = r.oid and a.attnum = k.attnum order by k.at) as "parentColumns"
  from pg_constraint c join pg_class t on t.oid = c.conrelid join pg_class r on r.oid = c.confrelid
  where c.contype = 'f' and t.relnamespace = current_schema()::regnamespace
  order by 1, 2, c.conname`;

const POSTGRES_FLAWS = sql<{ flaw: string }>`
  select 'index ' || i.relname || ' is not valid' as flaw from pg_index x join pg_class i on i.oid = x.indexrelid
    where i.relnamespace = current_schema()::regnamespace and not x.indisvalid
  union all select 'constraint ' || conname || ' is not validated' from pg_constraint
    where connamespace = current_schema()::regnamespace and not convalidated
  union all select 'trigger ' || tgname || ' of ' || tgrelid::regclass || ' is disabled' from pg_trigger t
    join pg_class c on c.oid = t.tgrelid
    where c.relnamespace = current_schema()::regnamespace and tgenabled = 'D'
  union all select checksum_failures || ' pages failed their checksum' from pg_stat_database
    where datname = current_database() and checksum_failures > 0
  order by 1 limit ${sql.lit(MOST_FLAWS)}`;
