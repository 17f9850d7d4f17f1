import { request } from "node:http";
import { createTRPCClient, httpLink } from "@trpc/client";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { SaveEntry } from "../../../client/outbox/entries.ts";
import { patienceMs, sendEntry } from "../../../client/outbox/send-entry.ts";
import type { WriteClient } from "../../../client/trpc.ts";
import type { Database } from "../../../db/database.ts";
import type { OpenedDatabase } from "../../../db/open.ts";
import { openDatabase } from "../../../db/open.ts";
import { findOrder } from "../../../db/queries/orders.ts";
import type { AppRouter } from "../../../server/router.ts";
import type { Id } from "../../../shared/ids.ts";
import { newId } from "../../../shared/ids.ts";
import { MAX_ORDER_LINES } from "../../../shared/orders.ts";
import type { FaultProxy } from "../../support/fault-proxy.ts";
import { startFaultProxy } from "../../support/fault-proxy.ts";
import { PASSWORD, seedPerson } from "../../support/people.ts";
import { anOrder, anOrderLine, seedCanteen, seedOrganisation, seedSupplier } from "../../support/seed.ts";
import type { TestDatabase } from "../../support/test-database.ts";
import { createTestDatabase } from "../../support/test-database.ts";
import type { TestWeb } from "../../support/web.ts";
import { startWeb, Visitor } from "../../support/web.ts";

let database: TestDatabase;
let opened: OpenedDatabase<Database>;
let web: TestWeb;
let proxy: FaultProxy;
let client: WriteClient;
let canteenId: Id;
let supplierId: Id;

beforeAll(async () => {
  database = await createTestDatabase("sqlite");
  opened = await openDatabase<Database>({ url: database.url });
  web = await startWeb(opened);
  const { organisationId } = await seedOrganisation(opened.db);
  canteenId = (await seedCanteen(opened.db, { organisationId })).id;
  supplierId = (await seedSupplier(opened.db)).id;
  const { email } = await seedPerson(opened.db, {
    grants: [{ role: "manager", scopeKind: "canteen", scopeId: canteenId }],
  });
  const visitor = new Visitor(web);
  await visitor.mutate("session.signIn", { email, password: PASSWORD });
  proxy = await startFaultProxy(web.origin);
  client = clientOf(visitor.cookie ?? "");
});
beforeEach(() => proxy.set("none"));
afterAll(async () => {
  await proxy.stop();
  await web.stop();
  await opened.close();
  await database.remove();
});

/** A browser's client, by the way that fails: fetch of Node forbids what a browser adds by itself. */
function clientOf(cookie: string): WriteClient {
  const send = (url: string | URL | RequestInfo, init: RequestInit = {}): Promise<Response> =>
    new Promise((resolve, reject) => {
      const body = String(init.body ?? "");
      const headers = {
        cookie,
        "x-bonnepart": "1",
        origin: proxy.origin,
        "content-type": "application/json",
      };
      const signal = init.signal ?? undefined;
      const asked = request(String(url), { method: "POST", headers, signal, agent: false }, (answer) => {
        const parts: Buffer[] = [];
        answer.on("data", (part: Buffer) => parts.push(part));
        answer.on("end", () =>
          resolve(new Response(Buffer.concat(parts), { status: answer.statusCode ?? 500 })),
        );
        answer.on("error", reject);
      });
      asked.on("error", () => reject(new TypeError("fetch failed")));
      asked.end(body);
    });
  return createTRPCClient<AppRouter>({
    links: [httpLink({ url: `${proxy.origin}/trpc`, fetch: send as never })],
  });
}

function anEntry(lines: number, attempts = 1): SaveEntry {
  const words = "Carottes sable bio calibre 30/45, carton de 10 kg";
  const line = (): Parameters<typeof anOrderLine>[0] => ({ description: `${words} ${newId()}` });
  const order = anOrder({ supplierId, lines: Array.from({ length: lines }, () => anOrderLine(line())) });
  return {
    id: newId(),
    position: 1,
    kind: "orders.save",
    userId: "",
    canteenId,
    subject: order.id,
    version: 0,
    after: null,
    createdAt: "2026-11-26T09:00:00.000Z",
    attempts,
    retryAt: 0,
    state: { name: "sending" },
    payload: { order, screen: "", supplierName: "" },
  };
}

/** Scaled down a hundred times: what takes minutes on a telephone's worst line takes a second here. */
const SHORT = { silentMs: 200, bytesPerSecond: 100_000, longestMs: 60_000 };

test("the longest order leaves on a line so slow that a small one would have been given up", async () => {
  proxy.set("slow");
  const entry = anEntry(MAX_ORDER_LINES);
  expect(await sendEntry(client, entry, SHORT)).toEqual({ end: "acknowledged", version: 1 });
  expect(await findOrder(opened.db, { canteenId, orderId: entry.subject })).toMatchObject({ version: 1 });
});

test("a server that takes a small order and says nothing is given up", async () => {
  proxy.set("hang");
  expect(await sendEntry(client, anEntry(1), SHORT)).toEqual({ end: "delayed", delay: "unreachable" });
});

test("patience follows what there is to send, and grows each time it was not enough", () => {
  expect(patienceMs(0, 1)).toBe(20_000);
  expect(patienceMs(1_200_000, 1)).toBe(320_000);
  expect(patienceMs(100_000, 3)).toBe(95_000);
  expect(patienceMs(3_000, 1_000)).toBe(26_000);
  expect(patienceMs(4_000_000, 50)).toBe(600_000);
});
