import type { Kysely, QueryExecutorProvider } from "kysely";
import { sql } from "kysely";
import { DatabaseError } from "./database-error.ts";
import type { AppMigration, Engine } from "./engine.ts";
import { columnTypes } from "./engine.ts";
import type { OpenedDatabase } from "./open.ts";

type Opened = Pick<OpenedDatabase<unknown>, "engine" | "migrating" | "wall"> & {
  readonly reader: QueryExecutorProvider;
};

/**
 * Brings the schema to the last migration: all of them or none, by one process at a time. `now` is the UTC
 * instant written beside each. Returns the names it ran; throws `schema-newer` or `schema-gap`.
 */
export async function migrate(
  opened: Opened,
  { migrations, now }: { readonly migrations: readonly AppMigration[]; readonly now: string },
): Promise<string[]> {
  const { engine, reader, wall } = opened;
  const pending = findPending(await listApplied(reader, engine), migrations);
  const ran = pending.length === 0 ? [] : await runPending(opened, migrations, now);
  // Also when nothing was pending: a role may have been granted since.
  await wall?.raise();
  return ran;
}

async function runPending(
  { engine, migrating }: Opened,
  migrations: readonly AppMigration[],
  now: string,
): Promise<string[]> {
  return migrating(async (trx) => {
    await createMigrationsTable(trx, engine);
    // Read again under the lock: another process may just have run them.
    const mine = findPending(await listApplied(trx, engine), migrations);
    for (const { name, up } of mine) {
      await up({ db: trx, engine });
      await sql`insert into schema_migrations (name, applied_at) values (${name}, ${now})`.execute(trx);
    }
    return mine.map(({ name }) => name);
  });
}

/** The name of the last migration applied; null for an empty database. */
export async function schemaVersion({
  reader,
  engine,
}: Pick<Opened, "reader" | "engine">): Promise<string | null> {
  return (await listApplied(reader, engine)).at(-1) ?? null;
}

function findPending(applied: readonly string[], migrations: readonly AppMigration[]): AppMigration[] {
  const known = migrations.map(({ name }) => name);
  if (known.some((name, index) => index > 0 && name <= (known[index - 1] ?? ""))) {
    throw new DatabaseError("schema-gap", "The list of migrations must be in the order of their names.");
  }
  const unknown = applied.find((name) => !known.includes(name));
  if (unknown !== undefined) throw newerSchema(unknown, known.at(-1) ?? "none");
  const missing = known.slice(0, applied.length).find((name) => !applied.includes(name));
  if (missing === undefined) return migrations.slice(applied.length);
  throw new DatabaseError("schema-gap", `Migration ${missing} was never applied, and later ones were.`);
}

function newerSchema(unknown: string, last: string): DatabaseError {
  return new DatabaseError(
    "schema-newer",
    `The database is newer than this program: it has migration ${unknown}, and the last one known here is ${last}. ` +
      "Start the newer version of the program, or restore a backup made by this one.",
  );
}

async function createMigrationsTable(db: Kysely<unknown>, engine: Engine): Promise<void> {
  const { text, strict } = columnTypes(engine);
  const columns = `name ${text} not null primary key, applied_at ${text} not null`;
  await sql.raw(`create table if not exists schema_migrations (${columns})${strict}`).execute(db);
}

async function listApplied(db: QueryExecutorProvider, engine: Engine): Promise<string[]> {
  const table =
    engine === "sqlite"
      ? sql`select 1 from sqlite_schema where type = 'table' and name = 'schema_migrations'`
      : sql`select 1 from pg_tables where tablename = 'schema_migrations' and schemaname = current_schema()`;
  if ((await table.execute(db)).rows.length === 0) return [];
  const applied = await sql<{ name: string }>`select name from schema_migrations order by name`.execute(db);
  return applied.rows.map(({ name }) => name);
}
