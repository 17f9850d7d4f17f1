import { sql } from "kysely";
import { expect, test } from "vitest";
import type { Database } from "../../../db/database.ts";
import { ENGINES } from "../../../db/engine.ts";
import { MIGRATIONS } from "../../../db/migrations/list.ts";
import { migrate } from "../../../db/migrator.ts";
import type { OpenedDatabase } from "../../../db/open.ts";
import { openDatabase } from "../../../db/open.ts";
import { readSnapshot } from "../../../db/transaction.ts";
import { listDamage, readFacts } from "../../../server/backups/facts.ts";
import type { KeptVersion } from "../../support/programs/keep-version.ts";
import { fillWithVersion, RELEASED_SCHEMAS, readVersion } from "../../support/released-versions.ts";
import { NOW } from "../../support/seed.ts";
import { createTestDatabase } from "../../support/test-database.ts";

test("a migration that was released is what it was", async () => {
  expect(RELEASED_SCHEMAS.length).toBeGreaterThan(4);
  for (const schema of RELEASED_SCHEMAS)
    await withBare("sqlite", async (opened) => {
      await migrate(opened, { migrations: MIGRATIONS.filter(({ name }) => name <= schema), now: NOW });
      const { rows } = await sql<{ sql: string }>`
        select sql from sqlite_schema where sql is not null`.execute(opened.reader);
      expect(rows.map((row) => row.sql).sort()).toEqual(readVersion(schema).definitions.toSorted());
    });
});

test.each(
  ENGINES.flatMap((engine) => RELEASED_SCHEMAS.map((schema) => ({ engine, schema }))),
)("what a version at $schema kept is whole at today's schema ($engine)", async ({ engine, schema }) => {
  const version = readVersion(schema);
  await withBare(engine, async (opened) => {
    await fillWithVersion(opened, version);
    const pending = MIGRATIONS.map(({ name }) => name).filter((name) => name > schema);
    expect(await migrate(opened, { migrations: MIGRATIONS, now: NOW })).toEqual(pending);
    await readSnapshot(opened.reader, async (db) => {
      expect(await listDamage({ db, engine })).toEqual([]);
      const { tables, sums, audit } = await readFacts({ db, engine });
      expect(sums).toMatchObject(sumsOf(version));
      expect(audit.rows).toBe(version.tables.audit?.rows.length);
      for (const { name, rows } of tables) {
        const kept = version.tables[name]?.rows.length;
        if (kept !== undefined && name !== "schema_migrations") expect([name, rows]).toEqual([name, kept]);
      }
    });
  });
});

async function withBare(
  engine: (typeof ENGINES)[number],
  use: (opened: OpenedDatabase<Database>) => Promise<void>,
): Promise<void> {
  const { url, remove } = await createTestDatabase(engine, "bare");
  const opened = await openDatabase<Database>({ url });
  try {
    await use(opened);
  } finally {
    await opened.close();
    await remove();
  }
}

/** The figures that the version showed: the sum of its cells. */
function sumsOf({ tables }: KeptVersion): { lines: number; amountCents: number; weightGrams: number } {
  const { columns, rows } = tables.cells ?? { columns: [], rows: [] };
  const sum = (column: string) =>
    rows.reduce((total, row) => total + Number(row[columns.indexOf(column)]), 0);
  return { lines: sum("lines"), amountCents: sum("amount_cents"), weightGrams: sum("weight_grams") };
}
