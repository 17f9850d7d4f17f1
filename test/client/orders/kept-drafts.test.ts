import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Draft } from "../../../client/orders/draft-storage.ts";
import { keepDraft } from "../../../client/orders/draft-storage.ts";
import { keptDraft, keptDrafts, unfinishedEntries } from "../../../client/orders/kept-drafts.ts";
import type { Queue, SaveEntry } from "../../../client/outbox/entries.ts";
import { EMPTY_QUEUE } from "../../../client/outbox/entries.ts";
import type { OrderStatus } from "../../../shared/order-statuses.ts";
import { anOrder } from "../../support/seed.ts";

const OWNER = { userId: "u", canteenId: "c" };
const TYPED_AT = "2026-11-26T10:00:00.000Z";
const SENT_AT = "2026-11-26T10:00:00.001Z";
const TYPED_AFTER = "2026-11-26T10:00:00.002Z";

const items = new Map<string, string>();

beforeEach(() => {
  items.clear();
  const storage = {
    getItem: (key: string) => items.get(key) ?? null,
    removeItem: (key: string) => items.delete(key),
    setItem: (key: string, text: string) => items.set(key, text),
  };
  // Its keys are its own properties, as in a browser.
  const keys = { ownKeys: () => [...items.keys()], getOwnPropertyDescriptor: () => ENUMERABLE };
  vi.stubGlobal("localStorage", new Proxy(storage, keys));
});

const ENUMERABLE = { enumerable: true, configurable: true };

afterEach(() => vi.unstubAllGlobals());

test("« Saisie » opens the entry left last, though it was saved as a draft meanwhile; no change begun on the order's own page, nor refused rows", () => {
  keepDraft(OWNER, aDraft("saved as a draft, then changed", { version: 1, after: "e" }));
  keepDraft(OWNER, aDraft("new", { keptAt: SENT_AT }));
  keepDraft(OWNER, aDraft("opened from the list", { version: 3 }));
  keepDraft(OWNER, { ...aDraft("rows that an import refused", { keptAt: TYPED_AFTER }), refused: true });
  keepDraft(OWNER, aDraft("validated, then changed", { version: 2, after: "e", status: "ORDERED" }));
  const found = unfinishedEntries(OWNER, EMPTY_QUEUE).map(({ orderId }) => orderId);
  expect(found).toEqual(["new", "saved as a draft, then changed"]);
  expect(keptDrafts(OWNER, EMPTY_QUEUE)).toHaveLength(5);
});

test.each([
  ["waits in the outbox", { ...EMPTY_QUEUE, entries: [anEntry("n")] }],
  ["is on the server", { ...EMPTY_QUEUE, acknowledgements: [anAcknowledgement("n")] }],
])("a draft whose page ended before it was thrown away, and that %s, is thrown away", (_where, queue: Queue) => {
  keepDraft(OWNER, aDraft("o", { next: "n" }));
  keepDraft(OWNER, aDraft("another", { next: "m" }));
  expect(keptDrafts(OWNER, queue).map(({ orderId }) => orderId)).toEqual(["another"]);
  expect(items.size).toBe(1);
  expect(keptDraft(OWNER, "o", queue)).toBeNull();
});

test("one changed after it was sent is there, and goes on from what was sent", () => {
  keepDraft(OWNER, aDraft("o", { next: "n", keptAt: TYPED_AFTER }));
  const queue = { ...EMPTY_QUEUE, entries: [anEntry("n")] };
  expect(keptDraft(OWNER, "o", queue)).toMatchObject({ orderId: "o", after: "n" });
  expect(items.size).toBe(1);
});

function aDraft(
  orderId: string,
  { status = "DRAFT", ...given }: Partial<Draft> & { status?: OrderStatus } = {},
): Draft {
  const header = {
    supplier: null,
    kind: "ORDER" as const,
    status,
    orderedOn: "",
    deliveredOn: "",
    invoicedOn: "",
    reference: "",
    note: "",
  };
  return { orderId, version: 0, header, rows: [], keptAt: TYPED_AT, ...given };
}

function anEntry(id: string): SaveEntry {
  return {
    ...OWNER,
    id,
    kind: "orders.save",
    position: 1,
    subject: "o",
    version: 0,
    after: null,
    createdAt: SENT_AT,
    attempts: 0,
    retryAt: 0,
    state: { name: "waiting", delay: null },
    payload: { order: anOrder({ supplierId: "s" }), screen: "", supplierName: "" },
  };
}

function anAcknowledgement(id: string): Queue["acknowledgements"][number] {
  return { id, subject: "o", version: 1, at: SENT_AT };
}
