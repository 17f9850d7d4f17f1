import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../../db/database.ts";
import type { Engine } from "../../../db/engine.ts";
import { ENGINES } from "../../../db/engine.ts";
import { openDatabase } from "../../../db/open.ts";
import { saveOrder } from "../../../server/actions/save-order.ts";
import { compareFacts } from "../../../server/backups/facts.ts";
import { butItsState, factsOf } from "../../support/backup-facts.ts";
import { cli } from "../../support/cli.ts";
import type { RightsWorld } from "../../support/rights-world.ts";
import { seedRightsWorld } from "../../support/rights-world.ts";
import { actionContext, anOrder } from "../../support/seed.ts";
import type { Schema, TestDatabase } from "../../support/test-database.ts";
import { createTestDatabase, installIn } from "../../support/test-database.ts";

let folder = "";
const made: TestDatabase[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "bonnepart-engines-"));
});
afterAll(async () => {
  for (const { remove } of made) await remove();
  await rm(folder, { recursive: true, force: true });
});

interface Place {
  env: NodeJS.ProcessEnv;
  url: string;
}

async function newPlace(engine: Engine, name: string, schema: Schema = "bare"): Promise<Place> {
  const dataDir = join(folder, name);
  if (engine === "sqlite" && schema === "installed") await installIn(dataDir);
  if (engine === "sqlite") return { env: { DATA_DIR: dataDir }, url: join(dataDir, "bonnepart.sqlite") };
  const database = await createTestDatabase("postgres", schema);
  made.push(database);
  return { env: { DATABASE_URL: database.url, DATA_DIR: dataDir }, url: database.url };
}

describe.each(ENGINES)("a backup of %s", (engine) => {
  const backup = () => join(folder, `backup-of-${engine}`);
  let from: Place;
  let world: RightsWorld;

  beforeAll(async () => {
    from = await newPlace(engine, `from-${engine}`, "installed");
    const opened = await openDatabase<Database>({ url: from.url });
    // The world brings its own communes.
    await opened.db.deleteFrom("communes").execute();
    world = await seedRightsWorld(opened);
    await opened.close();
    expect(await cli(from.env, "backup", backup())).toMatchObject({ code: 0, err: "" });
  });

  test.each(ENGINES)("is restored on %s, row by row the same, once", async (other) => {
    const to = await newPlace(other, `${engine}-to-${other}`);
    expect(await cli(to.env, "restore", backup())).toMatchObject({ code: 0, err: "" });
    const source = butItsState(await factsOf(from.url));
    expect(source.figures.length).toBeGreaterThan(0);
    expect(compareFacts(source, butItsState(await factsOf(to.url)))).toEqual([]);
    const again = await cli(to.env, "restore", backup());
    expect([again.code, again.err]).toEqual([1, expect.stringContaining("There is data already")]);
    expect(await cli(to.env, "check")).toMatchObject({ code: 0 });
  });

  test("made while orders are saved is one state of the database: all that was kept before, no order in part", async () => {
    const opened = await openDatabase<Database>({ url: from.url });
    const { supplierId, own } = world;
    const save = () => saveOrder(actionContext(opened), own.canteenId, anOrder({ supplierId }));
    const busy = join(folder, `busy-${engine}`);
    await save();
    const before = (await factsOf(from.url)).sums.lines;
    let isRunning = true;
    const running = cli(from.env, "backup", busy, "--json").finally(() => {
      isRunning = false;
    });
    while (isRunning) {
      expect(await save()).toMatchObject({ saved: true });
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    const { code, out } = await running;
    await opened.close();
    const after = (await factsOf(from.url)).sums.lines;
    const { lines } = JSON.parse(out).sums;
    expect(code).toBe(0);
    expect(lines).toBeGreaterThanOrEqual(before);
    expect(after).toBeGreaterThan(before);
    const to = await newPlace("sqlite", `after-busy-${engine}`);
    expect(await cli(to.env, "restore", busy)).toMatchObject({ code: 0 });
    expect(await cli(to.env, "check")).toMatchObject({ code: 0 });
  });
});

test("a database that holds the table of another program is no empty one", async () => {
  const to = await newPlace("postgres", "shared");
  const opened = await openDatabase<Database>({ url: to.url });
  await sql`create table another_program (id text primary key)`.execute(opened.db);
  await opened.close();
  const { code, err } = await cli(to.env, "restore", join(folder, "backup-of-sqlite"));
  expect([code, err]).toEqual([1, expect.stringContaining("There is data already (another_program)")]);
});
