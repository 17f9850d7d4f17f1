import type { Kysely } from "kysely";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import type { OpenedDatabase } from "../../db/open.ts";
import { openDatabase } from "../../db/open.ts";
import type { TestDatabase } from "../support/test-database.ts";
import { createTestDatabase } from "../support/test-database.ts";

interface Key {
  table: string;
  name: string;
  columns: string[];
}

interface UniqueKey extends Key {
  primary: number;
}

interface ForeignKey extends Key {
  target: string;
  targetColumns: string[];
}

let database: TestDatabase;
let opened: OpenedDatabase<Database>;
beforeAll(async () => {
  database = await createTestDatabase("postgres");
  opened = await openDatabase<Database>({ url: database.url });
});
afterAll(async () => {
  await opened.close();
  await database.remove();
});

async function listKeys(db: Kysely<Database>): Promise<UniqueKey[]> {
  const { rows } = await sql<UniqueKey>`
    select t.relname as "table", i.relname as "name", x.indisprimary as "primary",
      array(select a.attname::text from unnest(x.indkey) with ordinality as k (attnum, at)
        join pg_attribute a on a.attrelid = t.oid and a.attnum = k.attnum order by k.at) as "columns"
    from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
    where x.indisunique and t.relnamespace = current_schema()::regnamespace
    order by 1, 2`.execute(db);
  return rows;
}

async function listForeignKeys(db: Kysely<Database>): Promise<ForeignKey[]> {
  const { rows } = await sql<ForeignKey>`
    select t.relname as "table", c.conname as "name", r.relname as "target",
      array(select a.attname::text from unnest(c.conkey) with ordinality as k (attnum, at)
        join pg_attribute a on a.attrelid = t.oid and a.attnum = k.attnum order by k.at) as "columns",
      array(select a.attname::text from unnest(c.confkey) with ordinality as k (attnum, at)
        join pg_attribute a on a.attrelid = r.oid and a.attnum = k.attnum order by k.at) as "targetColumns"
    from pg_constraint c join pg_class t on t.oid = c.conrelid join pg_class r on r.oid = c.confrelid
    where c.contype = 'f' and t.relnamespace = current_schema()::regnamespace
    order by 1, 2`.execute(db);
  return rows;
}

/** Tables that belong to a canteen: `canteen_id` is in their primary key. */
function canteenTables(keys: readonly UniqueKey[]): Set<string> {
  const own = keys.filter((key) => key.primary === 1 && key.columns.includes("canteen_id"));
  return new Set(own.map((key) => key.table));
}

/** The target's column that the key compares with `canteen_id`. */
function matchOfCanteen({ columns, targetColumns }: ForeignKey): string | undefined {
  return targetColumns[columns.indexOf("canteen_id")];
}

/** What Citus would refuse, were the canteens' tables distributed by `canteen_id` and the others copied to each node. */
async function brokenRulesIn(db: Kysely<Database>): Promise<string[]> {
  const keys = await listKeys(db);
  const foreignKeys = await listForeignKeys(db);
  const own = canteenTables(keys);
  const loose = keys.filter((key) => own.has(key.table) && !key.columns.includes("canteen_id"));
  const apart = foreignKeys.filter(
    (key) => own.has(key.table) && own.has(key.target) && matchOfCanteen(key) !== "canteen_id",
  );
  const upward = foreignKeys.filter((key) => !own.has(key.table) && own.has(key.target));
  return [
    ...loose.map(({ table, name }) => `${table}: the unique key ${name} is without canteen_id`),
    ...apart.map(({ table, name }) => `${table}: the foreign key ${name} does not match canteen_id`),
    ...upward.map(
      ({ table, name }) => `${table}: the foreign key ${name} goes from a shared table to a canteen's`,
    ),
  ];
}

describe("the schema on PostgreSQL can be distributed by canteen", () => {
  test("the tables of a canteen are those that grow with it", async () => {
    expect([...canteenTables(await listKeys(opened.reader))].sort()).toEqual([
      "article_codes",
      "cells",
      "cube_versions",
      "declarations",
      "import_drafts",
      "import_runs",
      "invoice_lines",
      "invoice_orders",
      "invoices",
      "late_verdicts",
      "legumerie_deliveries",
      "legumerie_delivery_details",
      "legumerie_notices",
      "legumerie_refusals",
      "legumerie_requests",
      "line_texts",
      "order_lines",
      "order_templates",
      "orders",
      "quote_requests",
      "verdicts",
    ]);
  });

  test("every key of theirs carries canteen_id, and no shared table points at them", async () => {
    expect(await brokenRulesIn(opened.reader)).toEqual([]);
  });

  test("there is no trigger, no sequence and no view", async () => {
    const { rows } = await sql<{ name: string }>`
      select tgname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid
      where not t.tgisinternal and c.relnamespace = current_schema()::regnamespace
      union all
      select relname from pg_class
      where relkind in ('S', 'v', 'm') and relnamespace = current_schema()::regnamespace`.execute(
      opened.reader,
    );
    expect(rows).toEqual([]);
  });

  test.each([
    ["a unique index", "create unique index loose on orders (reference)", /orders: the unique key loose/],
    [
      "a foreign key by id alone",
      "create unique index spare on verdicts (id); alter table order_lines add constraint apart foreign key (verdict_id) references verdicts (id)",
      /order_lines: the foreign key apart/,
    ],
    [
      "a shared table that points at a canteen's",
      "alter table jobs add column canteen_id text, add column order_id text; alter table jobs add constraint upward foreign key (canteen_id, order_id) references orders (canteen_id, id)",
      /jobs: the foreign key upward/,
    ],
  ])("%s that breaks the rules is found", async (_name, statements, found) => {
    const undone = new Error("undone");
    const changing = opened.db.transaction().execute(async (trx) => {
      for (const statement of statements.split(";")) await sql.raw(statement).execute(trx);
      expect(await brokenRulesIn(trx)).toContainEqual(expect.stringMatching(found));
      throw undone;
    });
    await expect(changing).rejects.toBe(undone);
  });
});
