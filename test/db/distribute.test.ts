import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { distribute, findCitus, listTablePlaces } from "../../db/distribute.ts";
import type { OpenedDatabase } from "../../db/open.ts";
import { openDatabase } from "../../db/open.ts";
import { cli } from "../support/cli.ts";
import type { TestDatabase } from "../support/test-database.ts";
import { createTestDatabase } from "../support/test-database.ts";

let database: TestDatabase;
let opened: OpenedDatabase<Database>;
beforeAll(async () => {
  database = await createTestDatabase("postgres", "installed");
  opened = await openDatabase<Database>({ url: database.url });
});
afterAll(async () => {
  await opened.close();
  await database.remove();
});

/**
 * Citus itself is not at hand. These are its names on a plain PostgreSQL: they note what is asked, and refuse, as it
 * does, a table spread before one that it points at.
 */
const STAND_IN = [
  "create table pg_dist_partition (logicalrelid regclass not null primary key)",
  `create function note_spread(t text) returns void language plpgsql as $$ begin
    if exists (select 1 from pg_constraint c where c.contype = 'f' and c.conrelid = t::regclass and c.confrelid <> t::regclass
      and not exists (select 1 from pg_dist_partition p where p.logicalrelid = c.confrelid))
    then raise exception '% points at a table that is not spread', t; end if;
    insert into pg_dist_partition values (t::regclass); end $$`,
  `create function create_reference_table(t text) returns void language sql as 'select note_spread(t)'`,
  `create function create_distributed_table(t text, c text) returns void language plpgsql as $$ begin
    if c <> 'canteen_id' then raise exception 'by %', c; end if; perform note_spread(t); end $$`,
];

test("every table has its place, the canteens' last", async () => {
  const places = await listTablePlaces(opened.reader);
  const { rows } = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = current_schema() order by 1`.execute(
    opened.reader,
  );
  expect(places.map(({ table }) => table).toSorted()).toEqual(rows.map(({ name }) => name).toSorted());
  const kinds = places.map(({ kind }) => kind);
  expect(kinds.lastIndexOf("shared")).toBeLessThan(kinds.indexOf("canteen"));
  expect(places).toContainEqual({ table: "order_lines", kind: "canteen" });
  expect(places).toContainEqual({ table: "suppliers", kind: "shared" });
});

test("without the extension, the command says so and changes nothing", async () => {
  expect(await findCitus(opened.reader)).toBeUndefined();
  const { code, err } = await cli({ DATABASE_URL: database.url }, "db", "distribute");
  expect(code).toBe(1);
  expect(err).toMatch(/L'extension Citus manque.*\n?.*The Citus extension is missing/);
  const folder = await mkdtemp(join(tmpdir(), "bonnepart-distribute-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const { code: sqlite, err: why } = await cli({ DATA_DIR: folder }, "db", "distribute");
  expect([sqlite, why]).toEqual([1, expect.stringMatching(/attend une base PostgreSQL/)]);
});

test("each table is spread after those it points at; asked again, nothing is", async () => {
  const undone = new Error("undone");
  const spreading = opened.db.transaction().execute(async (trx) => {
    for (const statement of STAND_IN) await sql.raw(statement).execute(trx);
    const first = await distribute(trx, () => undefined);
    expect(first.every(({ done }) => done)).toBe(true);
    expect(first.length).toBeGreaterThan(60);
    const again = await distribute(trx, () => undefined);
    expect(again.some(({ done }) => done)).toBe(false);
    throw undone;
  });
  await expect(spreading).rejects.toBe(undone);
});
