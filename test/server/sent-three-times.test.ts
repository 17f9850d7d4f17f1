import { request } from "node:http";
import { beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { newId } from "../../shared/ids.ts";
import type { Order } from "../../shared/orders.ts";
import { PASSWORD, seedPerson } from "../support/people.ts";
import {
  anOrder,
  anOrderLine,
  seedCanteen,
  seedOrganisation,
  seedProduct,
  seedSupplier,
} from "../support/seed.ts";
import { serveForTests } from "../support/served.ts";
import { Visitor } from "../support/web.ts";
import { ORGANISATION_WRITES } from "./repeated-organisation-writes.ts";
import { WORKSHOP_WRITES } from "./repeated-workshop-writes.ts";
import type { RepeatedWorld, RepeatedWrite } from "./repeated-writes.ts";
import { CATALOGUE_WRITES } from "./repeated-writes.ts";

const served = serveForTests();
let visitor: Visitor;
let canteenId: string;
let order: Order;
let world: RepeatedWorld;

beforeAll(async () => {
  const { db } = served.opened;
  const { organisationId } = await seedOrganisation(db);
  canteenId = (await seedCanteen(db, { organisationId })).id;
  order = anOrder({ supplierId: (await seedSupplier(db)).id });
  const legumerieId = (await seedSupplier(db, { name: "Légumerie", kind: "LEGUMERIE" })).id;
  world = {
    organisationId,
    canteenId,
    otherCanteenId: (await seedCanteen(db, { organisationId })).id,
    supplierId: (await seedSupplier(db)).id,
    productId: (await seedProduct(db)).id,
    legumerieId,
    userId: (
      await seedPerson(db, { grants: [{ role: "kitchen", scopeKind: "canteen", scopeId: canteenId }] })
    ).id,
  };
  const { email } = await seedPerson(db, {
    grants: [
      { role: "manager", scopeKind: "canteen", scopeId: canteenId },
      { role: "administrator", scopeKind: "organisation", scopeId: organisationId },
      { role: "legumerie", scopeKind: "legumerie", scopeId: legumerieId },
    ],
  });
  visitor = new Visitor(served.web);
  await visitor.mutate("session.signIn", { email, password: PASSWORD });
});

/** In the order of a day: each starts from what the ones before it did. */
const ORDER_WRITES: readonly RepeatedWrite[] = [
  {
    name: "a new order",
    procedure: "orders.save",
    input: () => ({ canteenId, order }),
    adds: 1,
  },
  {
    name: "an order edited",
    procedure: "orders.save",
    input: () => ({ canteenId, order: { ...order, version: 1, lines: [...order.lines, EXTRA] } }),
    adds: 1,
  },
  {
    name: "an order saved again as it is",
    procedure: "orders.save",
    input: () => ({ canteenId, order: { ...order, version: 2, lines: [...order.lines, EXTRA] } }),
    adds: 0,
  },
  {
    name: "an order deleted",
    procedure: "orders.delete",
    input: () => ({ canteenId, orderId: order.id }),
    adds: 1,
  },
  {
    name: "an order brought back",
    procedure: "orders.restore",
    input: () => ({ canteenId, orderId: order.id }),
    adds: 1,
  },
  {
    name: "a template of orders",
    procedure: "orderTemplates.save",
    input: () => ({
      canteenId,
      template: { id: TEMPLATE, supplierId: order.supplierId, name: "Lundi", lines: order.lines },
    }),
    adds: 1,
  },
  {
    name: "a template renamed",
    procedure: "orderTemplates.rename",
    input: () => ({ canteenId, templateId: TEMPLATE, name: "Mardi" }),
    adds: 1,
  },
  {
    name: "a template thrown away",
    procedure: "orderTemplates.delete",
    input: () => ({ canteenId, templateId: TEMPLATE }),
    adds: 1,
  },
  {
    name: "a template brought back",
    procedure: "orderTemplates.restore",
    input: () => ({ canteenId, templateId: TEMPLATE }),
    adds: 1,
  },
];
const WRITES = [...ORDER_WRITES, ...CATALOGUE_WRITES, ...ORGANISATION_WRITES, ...WORKSHOP_WRITES];
const EXTRA = anOrderLine({ description: "Poireaux", quantityMilli: 3_000 });
const TEMPLATE = newId();

describe("a write sent three times, the first without waiting for its answer", () => {
  test.each(WRITES)("$name: one effect", async ({ procedure, input, adds }) => {
    const before = await countAudit();
    await vanish(procedure, input(world));
    const second = await visitor.mutate(procedure, input(world));
    const kept = await everything();
    const third = await visitor.mutate(procedure, input(world));
    // What was taken away is no more: whoever takes it away again is told so.
    const answer = isTakenAway(procedure) ? 404 : 200;
    expect([second.status, third.status]).toEqual([answer, answer]);
    if (answer === 200) expect(third.json).toEqual(second.json);
    expect(await everything()).toEqual(kept);
    expect(await countAudit()).toBe(before + adds);
  });
});

/** Undone only by being made anew. A deleted order or template stays, and can be brought back. */
function isTakenAway(procedure: string): boolean {
  return /\.(remove|withdraw)/.test(procedure) && procedure !== "savedViews.remove";
}

/** Sends and is gone: whether the server has done it, nobody here knows. */
function vanish(procedure: string, input: unknown): Promise<void> {
  const body = JSON.stringify(input);
  return new Promise((resolve) => {
    const asked = request({
      port: served.web.port,
      path: `/trpc/${procedure}`,
      method: "POST",
      headers: {
        "content-type": "application/json",
        "content-length": Buffer.byteLength(body),
        "sec-fetch-site": "same-origin",
        "x-bonnepart": "1",
        cookie: visitor.cookie ?? "",
      },
    });
    asked.on("error", () => undefined);
    asked.on("close", () => resolve());
    asked.end(body, () => setTimeout(() => asked.destroy(), 3));
  });
}

async function countAudit(): Promise<number> {
  return (await served.opened.db.selectFrom("audit").select("seq").execute()).length;
}

async function countUnfinishedJobs(): Promise<number> {
  const { db } = served.opened;
  return (await db.selectFrom("jobs").select("id").where("finished_at", "is", null).execute()).length;
}

/** Every row of every table, but for the sessions, which note when they were seen. */
async function everything(): Promise<Record<string, unknown[]>> {
  const { db } = served.opened;
  // A definition of « local » has its lines judged anew behind the answer: once that is over.
  await expect.poll(countUnfinishedJobs, { timeout: 20_000 }).toBe(0);
  const tables = await db.introspection.getTables();
  const rows: Record<string, unknown[]> = {};
  for (const { name } of tables.filter((table) => table.name !== "sessions"))
    rows[name] = await db
      .selectFrom(name as keyof Database)
      .selectAll()
      .execute();
  return rows;
}
