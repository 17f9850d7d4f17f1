import type { ChildProcess } from "node:child_process";
import { fork } from "node:child_process";
import { join } from "node:path";
import { sql } from "kysely";
import { expect, it } from "vitest";
import type { AppMigration, Engine } from "../../db/engine.ts";
import { ENGINES } from "../../db/engine.ts";
import { MIGRATIONS } from "../../db/migrations/list.ts";
import { migrate, schemaVersion } from "../../db/migrator.ts";
import type { OpenedDatabase } from "../../db/open.ts";
import { openDatabase } from "../../db/open.ts";
import { describeOnEngines } from "../support/engines.ts";
import { createTestDatabase } from "../support/test-database.ts";
import { EXPECTED_ROWS, SLOW_MIGRATIONS } from "./programs/migrations.ts";

const NOW = "2026-11-22T10:00:00.000Z";
const PROGRAM = join(import.meta.dirname, "programs", "migrate.ts");

function migration(name: string, ...statements: string[]): AppMigration {
  return {
    name,
    async up({ db }) {
      for (const statement of statements) await sql.raw(statement).execute(db);
    },
  };
}

const ONE = migration("0001-one", "create table one (id text primary key)");
const TWO = migration("0002-two", "create table two (id text primary key)");
const BROKEN = migration(
  "0003-broken",
  "create table three (id text primary key)",
  "create tabel four (id text)",
);

async function withDatabase(
  engine: Engine,
  use: (opened: OpenedDatabase<never>, url: string) => Promise<void>,
): Promise<void> {
  const database = await createTestDatabase(engine, "bare");
  const opened = await openDatabase<never>({ url: database.url });
  try {
    await use(opened, database.url);
  } finally {
    await opened.close();
    await database.remove();
  }
}

async function listTables(opened: OpenedDatabase<never>): Promise<string[]> {
  const tables = await opened.reader.introspection.getTables();
  return tables.map(({ name }) => name).sort();
}

async function countRows(opened: OpenedDatabase<never>): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const table of await listTables(opened)) {
    if (table === "schema_migrations") continue;
    const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(
      opened.reader,
    );
    counts.set(table, rows[0]?.n ?? 0);
  }
  return counts;
}

it.each(ENGINES)("applies what is missing, once, and says so (%s)", (engine) =>
  withDatabase(engine, async (opened) => {
    expect(await schemaVersion(opened)).toBeNull();
    expect(await migrate(opened, { migrations: [ONE], now: NOW })).toEqual(["0001-one"]);
    expect(await migrate(opened, { migrations: [ONE, TWO], now: NOW })).toEqual(["0002-two"]);
    expect(await migrate(opened, { migrations: [ONE, TWO], now: NOW })).toEqual([]);
    expect(await schemaVersion(opened)).toBe("0002-two");
    const { rows } = await sql`select * from schema_migrations order by name`.execute(opened.reader);
    expect(rows).toEqual([
      { name: "0001-one", applied_at: NOW },
      { name: "0002-two", applied_at: NOW },
    ]);
  }));

it.each(ENGINES)("leaves nothing of a run that fails in its last statement (%s)", (engine) =>
  withDatabase(engine, async (opened) => {
    await migrate(opened, { migrations: [ONE], now: NOW });
    await expect(migrate(opened, { migrations: [ONE, TWO, BROKEN], now: NOW })).rejects.toThrow();
    expect(await listTables(opened)).toEqual(["one", "schema_migrations"]);
    expect(await schemaVersion(opened)).toBe("0001-one");
  }));

it.each(ENGINES)("refuses a database newer than the program, in one sentence (%s)", (engine) =>
  withDatabase(engine, async (opened) => {
    await migrate(opened, { migrations: [ONE, TWO], now: NOW });
    await expect(migrate(opened, { migrations: [ONE], now: NOW })).rejects.toMatchObject({
      code: "schema-newer",
      message: expect.stringMatching(
        /newer than this program: it has migration 0002-two.*known here is 0001-one/,
      ),
    });
  }));

it.each(ENGINES)("refuses a hole in what was applied, and a list out of order (%s)", (engine) =>
  withDatabase(engine, async (opened) => {
    await migrate(opened, { migrations: [TWO], now: NOW });
    const hole = migrate(opened, { migrations: [ONE, TWO], now: NOW });
    await expect(hole).rejects.toMatchObject({
      code: "schema-gap",
      message: expect.stringContaining("0001-one"),
    });
    await expect(migrate(opened, { migrations: [TWO, ONE], now: NOW })).rejects.toMatchObject({
      code: "schema-gap",
    });
  }));

it.each(ENGINES)("migrates once when 8 processes start at the same time (%s)", (engine) =>
  withDatabase(engine, async (opened, url) => {
    const starts = await Promise.all(Array.from({ length: 8 }, () => runToEnd(startProgram(url))));
    expect(starts.filter(({ code }) => code !== 0)).toEqual([]);
    const ran = starts.map(({ output }) => JSON.parse(output) as string[]);
    expect(ran.flat().sort()).toEqual(SLOW_MIGRATIONS.map(({ name }) => name));
    expect(await countRows(opened)).toEqual(EXPECTED_ROWS);
  }));

it.each(ENGINES)("starts again after each of 10 kill -9 inside a migration (%s)", {
  timeout: 120_000,
}, async (engine) => {
  for (let kill = 0; kill < 10; kill++) {
    await withDatabase(engine, async (opened, url) => {
      const killed = startProgram(url);
      await killInside(killed, kill % 2 === 0 ? "0001-first" : "0002-second");
      expect(await migrate(opened, { migrations: SLOW_MIGRATIONS, now: NOW })).toEqual(
        SLOW_MIGRATIONS.map(({ name }) => name),
      );
      expect(await countRows(opened)).toEqual(EXPECTED_ROWS);
    });
  }
});

it("rebuilds a table that others refer to without losing their rows, and refuses orphans (sqlite)", () =>
  withDatabase("sqlite", async (opened) => {
    const start = migration(
      "0001-start",
      "create table parents (id text primary key) strict",
      "create table children (parent text references parents (id) on delete cascade) strict",
      "insert into parents values ('p')",
      "insert into children values ('p')",
    );
    const rebuild = migration(
      "0002-rebuild",
      "create table new_parents (id text primary key, more text) strict",
      "insert into new_parents (id) select id from parents",
      "drop table parents",
      "alter table new_parents rename to parents",
    );
    const orphan = migration("0003-orphan", "delete from parents");
    await migrate(opened, { migrations: [start, rebuild], now: NOW });
    expect((await sql`select * from children`.execute(opened.reader)).rows).toEqual([{ parent: "p" }]);
    await expect(migrate(opened, { migrations: [start, rebuild, orphan], now: NOW })).rejects.toThrow(
      /without their parent/,
    );
    await expect(sql`insert into children values ('nobody')`.execute(opened.db)).rejects.toThrow(
      /FOREIGN KEY/,
    );
  }));

describeOnEngines("the product's own schema", (on) => {
  it("is at the last migration, which has nothing left to do", async () => {
    expect(await schemaVersion(on.opened)).toBe(MIGRATIONS.at(-1)?.name);
    expect(await migrate(on.opened, { migrations: MIGRATIONS, now: NOW })).toEqual([]);
  });
});

function startProgram(url: string): ChildProcess {
  return fork(PROGRAM, [url], { silent: true, execArgv: [] });
}

function runToEnd(child: ChildProcess): Promise<{ code: number | null; output: string }> {
  let output = "";
  child.stdout?.on("data", (chunk: Buffer) => {
    output += chunk.toString();
  });
  child.stderr?.on("data", (chunk: Buffer) => {
    output += chunk.toString();
  });
  return new Promise((resolve) => child.once("close", (code) => resolve({ code, output })));
}

/** Kills the program at a random instant after it says that it is inside the named migration. */
async function killInside(child: ChildProcess, name: string): Promise<void> {
  const closed = new Promise<NodeJS.Signals | null>((resolve) =>
    child.once("close", (_code, signal) => resolve(signal)),
  );
  child.on("message", (inside) => {
    if (inside === name) setTimeout(() => child.kill("SIGKILL"), Math.random() * 15);
  });
  expect(await closed).toBe("SIGKILL");
}
