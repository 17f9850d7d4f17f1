import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import pg from "pg";
import { expect, it } from "vitest";
import { assertPostgresVersion } from "../../../db/dialects/postgres.ts";
import type { OpenedDatabase } from "../../../db/open.ts";
import { openDatabase } from "../../../db/open.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { createTestDatabase } from "../../support/test-database.ts";

async function withPostgres(
  use: (opened: OpenedDatabase<never>, url: string) => Promise<void>,
): Promise<void> {
  const database = await createTestDatabase("postgres", "bare");
  const opened = await openDatabase<never>({ url: database.url, poolSize: 4 });
  try {
    await use(opened, database.url);
  } finally {
    await opened.close();
    await database.remove();
  }
}

async function isGone(client: pg.Client, pid: number | undefined): Promise<boolean> {
  return (await client.query("select 1 from pg_stat_activity where pid = $1", [pid])).rows.length === 0;
}

it.each([
  ["14.12", false],
  ["15.0", true],
  ["18.4", true],
  ["", false],
])("takes PostgreSQL %s: %s", (version, taken) => {
  if (taken) expect(() => assertPostgresVersion(version)).not.toThrow();
  else expect(() => assertPostgresVersion(version)).toThrow(/15 or later/);
});

it("says the version it runs on", () =>
  withPostgres(async ({ engine, version }) => {
    expect(engine).toBe("postgres");
    expect(Number.parseInt(version, 10)).toBeGreaterThanOrEqual(15);
  }));

it("starts a transaction again after a deadlock, and both are kept", () =>
  withPostgres(async ({ db }) => {
    await sql`create table pairs (id text primary key, n bigint not null)`.execute(db);
    await sql`insert into pairs values ('a', 0), ('b', 0)`.execute(db);
    let bodies = 0;
    let holding = 0;
    const bothHold = Promise.withResolvers<void>();
    const cross = (first: string, second: string): Promise<void> =>
      inTransaction(db, async (trx) => {
        bodies++;
        await sql`update pairs set n = n + 1 where id = ${first}`.execute(trx);
        if (++holding === 2) bothHold.resolve();
        await bothHold.promise;
        await sql`update pairs set n = n + 1 where id = ${second}`.execute(trx);
      });
    await Promise.all([cross("a", "b"), cross("b", "a")]);
    expect(bodies).toBe(3);
    expect((await sql`select * from pairs order by id`.execute(db)).rows).toEqual([
      { id: "a", n: 2 },
      { id: "b", n: 2 },
    ]);
  }));

it("does not run a transaction again for an error of its own", () =>
  withPostgres(async ({ db }) => {
    let bodies = 0;
    const failing = inTransaction(db, async (trx) => {
      bodies++;
      await sql`select * from nowhere`.execute(trx);
    });
    await expect(failing).rejects.toThrow(/nowhere/);
    expect(bodies).toBe(1);
  }));

it("survives the loss of its idle connections", () =>
  withPostgres(async ({ db, reader }) => {
    await sql`select 1`.execute(reader);
    await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`.execute(
      db,
    );
    // Until the pool has heard of its loss, it may still lend a dead connection.
    await expect
      .poll(async () => (await sql`select 1 as one`.execute(reader)).rows, { timeout: 20_000 })
      .toEqual([{ one: 1 }]);
  }));

it("survives the loss of a connection while it is lent: its transaction is refused, the next one is not", () =>
  withPostgres(async ({ db }, url) => {
    const uncaught: unknown[] = [];
    const note = (error: unknown) => uncaught.push(error);
    process.on("uncaughtException", note);
    const killer = new pg.Client({ connectionString: url });
    await killer.connect();
    try {
      const lost = inTransaction(db, async (trx) => {
        const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx);
        await killer.query("select pg_terminate_backend($1)", [rows[0]?.pid]);
        // Nobody is asking: the loss comes by itself, to whoever listens.
        await expect.poll(() => isGone(killer, rows[0]?.pid)).toBe(true);
        await sleep(50);
        await sql`select 1`.execute(trx);
      });
      await expect(lost).rejects.toThrow();
      expect(uncaught).toEqual([]);
      await expect
        .poll(async () => (await sql`select 1 as one`.execute(db)).rows, { timeout: 20_000 })
        .toEqual([{ one: 1 }]);
    } finally {
      process.off("uncaughtException", note);
      await killer.end();
    }
  }));

it("refuses a database that is not in UTF-8", () =>
  withPostgres(async ({ db }, url) => {
    await sql`create database in_latin1 template template0 encoding 'LATIN1' locale 'C'`.execute(db);
    const latin = new URL(url);
    latin.pathname = "/in_latin1";
    await expect(openDatabase({ url: latin.href })).rejects.toMatchObject({ code: "wrong-encoding" });
    await sql`drop database in_latin1`.execute(db);
  }));

it("names the database that it cannot open, without its password", () =>
  withPostgres(async (_opened, url) => {
    const missing = new URL(url);
    missing.pathname = "/not_there";
    missing.searchParams.set("password", "hunter2");
    const refusal = await openDatabase({ url: missing.href }).catch((error: unknown) => String(error));
    expect(refusal).toContain("not_there");
    expect(refusal).not.toContain("hunter2");
  }));
