import type { Kysely } from "kysely";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import type { OpenedDatabase } from "../../db/open.ts";
import { openDatabase } from "../../db/open.ts";
import { listCells } from "../../db/queries/cells.ts";
import { listOrderLines } from "../../db/queries/order-lines.ts";
import { beforeWall, behindWall } from "../../db/wall.ts";
import type { RightsWorld } from "../support/rights-world.ts";
import { seedRightsWorld } from "../support/rights-world.ts";
import type { TestDatabase } from "../support/test-database.ts";
import { createTestDatabase } from "../support/test-database.ts";

let database: TestDatabase;
let opened: OpenedDatabase<Database>;
let world: RightsWorld;
/** Of the own canteen, which is about to be asked for another's. */
let walled: Kysely<Database>;
beforeAll(async () => {
  database = await createTestDatabase("postgres");
  opened = await openDatabase<Database>({ url: database.url });
  world = await seedRightsWorld(opened);
  walled = behindWall(opened.db, { canteenId: world.own.canteenId });
});
afterAll(async () => {
  await opened.close();
  await database.remove();
});

async function canteensSeen(db: Kysely<Database>): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select distinct canteen_id as id from order_lines`.execute(db);
  return rows.map(({ id }) => id).sort();
}

/** Tables with `canteen_id` that lack the policies, each with the conditions it has. */
async function openTables(db: Kysely<Database>): Promise<string[]> {
  const { rows } = await sql<{ table: string; secured: number; policies: string | null }>`
    select t.relname::text as "table", cast(t.relrowsecurity as integer) as secured,
      (select string_agg(p.polname || ' ' || p.polcmd::text || ' ' || pg_get_expr(p.polqual, p.polrelid), '; ' order by p.polname)
       from pg_policy p where p.polrelid = t.oid and p.polname <> 'no_canteen') as policies
    from pg_class t join pg_attribute a on a.attrelid = t.oid and a.attname = 'canteen_id'
    where t.relkind in ('r', 'p') and t.relnamespace = current_schema()::regnamespace`.execute(db);
  const wanted =
    "many_canteens * true; one_canteen * (canteen_id = current_setting('bonnepart.canteen'::text, true))";
  return rows.filter((row) => row.secured === 0 || row.policies !== wanted).map((row) => row.table);
}

describe("behind the wall of one canteen", () => {
  test("it stands by itself once the schema is there, for a superuser too", async () => {
    expect(opened.wall?.gap()).toBeNull();
    const who = sql<{ login: string; role: string }>`select session_user as login, current_user as role`;
    expect((await who.execute(walled)).rows).toEqual([{ login: "postgres", role: "postgres_one_canteen" }]);
  });

  test("a query that forgets whose canteen it is about finds nothing of another's", async () => {
    const { own, foreign } = world;
    const of = (side: typeof own) => ({ canteenId: side.canteenId, orderId: side.orderId });
    expect(await listOrderLines(walled, of(own))).toHaveLength(1);
    expect(await listOrderLines(walled, of(foreign))).toEqual([]);
    expect(await listOrderLines(opened.db, of(foreign))).toHaveLength(1);
    const cells = { canteenIds: [foreign.canteenId], fromMonth: null, toMonth: null };
    expect(await listCells(walled, cells)).toEqual([]);
    expect(await listCells(opened.db, cells)).toHaveLength(1);
  });

  test.each([
    ["alone", (db: Kysely<Database>) => canteensSeen(db)],
    ["in a transaction", (db: Kysely<Database>) => db.transaction().execute(canteensSeen)],
    [
      "in a snapshot",
      (db: Kysely<Database>) =>
        db
          .transaction()
          .setIsolationLevel("repeatable read")
          .setAccessMode("read only")
          .execute(canteensSeen),
    ],
  ])("a raw statement without a condition sees its own rows only, %s", async (_how, see) => {
    const { own, foreign } = world;
    for (const origin of [opened.db, opened.reader]) {
      expect(await see(behindWall(origin, { canteenId: own.canteenId }))).toEqual([own.canteenId]);
      expect(await see(behindWall(origin, { canteenId: foreign.canteenId }))).toEqual([foreign.canteenId]);
      expect(await see(behindWall(origin, "nobody"))).toEqual([]);
      expect(await see(behindWall(origin, "many"))).toEqual([own.canteenId, foreign.canteenId].sort());
      expect(await see(origin)).toEqual([own.canteenId, foreign.canteenId].sort());
    }
  });

  test("another's rows are neither changed, taken, moved nor added to", async () => {
    const { own, foreign } = world;
    const before = await sql`select * from orders where canteen_id = ${foreign.canteenId}`.execute(opened.db);
    const changed = await walled
      .updateTable("orders")
      .set({ reference: "x" })
      .where("canteen_id", "=", foreign.canteenId)
      .executeTakeFirst();
    expect(changed.numUpdatedRows).toBe(0n);
    const taken = await walled
      .deleteFrom("order_lines")
      .where("canteen_id", "=", foreign.canteenId)
      .executeTakeFirst();
    expect(taken.numDeletedRows).toBe(0n);
    const moved = walled.updateTable("order_templates").set({ canteen_id: foreign.canteenId });
    const added = walled
      .insertInto("line_texts")
      .values({ canteen_id: foreign.canteenId, search: "added by another" });
    await added
      .onConflict((conflict) => conflict.doNothing())
      .execute()
      .catch(() => undefined);
    await expect(added.execute()).rejects.toThrow(/row-level security/);
    await moved.execute();
    await expect(
      walled.updateTable("line_texts").set({ canteen_id: foreign.canteenId }).execute(),
    ).rejects.toThrow(/row-level security/);
    const texts = sql`select 1 from line_texts where search = 'added by another'`;
    expect((await texts.execute(opened.db)).rows).toEqual([]);
    expect(
      (await sql`select * from orders where canteen_id = ${foreign.canteenId}`.execute(opened.db)).rows,
    ).toEqual(before.rows);
    expect(await canteensSeen(opened.db)).toEqual([own.canteenId, foreign.canteenId].sort());
  });

  test("tables are neither made, changed nor emptied", async () => {
    for (const statement of [
      "create table mine (id integer)",
      "alter table orders disable row level security",
      "drop policy one_canteen on orders",
      "truncate order_lines",
      "set local session_replication_role = replica",
    ])
      await expect(sql.raw(statement).execute(walled)).rejects.toThrow(/permission denied|must be owner/);
  });

  test("names of lines are found by threes of letters for who sees many canteens", async () => {
    const planFor = (reach: "many" | "nobody") =>
      behindWall(opened.db, reach)
        .transaction()
        .execute(async (trx) => {
          await sql`set local enable_seqscan = off`.execute(trx);
          const { rows } = await sql<{ "QUERY PLAN": string }>`
            explain select search from line_texts where search like '%carotte%'`.execute(trx);
          return rows.map((row) => row["QUERY PLAN"]).join();
        });
    expect(await planFor("many")).toContain("line_texts_by_trigram");
    // LIKE could tell of a row before its policy is read: behind one canteen's, its few names are read one by one.
    expect(await planFor("nobody")).not.toContain("line_texts_by_trigram");
  });

  test("an error leaves nothing on the connection, and its message is the engine's", async () => {
    const alone = await openDatabase<Database>({ url: database.url, poolSize: 1 });
    const one = behindWall(alone.db, { canteenId: world.own.canteenId });
    await expect(sql`select * from nowhere`.execute(one)).rejects.toThrow(/"nowhere" does not exist/);
    await expect(sql`select 1 / ${0}::bigint`.execute(one)).rejects.toThrow(/division by zero/);
    await expect(one.transaction().execute((trx) => sql`select * from nowhere`.execute(trx))).rejects.toThrow(
      /"nowhere" does not exist/,
    );
    expect(await canteensSeen(one)).toEqual([world.own.canteenId]);
    const { rows } =
      await sql`select current_user as role, current_setting('bonnepart.canteen', true) as canteen`.execute(
        alone.db,
      );
    expect(rows).toEqual([{ role: "postgres", canteen: "" }]);
    await alone.close();
  });

  test("counts, parameters and numbers of rows come as they do without it", async () => {
    const { rows } = await sql<{ n: number; text: string; no: number }>`
      select count(*) as n, ${"l'été"}::text as text, 1 = 2 as no from orders`.execute(walled);
    expect(rows).toEqual([{ n: 1, text: "l'été", no: 0 }]);
    expect((await sql`select 1 where 1 = 2`.execute(walled)).rows).toEqual([]);
    const result = await walled.updateTable("orders").set({ reference: "seen" }).executeTakeFirst();
    expect(result.numUpdatedRows).toBe(1n);
  });

  test("a handle leads to any other, and to the one that was opened", () => {
    expect(beforeWall(walled)).toBe(opened.db);
    expect(behindWall(walled, "many")).toBe(behindWall(opened.db, "many"));
    expect(beforeWall(behindWall(opened.reader, "nobody"))).toBe(opened.reader);
  });
});

describe("in the catalogue", () => {
  test("every table with canteen_id has its policies, in the one form that Citus takes", async () => {
    expect(await openTables(opened.reader)).toEqual([]);
  });

  test("a new table is open, and the wall has a gap, until it is raised anew", async () => {
    await sql`create table latest (canteen_id text not null primary key)`.execute(opened.db);
    const later = await openDatabase<Database>({ url: database.url });
    expect(await openTables(later.reader)).toEqual(["latest"]);
    expect(later.wall?.gap()).toBe("no-roles");
    await later.wall?.raise();
    expect(await openTables(later.reader)).toEqual([]);
    expect(later.wall?.gap()).toBeNull();
    await later.close();
    await sql`drop table latest`.execute(opened.db);
  });
});
