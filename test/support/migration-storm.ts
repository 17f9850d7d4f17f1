import type { ChildProcess } from "node:child_process";
import { fork } from "node:child_process";
import { once } from "node:events";
import { dirname, join } from "node:path";
import { sql } from "kysely";
import type { Database } from "../../db/database.ts";
import { MIGRATIONS } from "../../db/migrations/list.ts";
import { migrate } from "../../db/migrator.ts";
import type { OpenedDatabase } from "../../db/open.ts";
import { openDatabase } from "../../db/open.ts";
import { listDamage } from "../../server/backups/facts.ts";
import type { KeptVersion } from "./programs/keep-version.ts";
import { fillWithVersion, RELEASED_SCHEMAS, readVersion } from "./released-versions.ts";
import { NOW } from "./seed.ts";

const PROGRAM = join(dirname(import.meta.dirname), "db", "programs", "migrate-product.ts");

/** Starts of the program on one database at the same time. */
const STARTS = 8;
/** One database in so many is not empty. */
const FILLED = 5;

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

/**
 * The product's own migrations, killed with -9 at any instant, then run by eight processes at once: on empty databases
 * and, one time in five, on what an earlier version kept.
 */
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
      const version = await fillSometimes(opened, kill);
      const pending = MIGRATIONS.filter(({ name }) => name > (version?.schema ?? "")).length;
      const child = startProgram();
      child.once("message", () => setTimeout(() => child.kill("SIGKILL"), Math.random() * longest));
      child.send(url);
      await once(child, "close");
      const ran = await migrate(opened, { migrations: MIGRATIONS, now: NOW });
      if (ran.length > 0) storm.killedInside += 1;
      // All of them or none: they are one transaction.
      if (![0, pending].includes(ran.length)) storm.wrong.push(`kill ${kill} left ${ran.length} to do`);
      storm.wrong.push(...(await differences(opened, { expected, version })));
    });
    if (kill % 50 === 49) note(`${kill + 1} kills`);
  }
  const children = Array.from({ length: STARTS }, startProgram);
  try {
    for (let round = 0; round < rounds; round++)
      await withNew(newDatabase, async (opened, url) => {
        const version = await fillSometimes(opened, round);
        const ends = await Promise.all(children.map((child) => endOfMigrations(child, url)));
        if (ends.some((end) => end !== "ends")) storm.wrong.push(`round ${round} ended with ${ends.join()}`);
        storm.wrong.push(...(await differences(opened, { expected, version })));
      });
  } finally {
    for (const child of children) child.kill("SIGKILL");
  }
  return storm;
}

/** Null: the database stays empty. */
async function fillSometimes(opened: OpenedDatabase<Database>, turn: number): Promise<KeptVersion | null> {
  if (turn % FILLED !== 0) return null;
  const version = readVersion(RELEASED_SCHEMAS[(turn / FILLED) % RELEASED_SCHEMAS.length] ?? "");
  await fillWithVersion(opened, version);
  return version;
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

async function differences(
  opened: OpenedDatabase<Database>,
  { expected, version }: { expected: string; version: KeptVersion | null },
): Promise<string[]> {
  const { reader, engine } = opened;
  const wrong = await listDamage({ db: reader, engine });
  if ((await schemaOf(opened)) !== expected) wrong.push("another schema");
  const { lines } = await reader
    .selectFrom("order_lines")
    .select(({ fn }) => fn.countAll<number>().as("lines"))
    .executeTakeFirstOrThrow();
  const kept = version?.tables.order_lines?.rows.length ?? 0;
  return lines === kept ? wrong : [...wrong, `${lines} lines of ${kept}`];
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
  const child = startProgram();
  child.send(url);
  await once(child, "message");
  const start = performance.now();
  await once(child, "message");
  child.kill("SIGKILL");
  return performance.now() - start;
}

/** « ends », or why it could not. */
function endOfMigrations(child: ChildProcess, url: string): Promise<unknown> {
  return new Promise((resolve) => {
    child.on("message", function hear(said) {
      if (said === "begins") return;
      child.off("message", hear);
      resolve(said);
    });
    child.send(url);
  });
}

function startProgram(): ChildProcess {
  return fork(PROGRAM, { silent: true, execArgv: [] });
}
