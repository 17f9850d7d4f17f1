import type { Kysely } from "kysely";
import { sql } from "kysely";
import type { Database } from "./database.ts";

/** How a table stands on several machines: a canteen's rows together on one, or the whole table on each. */
export interface TablePlace {
  table: string;
  kind: "canteen" | "shared";
}

/** What `distribute` did with a table; it was so already when `done` is false. */
export interface DistributedTable extends TablePlace {
  done: boolean;
}

/**
 * Every table in the order in which Citus takes them: the shared ones, each after those it points at, then the
 * canteens', which have `canteen_id` in their primary key. Of PostgreSQL alone.
 */
export async function listTablePlaces(db: Kysely<Database>): Promise<TablePlace[]> {
  const { rows: tables } = await sql<{ table: string; canteen: number }>`
    select t.relname as "table", cast(exists (
      select 1 from pg_index x join pg_attribute a on a.attrelid = t.oid and a.attnum = any (x.indkey)
      where x.indrelid = t.oid and x.indisprimary and a.attname = 'canteen_id') as integer) as "canteen"
    from pg_class t where t.relkind = 'r' and t.relnamespace = current_schema()::regnamespace
    order by 1`.execute(db);
  const { rows: links } = await sql<{ table: string; target: string }>`
    select t.relname as "table", r.relname as "target"
    from pg_constraint c join pg_class t on t.oid = c.conrelid join pg_class r on r.oid = c.confrelid
    where c.contype = 'f' and t.relnamespace = current_schema()::regnamespace and t.oid <> r.oid
    order by 1, 2`.execute(db);
  const own = new Set(tables.filter(({ canteen }) => canteen === 1).map(({ table }) => table));
  const ordered: TablePlace[] = [];
  const waiting = new Set(tables.map(({ table }) => table));
  const take = (table: string): void => {
    if (!waiting.delete(table)) return;
    for (const link of links) if (link.table === table) take(link.target);
    ordered.push({ table, kind: own.has(table) ? "canteen" : "shared" });
  };
  for (const { table, canteen } of tables) if (canteen === 0) take(table);
  for (const { table } of tables) take(table);
  return ordered;
}

/** Whether the database has the extension; the version is the extension's own. */
export async function findCitus(db: Kysely<Database>): Promise<{ version: string } | undefined> {
  const { rows } = await sql<{ version: string }>`
    select extversion as version from pg_extension where extname = 'citus'`.execute(db);
  return rows[0];
}

/** Spreads every table that is not spread yet; asked again, it does nothing. Needs `findCitus` to find it. */
export async function distribute(
  db: Kysely<Database>,
  hear: (place: DistributedTable) => void,
): Promise<DistributedTable[]> {
  const { rows } = await sql<{ table: string }>`
    select logicalrelid::text as "table" from pg_dist_partition`.execute(db);
  const spread = new Set(rows.map(({ table }) => table));
  const result: DistributedTable[] = [];
  for (const place of await listTablePlaces(db)) {
    const done = !spread.has(place.table);
    if (done) await spreadTable(db, place);
    const outcome = { ...place, done };
    result.push(outcome);
    hear(outcome);
  }
  return result;
}

async function spreadTable(db: Kysely<Database>, { table, kind }: TablePlace): Promise<void> {
  if (kind === "shared") await sql`select create_reference_table(${table})`.execute(db);
  else await sql`select create_distributed_table(${table}, 'canteen_id')`.execute(db);
}
