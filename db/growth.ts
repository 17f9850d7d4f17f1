import type { Kysely } from "kysely";
import { sql } from "kysely";
import type { Database } from "./database.ts";
import type { Engine } from "./engine.ts";

/** Rows that PostgreSQL knows of, below which it plans as for an empty table. */
const FEW_ROWS = 1_000;

/**
 * Lets the engine see that a table has grown in this very transaction, when it thought that it was nearly empty.
 * PostgreSQL plans the checks of foreign keys once: of an empty table it may choose an index that then reads every
 * order of the canteen for each line. SQLite needs none of it.
 */
export async function tellGrowth(
  trx: Kysely<Database>,
  engine: Engine,
  table: keyof Database & string,
): Promise<void> {
  if (engine === "sqlite") return;
  const { rows } = await sql<{ known: number; role: string }>`
    select cast(reltuples as bigint) as known, current_setting('role') as role
    from pg_class where oid = to_regclass(${table})`.execute(trx);
  const { known, role } = rows[0] ?? { known: 0, role: "none" };
  if (known >= FEW_ROWS) return;
  // Behind the wall the role owns no table, and only an owner may.
  if (role !== "none") await sql`set local role none`.execute(trx);
  await sql`analyze ${sql.table(table)}`.execute(trx);
  if (role !== "none") await sql`set local role ${sql.id(role)}`.execute(trx);
}
