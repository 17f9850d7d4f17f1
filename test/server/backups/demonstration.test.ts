import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "../../../db/database.ts";
import type { OpenedDatabase } from "../../../db/open.ts";
import { openDatabase } from "../../../db/open.ts";
import { findFilledTable } from "../../../db/table-shapes.ts";
import { saveOrder } from "../../../server/actions/save-order.ts";
import { compareFacts } from "../../../server/backups/facts.ts";
import { DEMO_CANTEENS } from "../../../server/demo/canteens.ts";
import { DEMO_SUPPLIERS } from "../../../server/demo/suppliers.ts";
import { newId } from "../../../shared/ids.ts";
import { butItsState, factsOf } from "../../support/backup-facts.ts";
import { cli } from "../../support/cli.ts";
import { readToEnd, startCli } from "../../support/cli-process.ts";
import { actionContext, anOrder } from "../../support/seed.ts";
import type { TestDatabase } from "../../support/test-database.ts";
import { createTestDatabase, installDemonstrationIn, installIn } from "../../support/test-database.ts";

/** Fewer would not show a page that is skipped or told twice. */
const LINES = 10_000;

/** Seconds on a machine at rest; only for what hangs. */
const LONG = { timeout: 300_000 };

let folder = "";
let data = "";
let postgres: TestDatabase;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "bonnepart-backups-"));
  data = join(folder, "data");
  postgres = await createTestDatabase("postgres", "bare");
  await installDemonstrationIn(data);
});
afterAll(async () => {
  await postgres.remove();
  await rm(folder, { recursive: true, force: true });
});

async function open(url: string): Promise<OpenedDatabase<Database>> {
  return await openDatabase<Database>({ url });
}

test(
  "a backup made while orders are saved holds all that was acknowledged before it, whole and proven",
  LONG,
  async () => {
    const opened = await open(join(data, "bonnepart.sqlite"));
    const ctx = actionContext(opened);
    const canteenId = DEMO_CANTEENS[0]?.id ?? "";
    const supplierId = DEMO_SUPPLIERS[0]?.supplier.id ?? "";
    async function save(): Promise<string> {
      const order = anOrder({ id: newId(), supplierId });
      expect(await saveOrder(ctx, canteenId, order)).toMatchObject({ saved: true });
      return order.id;
    }
    const before = [await save(), await save()];
    const backup = join(folder, "busy");
    let isRunning = true;
    const running = readToEnd(startCli({ DATA_DIR: data }, "backup", backup)).finally(() => {
      isRunning = false;
    });
    let meanwhile = 0;
    while (isRunning) {
      await save();
      meanwhile += 1;
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    await opened.close();
    expect(await running).toMatchObject({ code: 0, err: "" });
    expect(meanwhile).toBeGreaterThan(20);

    const restored = join(folder, "restored");
    expect(await cli({ DATA_DIR: restored }, "restore", backup)).toMatchObject({ code: 0 });
    expect(await cli({ DATA_DIR: restored }, "check")).toMatchObject({ code: 0 });
    const there = await open(join(restored, "bonnepart.sqlite"));
    const kept = await there.reader.selectFrom("orders").select("id").where("id", "in", before).execute();
    await there.close();
    expect(kept.map(({ id }) => id).sort()).toEqual(before.sort());
    const manifest = JSON.parse(await readFile(join(backup, "manifest.json"), "utf8"));
    const facts = await factsOf(join(restored, "bonnepart.sqlite"));
    expect(compareFacts(butItsState(manifest), butItsState(facts))).toEqual([]);
    expect(facts.sums.lines).toBeGreaterThan(LINES);
  },
);

test("a backup killed in the middle is no backup, and the next one clears what it left", LONG, async () => {
  const target = join(folder, "killed");
  const running = startCli({ DATA_DIR: data }, "backup", target);
  const ended = readToEnd(running);
  const names = async () => (await readdir(folder)).filter((name) => name.startsWith("killed"));
  await expect.poll(names, { interval: 5, timeout: 60_000 }).toEqual([`killed.partial-${running.pid}`]);
  running.kill("SIGKILL");
  expect((await ended).code).toBe(-1);
  expect(await names()).toEqual([`killed.partial-${running.pid}`]);
  const small = { DATA_DIR: join(folder, "small") };
  await installIn(small.DATA_DIR);
  expect(await cli(small, "check")).toMatchObject({ code: 0 });
  expect(await cli(small, "backup", target)).toMatchObject({ code: 0 });
  expect(await names()).toEqual(["killed"]);
});

test("a move killed in the middle leaves the other database empty", LONG, async () => {
  const moving = startCli({ DATA_DIR: data }, "db", "move", postgres.url);
  moving.stderr?.on("data", (chunk: Buffer) => {
    if (/^order_lines :/m.test(chunk.toString())) moving.kill("SIGKILL");
  });
  expect((await readToEnd(moving)).code).toBe(-1);
  const target = await open(postgres.url);
  await expect.poll(() => findFilledTable(target.reader, "postgres"), { timeout: 60_000 }).toBeNull();
  await target.close();
});

test("moves more than 10 000 lines to PostgreSQL, equal to the last byte, and only once", LONG, async () => {
  const { code, out } = await cli({ DATA_DIR: data }, "db", "move", postgres.url, "--json");
  expect(code).toBe(0);
  const [source, target] = [await factsOf(join(data, "bonnepart.sqlite")), await factsOf(postgres.url)];
  expect(JSON.parse(out).sums.lines).toBeGreaterThan(LINES);
  // The source is marked as moved since.
  expect(butItsState(source)).toEqual(butItsState(target));
  expect(await cli({ DATABASE_URL: postgres.url }, "check")).toMatchObject({ code: 0 });
  const again = await cli({ DATA_DIR: data }, "db", "move", postgres.url);
  expect([again.code, again.err]).toEqual([1, expect.stringContaining("This database was moved")]);
});

test("refuses to move what a server has open, and what is no address of PostgreSQL", async () => {
  const opened = await open(join(data, "bonnepart.sqlite"));
  const { code, err } = await cli({ DATA_DIR: data }, "db", "move", postgres.url);
  await opened.close();
  expect([code, err]).toEqual([1, expect.stringContaining("is open in a server: stop it first")]);
  const wrong = await cli({ DATA_DIR: data }, "db", "move", "mysql://elsewhere/db");
  expect([wrong.code, wrong.err]).toEqual([1, expect.stringContaining("db expects move")]);
});
