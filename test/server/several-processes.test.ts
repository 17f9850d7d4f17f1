import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import type { OpenedDatabase } from "../../db/open.ts";
import { openDatabase } from "../../db/open.ts";
import { keepDroppedFile } from "../../server/actions/drop-import.ts";
import type { Canteen } from "../../shared/canteens.ts";
import { newId } from "../../shared/ids.ts";
import type { ImportRun } from "../../shared/import-runs.ts";
import { followImport } from "../support/follow-import.ts";
import { seedPerson, seedSession } from "../support/people.ts";
import type { ProcessServer } from "../support/process-server.ts";
import { startProcessServer } from "../support/process-server.ts";
import { purchaseCsv, siretNumber } from "../support/purchase-files.ts";
import { actionContext, anOrder, seedCanteen, seedOrganisation, seedSupplier } from "../support/seed.ts";
import type { TestDatabase } from "../support/test-database.ts";
import { createTestDatabase } from "../support/test-database.ts";
import { resultOf, Visitor, webAt } from "../support/web.ts";

let database: TestDatabase;
let opened: OpenedDatabase<Database>;
/** Two processes of the product on one PostgreSQL. */
let here: ProcessServer;
let there: ProcessServer;
let canteen: Canteen;
let organisationId: string;
let userId: string;
let cookie: string;
let next = 41;
/** Of the one line of an order. */
const LINE_CENTS = 2_000;
/** Lines of an import that can be looked at while it is written. */
const LONG = 40_000;

beforeAll(async () => {
  database = await createTestDatabase("postgres", "installed");
  opened = await openDatabase<Database>({ url: database.url });
  ({ organisationId } = await seedOrganisation(opened.db));
  const env = { DATABASE_URL: database.url };
  [here, there] = await Promise.all([startProcessServer(env), startProcessServer(env)]);
  const grants = [{ role: "administrator", scopeKind: "organisation", scopeId: organisationId }] as const;
  userId = (await seedPerson(opened.db, { grants })).id;
  cookie = await seedSession(opened.db, { userId, now: new Date().toISOString() });
});
afterAll(async () => {
  for (const server of [here, there]) {
    server.signal("SIGTERM");
    expect(await server.ended, server.output()).toBe(0);
  }
  await opened.close();
  await database.remove();
});
beforeEach(async () => {
  canteen = await seedCanteen(opened.db, { organisationId, siret: siretNumber(next++) });
});

function visit(server: ProcessServer): Visitor {
  const visitor = new Visitor(webAt(server.port));
  visitor.cookie = cookie;
  return visitor;
}

/** Starts in one process an import of so many lines. */
async function startImport(
  server: ProcessServer,
  lines: number,
): Promise<{ canteenId: string; importId: string }> {
  const rows = Array.from(
    { length: lines },
    (_, row) => `${canteen.siret},Pommes ${row},Verger,2025-03-01,1,FRUITS_ET_LEGUMES,,,,,,`,
  );
  const content = Buffer.from(purchaseCsv(rows));
  const { fileId } = await keepDroppedFile(actionContext(opened, userId), { name: "achats.csv", content });
  const key = { canteenId: canteen.id, importId: newId() };
  expect((await visit(server).mutate("importRuns.start", { ...key, fileId })).status).toBe(200);
  return key;
}

async function endOf(
  server: ProcessServer,
  key: { canteenId: string; importId: string },
): Promise<ImportRun | undefined> {
  const runs: ImportRun[] = [];
  await followImport(server, cookie, key, (run) => runs.push(run));
  return runs.at(-1);
}

describe("an import that one process writes", () => {
  test("is followed from another, row by row, to its end", async () => {
    const key = await startImport(here, LONG);
    const runs: ImportRun[] = [];
    await followImport(there, cookie, key, (run) => runs.push(run));
    expect(runs.at(-1)).toMatchObject({ state: "DONE", report: { created: LONG } });
    const written = runs.flatMap(({ state, progress: { phase, done } }) =>
      state === "RUNNING" && phase === "writing" ? [done] : [],
    );
    // Notes in the database come every two seconds: these were heard.
    expect(new Set(written).size).toBeGreaterThan(3);
  });

  test("is cancelled from another, and leaves nothing", async () => {
    const key = await startImport(here, LONG);
    expect(resultOf(await visit(there).mutate("importRuns.cancel", key))).toMatchObject({
      state: "CANCELLED",
    });
    expect(await endOf(here, key)).toMatchObject({ state: "CANCELLED" });
    // Its process has let the canteen go: what comes next is written, and is all there is.
    expect(await endOf(there, await startImport(there, 1))).toMatchObject({ state: "DONE" });
    const orders = await opened.reader
      .selectFrom("order_lines")
      .select("id")
      .where("canteen_id", "=", canteen.id)
      .execute();
    expect(orders).toHaveLength(1);
  });

  test("does not hold back the stop of a process that only follows it", async () => {
    const third = await startProcessServer({ DATABASE_URL: database.url });
    const key = await startImport(here, LONG);
    let heard = 0;
    const following = followImport(third, cookie, key, () => {
      heard += 1;
    }).catch(() => undefined);
    await expect.poll(() => heard, { timeout: 10_000 }).toBeGreaterThan(0);
    const began = performance.now();
    third.signal("SIGTERM");
    expect(await third.ended, third.output()).toBe(0);
    await following;
    expect(performance.now() - began).toBeLessThan(4_000);
    expect(await endOf(there, key)).toMatchObject({ state: "DONE" });
  });

  test("reads as interrupted at once everywhere when its process is told to stop", async () => {
    const third = await startProcessServer({ DATABASE_URL: database.url });
    const key = await startImport(third, LONG);
    third.signal("SIGTERM");
    expect(await endOf(there, key)).toMatchObject({ state: "INTERRUPTED" });
    expect(await third.ended, third.output()).toBe(0);
  });
});

test("what one process writes is in the other's dashboards at the next question, 20 times out of 20", async () => {
  const supplier = await seedSupplier(opened.db, {});
  const [writer, reader] = [visit(here), visit(there)];
  // Every other purchase of these canteens is of 2025.
  const year = { from: "2026-01", to: "2026-12", basis: "value" };
  for (let turn = 1; turn <= 20; turn++) {
    const order = { canteenId: canteen.id, order: anOrder({ supplierId: supplier.id }) };
    const saved = await (turn % 2 === 0 ? writer : reader).mutate("orders.save", order);
    expect(saved.status, saved.text).toBe(200);
    const whole = { totals: { amountCents: turn * LINE_CENTS, lines: turn } };
    for (const one of [writer, reader]) {
      const canteen = await one.query("indicators.canteen", { canteenId: order.canteenId, ...year });
      expect(resultOf(canteen)).toMatchObject(whole);
      expect(resultOf(await one.query("indicators.territory", year))).toMatchObject(whole);
    }
  }
});
