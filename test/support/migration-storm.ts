import type { ChildProcess } from "node:child_process";
import { fork } from "node:child_process";
import { dirname, join } from "node:path";
import { sql } from "kysely";
import type { Database } from "../../db/database.ts";
import { MIGRATIONS } from "../../db/migrations/list.ts";
import { migrate } from "../../db/migrator.ts";
import type { OpenedDatabase } from "../../db/open.ts";
import { openDatabase } from "../../db/open.ts";
import { listDamage } from "../../server/backups/facts.ts";
import { NOW } from "./seed.ts";

const PROGRAM = join(dirname(import.meta.dirname), "db", "programs", "migrate-product.ts");

/** Starts of the program on one database at the same time. */
const STARTS = 8;

export interface MigrationStorm {
  kills: number;
  /** Of them, those that came before the last migration was kept. */
  killedInside: number;
  rounds: number;
  /** A line for each database that could not start again, or is not what migrations make of an empty one. */
  wrong: string[];
}

/** Where to put a new, empty database; each is used once. */
export type NewDatabase = () => Promise<{ url: string; remove(): Promise<void> }>;

/** The product's own migrations, killed with -9 at any instant, then run by eight processes at once. */
export async function stormOfMigrations(
  newDatabase: NewDatabase,
  { kills, rounds, note }: { kills: number; rounds: number; note(line: string): void },
): Promise<MigrationStorm> {
  const storm: MigrationStorm = { kills, killedInside: 0, rounds, wrong: [] };
  const expected = await withNew(newDatabase, async (opened) => {
    await migrate(opened, { migrations: MIGRATIONS, now: NOW });
    return await schemaOf(opened);
  });
  const longest = await withNew(newDatabase, (_opened, url) => timeOfMigrations(url));
  for (let kill = 0; kill < kills; kill++) {
    await withNew(newDatabase, async (opened, url) => {
      const child = startProgram(url);
      child.once("message", () => setTimeout(() => child.kill("SIGKILL"), Math.random() * longest));
      await ended(child);
      const ran = await migrate(opened, { migrations: MIGRATIONS, now: NOW });
      if (ran.length > 0) storm.killedInside += 1;
      // All of them or none: they are one transaction.
      if (![0, MIGRATIONS.length].includes(ran.length))
        storm.wrong.push(`kill ${kill} left ${ran.length} to do`);
      storm.wrong.push(...(await differences(opened, expected)));
    });
    if (kill % 50 === 49) note(`${kill + 1} kills`);
  }
  for (let round = 0; round < rounds; round++)
    await withNew(newDatabase, async (opened, url) => {
      const codes = await Promise.all(Array.from({ length: STARTS }, () => ended(startProgram(url))));
      if (codes.some((code) => code !== 0)) storm.wrong.push(`round ${round} ended with ${codes.join()}`);
      storm.wrong.push(...(await differences(opened, expected)));
    });
  return storm;
}

async function withNew<T>(
  newDatabase: NewDatabase,
  use: (opened: OpenedDatabase<Database>, url: string) => Promise<T>,
): Promise<T> {
  const { url, remove } = await newDatabase();
  const opened = await openDatabase<Database>({ url, poolSize: 2 });
  try {
    return await use(opened, url);
  } finally {
    await opened.close();
    await remove();
  }
}

async function differences(opened: OpenedDatabase<Database>, expected: string): Promise<string[]> {
  const { reader, engine } = opened;
  const damage = await listDamage({ db: reader, engine });
  return (await schemaOf(opened)) === expected ? damage : [...damage, "another schema"];
}

/** Every table, column, index and rule as the engine writes it. */
async function schemaOf({ reader, engine }: OpenedDatabase<Database>): Promise<string> {
  const { rows } = await (engine === "sqlite"
    ? sql`select type, name, sql from sqlite_schema order by type, name`
    : sql`select table_name, column_name, data_type, is_nullable from information_schema.columns
        where table_schema = current_schema() union all
        select conrelid::regclass::text, conname, pg_get_constraintdef(oid), '' from pg_constraint
        where connamespace = current_schema()::regnamespace union all
        select tablename, indexname, indexdef, '' from pg_indexes where schemaname = current_schema()
        order by 1, 2, 3`
  ).execute(reader);
  return JSON.stringify(rows);
}

/** Milliseconds from « begins » to « ends ». */
async function timeOfMigrations(url: string): Promise<number> {
  const child = startProgram(url);
  const times: number[] = [];
  child.on("message", () => times.push(performance.now()));
  await ended(child);
  return (times[1] ?? 0) - (times[0] ?? 0);
}

function startProgram(url: string): ChildProcess {
  return fork(PROGRAM, [url], { silent: true, execArgv: [] });
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.once("close", (code) => resolve(code)));
}
