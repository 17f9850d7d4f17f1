import type { Kysely } from "kysely";
import { sql } from "kysely";
import type { Database } from "./database.ts";
import type { Engine } from "./engine.ts";
import { copyRows } from "./table-rows.ts";
import { listTableShapes } from "./table-shapes.ts";

/** A snapshot to read from, or the exclusive transaction of a migrated, empty database to write to. */
export interface CopySide {
  readonly db: Kysely<Database>;
  readonly engine: Engine;
}

/** Called after each table. */
export type HearCopied = (copied: { table: string; rows: number }) => void;

/**
 * Copies every row of every table, whatever the two engines. Foreign keys are checked once all rows are there: by
 * SQLite at the commit of `migrating`, by PostgreSQL when its keys, taken away for the time of the copy, come back.
 */
export async function copyDatabase(from: CopySide, to: CopySide, hear: HearCopied): Promise<void> {
  for (const side of [from, to]) await waitWithoutLimit(side);
  const keys = await takeForeignKeys(to);
  for (const shape of await listTableShapes(to.db, to.engine)) {
    const rows = await copyRows(from.db, to, shape);
    // Pages of what was just written are read by key: without a word PostgreSQL takes the table for empty.
    if (to.engine === "postgres") await sql`analyze ${sql.table(shape.name)}`.execute(to.db);
    hear({ table: shape.name, rows });
  }
  for (const { table, name, definition } of keys)
    await sql`alter table ${sql.table(table)} add constraint ${sql.ref(name)} ${sql.raw(definition)}`.execute(
      to.db,
    );
}

/** One side waits for the other: PostgreSQL would end its transaction after a minute. */
async function waitWithoutLimit({ db, engine }: CopySide): Promise<void> {
  if (engine === "postgres") await sql`set local idle_in_transaction_session_timeout = 0`.execute(db);
}

interface Constraint {
  table: string;
  name: string;
  /** As PostgreSQL itself writes it. */
  definition: string;
}

async function takeForeignKeys({ db, engine }: CopySide): Promise<Constraint[]> {
  if (engine === "sqlite") return [];
  const { rows } = await sql<Constraint>`
    select t.relname::text as "table", c.conname::text as "name", pg_get_constraintdef(c.oid) as "definition"
    from pg_constraint c join pg_class t on t.oid = c.conrelid
    where c.contype = 'f' and t.relnamespace = current_schema()::regnamespace and c.conparentid = 0
    order by 1, 2`.execute(db);
  for (const { table, name } of rows)
    await sql`alter table ${sql.table(table)} drop constraint ${sql.ref(name)}`.execute(db);
  return rows;
}
