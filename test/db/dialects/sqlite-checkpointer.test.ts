import { statSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import { expect, onTestFinished, test } from "vitest";
import type { OpenedDatabase } from "../../../db/open.ts";
import { openDatabase } from "../../../db/open.ts";

const ROWS = 40;
const ROW_BYTES = 200_000;
const PATIENCE_MS = 30_000;

interface Rows {
  rows: { id: number; content: string };
}

async function openRows(): Promise<{ opened: OpenedDatabase<Rows>; path: string }> {
  const folder = await mkdtemp(join(tmpdir(), "bonnepart-log-"));
  const path = join(folder, "rows.sqlite");
  const opened = await openDatabase<Rows>({ url: path });
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await sql`create table rows (id integer primary key, content text not null) strict`.execute(opened.db);
  return { opened, path };
}

async function write({ db }: OpenedDatabase<Rows>): Promise<void> {
  for (let id = 0; id < ROWS; id++)
    await db
      .insertInto("rows")
      .values({ id, content: "x".repeat(ROW_BYTES) })
      .execute();
}

test("a long log is folded into the file once nobody writes, the database still open", async () => {
  const { opened, path } = await openRows();
  onTestFinished(() => opened.close());
  await write(opened);
  const before = statSync(path).size;
  expect(before).toBeLessThan(ROWS * ROW_BYTES);
  const giveUpAt = performance.now() + PATIENCE_MS;
  while (statSync(path).size < ROWS * ROW_BYTES && performance.now() < giveUpAt) await sleep(50);
  expect(statSync(path).size).toBeGreaterThanOrEqual(ROWS * ROW_BYTES);
  const { count } = await opened.reader
    .selectFrom("rows")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  expect(count).toBe(ROWS);
});

test("a close while it is folded loses nothing, and the next opening finds every row", async () => {
  const { opened, path } = await openRows();
  await write(opened);
  await sleep(510);
  await opened.close();
  const again = await openDatabase<Rows>({ url: path });
  onTestFinished(() => again.close());
  expect(await again.reader.selectFrom("rows").select("id").orderBy("id").execute()).toHaveLength(ROWS);
  const [checked] = (await sql<{ integrity_check: string }>`pragma integrity_check`.execute(again.reader))
    .rows;
  expect(checked?.integrity_check).toBe("ok");
});
