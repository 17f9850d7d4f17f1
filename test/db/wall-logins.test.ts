import { sql } from "kysely";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { MIGRATIONS } from "../../db/migrations/list.ts";
import { migrate } from "../../db/migrator.ts";
import type { OpenedDatabase } from "../../db/open.ts";
import { openDatabase } from "../../db/open.ts";
import { behindWall } from "../../db/wall.ts";
import { describeWall } from "../../server/cli/print-wall.ts";
import { seedRightsWorld } from "../support/rights-world.ts";
import { NOW } from "../support/seed.ts";
import type { TestDatabase } from "../support/test-database.ts";
import { createTestDatabase } from "../support/test-database.ts";

let database: TestDatabase;
const admin = { client: new pg.Client() };
const LOGINS = ["wall_maker", "wall_plain"] as const;
const ROLES = LOGINS.flatMap((login) => [`${login}_one_canteen`, `${login}_many_canteens`]);
beforeAll(async () => {
  database = await createTestDatabase("postgres", "bare");
  admin.client = new pg.Client({ connectionString: database.url });
  await admin.client.connect();
  for (const login of LOGINS) await admin.client.query(`create role ${login} login`);
  await admin.client.query("alter role wall_maker createrole");
  const { database: name } = admin.client;
  await admin.client.query(`grant create on database "${name}" to wall_maker`);
});
afterAll(async () => {
  await admin.client.query(`drop schema if exists made, plain cascade`);
  const { rows } = await admin.client.query<{ name: string }>(
    "select rolname as name from pg_roles where rolname = any ($1)",
    [[...ROLES, ...LOGINS]],
  );
  for (const { name } of rows)
    await admin.client.query(`drop owned by "${name}" cascade; drop role "${name}"`);
  await admin.client.end();
  await database.remove();
});

/** As that login, its tables in a schema of its own. */
async function openAs(login: string, schema: string): Promise<OpenedDatabase<Database>> {
  const url = new URL(database.url);
  url.searchParams.set("user", login);
  await admin.client.query(`create schema if not exists ${schema} authorization ${login}`);
  await admin.client.query(`alter role ${login} set search_path = ${schema}`);
  const opened = await openDatabase<Database>({ url: url.href, poolSize: 2 });
  await migrate(opened, { migrations: MIGRATIONS, now: NOW });
  return opened;
}

/** Whether names of lines have their index in that schema. */
async function hasTrigrams(schema: string): Promise<boolean> {
  const name = `${schema}.line_texts_by_trigram`;
  const { rows } = await admin.client.query<{ is: boolean }>("select to_regclass($1) is not null as is", [
    name,
  ]);
  return rows[0]?.is === true;
}

describe("a login that is no superuser", () => {
  test("raises the wall when it may make roles, in whatever schema its tables are", async () => {
    const opened = await openAs("wall_maker", "made");
    expect(opened.wall?.gap()).toBeNull();
    const { own, foreign } = await seedRightsWorld(opened);
    const walled = behindWall(opened.reader, { canteenId: own.canteenId });
    const seen = sql`select canteen_id as id from order_lines`;
    expect((await seen.execute(walled)).rows).toEqual([{ id: own.canteenId }]);
    const all = (await seen.execute(opened.reader)).rows;
    expect(all).toHaveLength(2);
    expect(all).toContainEqual({ id: foreign.canteenId });
    expect(await hasTrigrams("made")).toBe(true);
    await opened.close();
  });

  test("goes on without when it may not, says so, and has it once the roles are granted", async () => {
    const opened = await openAs("wall_plain", "plain");
    expect(opened.wall?.gap()).toBe("no-roles");
    // The extension is there, in a schema that is not this login's: its migrations go on without.
    expect(await hasTrigrams("plain")).toBe(false);
    expect(behindWall(opened.db, "nobody")).toBe(opened.db);
    const [french, english] = describeWall(opened.wall);
    expect(french).toMatch(/wall_plain_one_canteen et wall_plain_many_canteens/);
    expect(english).toMatch(/^No second wall/);
    for (const role of opened.wall?.roleNames() ?? [])
      await admin.client.query(`create role "${role}"; grant "${role}" to wall_plain`);
    await migrate(opened, { migrations: MIGRATIONS, now: NOW });
    expect(opened.wall?.gap()).toBeNull();
    expect(describeWall(opened.wall).join()).toMatch(/Second wall: PostgreSQL itself/);
    const rows = await sql`select 1 from orders`.execute(behindWall(opened.db, "nobody"));
    expect(rows.rows).toEqual([]);
    await opened.close();
  });

  test("is told nothing of it on SQLite", () => {
    expect(describeWall(null)).toEqual([]);
  });
});
