import { sql } from "kysely";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { MIGRATIONS } from "../../db/migrations/list.ts";
import { migrate } from "../../db/migrator.ts";
import type { OpenedDatabase } from "../../db/open.ts";
import { openDatabase } from "../../db/open.ts";
import { mayAnswer } from "../../db/replica.ts";
import { newId } from "../../shared/ids.ts";
import { PASSWORD, seedPerson, seedSession } from "../support/people.ts";
import type { PostgresServer } from "../support/postgres-server.ts";
import { startPostgresServer, startStandby } from "../support/postgres-server.ts";
import { NOW } from "../support/seed.ts";
import type { TestWeb } from "../support/web.ts";
import { resultOf, startWeb, Visitor } from "../support/web.ts";

let primary: PostgresServer;
let standby: PostgresServer;
let opened: OpenedDatabase<Database>;
/** Straight to the standby, to stop and go on replaying. */
let replaying: pg.Client;
let web: TestWeb;

/** A look every half second, on a busy machine. */
const SOON = { timeout: 10_000 };

const NOTHING = { lagMs: null, replayed: null };

beforeAll(async () => {
  primary = await startPostgresServer();
  const alone = await openDatabase<Database>({ url: primary.url });
  await migrate(alone, { migrations: MIGRATIONS, now: NOW });
  await alone.close();
  standby = await startStandby(primary);
  replaying = new pg.Client({ connectionString: standby.url });
  await replaying.connect();
  opened = await openDatabase<Database>({ url: primary.url, replicaUrl: standby.url });
  web = await startWeb(opened, { maxLagMs: 60_000 });
}, 60_000);
afterAll(async () => {
  await web?.stop();
  await opened?.close();
  await replaying?.end();
  await standby?.stop();
  await primary?.stop();
});
beforeEach(async () => {
  await replaying.query("select pg_wal_replay_resume()");
  await expect.poll(() => opened.replica?.state().lagMs, SOON).toBe(0);
});

async function visitor(): Promise<Visitor> {
  const { id: userId } = await seedPerson(opened.db);
  const one = new Visitor(web);
  one.cookie = await seedSession(opened.db, { userId, now: NOW });
  return one;
}

function aView() {
  return { id: newId(), page: "/territoire", name: "Vue", search: {} };
}

/** When the standby was last asked for saved views, in seconds; 0: never. */
async function lastAsked(): Promise<number> {
  const { rows } = await replaying.query<{ asked: number }>(
    `select coalesce(extract(epoch from max(query_start)), 0)::float8 as asked from pg_stat_activity
    where application_name = 'bonnepart' and query like '%saved_views%'`,
  );
  return rows[0]?.asked ?? 0;
}

describe("a replica", () => {
  test("answers who has written nothing, and is read-only", async () => {
    const one = await visitor();
    const before = await lastAsked();
    await expect
      .poll(async () => {
        expect(resultOf(await one.query("savedViews.list"))).toEqual([]);
        return await lastAsked();
      }, SOON)
      .toBeGreaterThan(before);
    const view = {
      user_id: newId(),
      id: newId(),
      page: "/",
      name: "x",
      sort: "x",
      search: "{}",
      created_at: NOW,
    };
    await expect(opened.replica?.reader.insertInto("saved_views").values(view).execute()).rejects.toThrow(
      "read-only",
    );
  });

  test("that stands still never makes what a person just saved disappear", async () => {
    const one = await visitor();
    await replaying.query("select pg_wal_replay_pause()");
    for (let turn = 1; turn <= 10; turn++) {
      expect((await one.mutate("savedViews.save", aView())).status).toBe(200);
      expect(resultOf(await one.query("savedViews.list"))).toHaveLength(turn);
    }
    await replaying.query("select pg_wal_replay_resume()");
    await expect.poll(() => opened.replica?.state().lagMs, SOON).toBe(0);
    const before = await lastAsked();
    await expect
      .poll(async () => {
        expect(resultOf(await one.query("savedViews.list"))).toHaveLength(10);
        return await lastAsked();
      }, SOON)
      .toBeGreaterThan(before);
  });

  test("that stands still does not hide it from the session of a new sign-in either", async () => {
    const { id, email } = await seedPerson(opened.db);
    const one = new Visitor(web);
    one.cookie = await seedSession(opened.db, { userId: id, now: NOW });
    await replaying.query("select pg_wal_replay_pause()");
    await one.mutate("savedViews.save", aView());
    expect((await one.mutate("session.signIn", { email, password: PASSWORD })).status).toBe(200);
    expect(resultOf(await one.query("savedViews.list"))).toHaveLength(1);
  });

  test("says how late it is in /health and /metrics, and answers nobody beyond the limit", async () => {
    const strict = await startWeb(opened, { maxLagMs: 500 });
    const one = await visitor();
    await replaying.query("select pg_wal_replay_pause()");
    await one.mutate("savedViews.save", aView());
    await expect.poll(() => opened.replica?.state().lagMs, SOON).toBeGreaterThan(1_000);
    expect((await strict.ask("/health")).json).toMatchObject({
      wall: "up",
      replica: { lagMs: expect.any(Number) },
    });
    const metrics = (await strict.ask("/metrics")).text;
    expect(metrics).toContain("bonnepart_replica_used 0\n");
    expect(metrics).toMatch(/bonnepart_replica_lag_seconds [1-9]/);
    const other = new Visitor(strict);
    other.cookie = (await visitor()).cookie;
    expect((await other.query("savedViews.list")).status).toBe(200);
    await strict.stop();
  });

  test("answers nobody before it has the schema that a start brings", async () => {
    const starting = await openDatabase<Database>({ url: primary.url, replicaUrl: standby.url });
    await replaying.query("select pg_wal_replay_pause()");
    await sql`create table later (id text primary key)`.execute(starting.db);
    const ready = () => mayAnswer(starting.replica?.state() ?? NOTHING, { wrote: null, maxLagMs: 60_000 });
    expect(ready()).toBe(true);
    await starting.replica?.requireNow();
    expect(ready()).toBe(false);
    await replaying.query("select pg_wal_replay_resume()");
    await expect.poll(ready, SOON).toBe(true);
    await starting.close();
  });

  test("does not let a revoked session in, however late it is", async () => {
    const one = await visitor();
    await one.query("savedViews.list");
    await expect.poll(() => opened.replica?.state().lagMs, SOON).toBe(0);
    await replaying.query("select pg_wal_replay_pause()");
    await opened.db.deleteFrom("sessions").execute();
    expect((await one.query("savedViews.list")).status).toBe(401);
  });

  test("that dies is left for the primary", async () => {
    const own = await startStandby(primary);
    const withOwn = await openDatabase<Database>({ url: primary.url, replicaUrl: own.url });
    const ownWeb = await startWeb(withOwn, { maxLagMs: 60_000 });
    const one = new Visitor(ownWeb);
    one.cookie = (await visitor()).cookie;
    await expect.poll(() => withOwn.replica?.state().lagMs, SOON).toBe(0);
    await own.stop();
    await expect.poll(() => withOwn.replica?.state().replayed, SOON).toBeNull();
    expect((await one.query("savedViews.list")).status).toBe(200);
    expect((await ownWeb.ask("/ready")).status).toBe(200);
    await ownWeb.stop();
    await withOwn.close();
  });

  test("is never a server that follows nobody: its state would stand still unseen", async () => {
    const same = await openDatabase<Database>({ url: primary.url, replicaUrl: primary.url });
    expect(same.replica?.state()).toEqual({ lagMs: null, replayed: null });
    await same.close();
  });
});

describe("whether a replica may answer", () => {
  const maxLagMs = 10_000;
  test.each([
    ["it has that very write", { lagMs: 0, replayed: "1/FF" }, "1/FF", true],
    ["it lacks one byte", { lagMs: 0, replayed: "1/FE" }, "1/FF", false],
    ["places are numbers, not texts", { lagMs: 0, replayed: "10/0" }, "9/FFFFFFFF", true],
    ["nothing was written", { lagMs: 10_000, replayed: "0/1" }, null, true],
    ["it is too late", { lagMs: 10_001, replayed: "0/1" }, null, false],
    ["nobody knows how late it is", { lagMs: null, replayed: "0/1" }, null, false],
    ["it does not answer", { lagMs: null, replayed: null }, null, false],
  ])("%s", (_why, state, wrote, expected) => {
    expect(mayAnswer(state, { wrote, maxLagMs })).toBe(expected);
  });
});
