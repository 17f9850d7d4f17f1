import { request } from "node:http";
import { beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { newId } from "../../shared/ids.ts";
import type { Order } from "../../shared/orders.ts";
import { PASSWORD, seedPerson } from "../support/people.ts";
import { anOrder, anOrderLine, seedCanteen, seedOrganisation, seedSupplier } from "../support/seed.ts";
import { serveForTests } from "../support/served.ts";
import { Visitor } from "../support/web.ts";

const served = serveForTests();
let visitor: Visitor;
let canteenId: string;
let order: Order;

beforeAll(async () => {
  const { db } = served.opened;
  const { organisationId } = await seedOrganisation(db);
  canteenId = (await seedCanteen(db, { organisationId })).id;
  order = anOrder({ supplierId: (await seedSupplier(db)).id });
  const { email } = await seedPerson(db, {
    grants: [{ role: "manager", scopeKind: "canteen", scopeId: canteenId }],
  });
  visitor = new Visitor(served.web);
  await visitor.mutate("session.signIn", { email, password: PASSWORD });
});

/** In the order of a day: each starts from what the ones before it did. */
const WRITES: readonly { name: string; procedure: string; input: () => unknown; adds: number }[] = [
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
const EXTRA = anOrderLine({ description: "Poireaux", quantityMilli: 3_000 });
const TEMPLATE = newId();

describe("a write sent three times, the first without waiting for its answer", () => {
  test.each(WRITES)("$name: one effect", async ({ procedure, input, adds }) => {
    const before = await countAudit();
    await vanish(procedure, input());
    const second = await visitor.mutate(procedure, input());
    const kept = await everything();
    const third = await visitor.mutate(procedure, input());
    expect([second.status, third.status]).toEqual([200, 200]);
    expect(third.json).toEqual(second.json);
    expect(await everything()).toEqual(kept);
    expect(await countAudit()).toBe(before + adds);
  });
});

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

/** Every row of every table, but for the sessions, which note when they were seen. */
async function everything(): Promise<Record<string, unknown[]>> {
  const { db } = served.opened;
  const tables = await db.introspection.getTables();
  const rows: Record<string, unknown[]> = {};
  for (const { name } of tables.filter((table) => table.name !== "sessions"))
    rows[name] = await db
      .selectFrom(name as keyof Database)
      .selectAll()
      .execute();
  return rows;
}
