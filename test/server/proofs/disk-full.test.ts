import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { sql } from "kysely";
import { expect, test } from "vitest";
import type { Database } from "../../../db/database.ts";
import { MIGRATIONS } from "../../../db/migrations/list.ts";
import { migrate } from "../../../db/migrator.ts";
import type { OpenedDatabase } from "../../../db/open.ts";
import { openDatabase } from "../../../db/open.ts";
import { inTransaction, readSnapshot } from "../../../db/transaction.ts";
import { saveOrder } from "../../../server/actions/save-order.ts";
import { listDamage } from "../../../server/backups/facts.ts";
import type { Id } from "../../../shared/ids.ts";
import {
  actionContext,
  anOrder,
  anOrderLine,
  NOW,
  seedCanteen,
  seedOrganisation,
  seedSupplier,
} from "../../support/seed.ts";
import { mountSmallDisk } from "../../support/small-disk.ts";
import { createTestDatabase } from "../../support/test-database.ts";

const LINES = 20;
const BALLAST_BYTES = 4 * 2 ** 20;
/** More orders than the disk has room for, whatever its pages. */
const MANY = 2_000;

interface Place {
  url: string;
  /** From now on there is hardly any room left; none: the disk is small by itself. */
  narrow?(opened: OpenedDatabase<Database>): Promise<unknown>;
  free(opened: OpenedDatabase<Database>): Promise<unknown>;
}

/** Orders are saved until there is no room, then again once there is. */
async function fillAndFree({ url, narrow, free }: Place): Promise<void> {
  const opened = await openDatabase<Database>({ url });
  try {
    await migrate(opened, { migrations: MIGRATIONS, now: NOW });
    const { organisationId } = await seedOrganisation(opened.db);
    const canteenId = (await seedCanteen(opened.db, { organisationId })).id;
    const supplierId = (await seedSupplier(opened.db)).id;
    await narrow?.(opened);
    const kept: Id[] = [];
    const save = async (): Promise<string | null> => {
      const order = anOrder({ supplierId, lines: Array.from({ length: LINES }, () => anOrderLine()) });
      try {
        expect(await saveOrder(actionContext(opened), canteenId, order)).toMatchObject({ saved: true });
        kept.push(order.id);
        return null;
      } catch (error) {
        return error instanceof Error && "code" in error ? String(error.code) : String(error);
      }
    };
    let refused: string | null = null;
    for (let at = 0; at < MANY && refused === null; at++) refused = await save();
    expect(refused).toMatch(/^(SQLITE_FULL|SQLITE_IOERR|transaction-lost)/);
    expect(kept.length).toBeGreaterThan(5);
    expect(await save()).not.toBeNull();
    await expectKept(opened, kept);

    await free(opened);
    for (let at = 0; at < 10; at++) expect(await save()).toBeNull();
    await expectKept(opened, kept);
  } finally {
    await opened.close();
  }
}

/** Every order that was acknowledged is there and whole, no other is, and the database is sound. */
async function expectKept({ reader, engine }: OpenedDatabase<Database>, kept: readonly Id[]): Promise<void> {
  await readSnapshot(reader, async (db) => {
    const rows = await db
      .selectFrom("order_lines")
      .select("order_id")
      .select(({ fn }) => fn.countAll<number>().as("lines"))
      .groupBy("order_id")
      .execute();
    expect(rows.map(({ order_id }) => order_id).sort()).toEqual([...kept].sort());
    expect(rows.filter(({ lines }) => lines !== LINES)).toEqual([]);
    expect(await listDamage({ db, engine })).toEqual([]);
  });
}

test("a full disk refuses what it cannot keep, keeps what it acknowledged, and goes on once there is room", async ({
  skip,
}) => {
  const disk = await mountSmallDisk(12);
  if (disk === null) return skip("this account mounts no disk");
  const ballast = join(disk.folder, "ballast");
  try {
    await writeFile(ballast, Buffer.alloc(BALLAST_BYTES));
    await fillAndFree({ url: join(disk.folder, "bonnepart.sqlite"), free: () => rm(ballast) });
  } finally {
    await disk.remove();
  }
});

test("so does a database that has reached its quota of pages", async () => {
  const { url, remove } = await createTestDatabase("sqlite");
  const limit = (pages: number) => (opened: OpenedDatabase<Database>) =>
    inTransaction(opened.db, (trx) => sql`pragma max_page_count = ${sql.lit(pages)}`.execute(trx));
  try {
    await fillAndFree({ url, narrow: limit(400), free: limit(100_000) });
  } finally {
    await remove();
  }
});
