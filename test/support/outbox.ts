import type { NewEntry, OutboxEntry, Queue, SaveEntry } from "../../client/outbox/entries.ts";
import { EMPTY_QUEUE } from "../../client/outbox/entries.ts";
import type { OutboxStorage } from "../../client/outbox/storage.ts";
import { newId } from "../../shared/ids.ts";
import type { Order } from "../../shared/orders.ts";

export const ANNE = "00000000-0000-7000-8000-00000000000a";
export const PAUL = "00000000-0000-7000-8000-00000000000b";
const CANTEEN = "00000000-0000-7000-8000-0000000000c1";

/** An order whose whole content is its note. */
export function orderOf(id: string, note: string): Order {
  return {
    id,
    version: 0,
    supplierId: CANTEEN,
    kind: "ORDER",
    status: "DRAFT",
    reference: null,
    orderedOn: "2026-11-05",
    expectedOn: null,
    deliveredOn: null,
    invoicedOn: null,
    note,
    lines: [],
  };
}

/** A save as a page makes it. */
export function saveOf(
  subject: string,
  note: string,
  given: Partial<Pick<NewEntry, "id" | "userId" | "version" | "after">> = {},
): Extract<NewEntry, { kind: "orders.save" }> {
  return {
    id: newId(),
    userId: ANNE,
    canteenId: CANTEEN,
    kind: "orders.save",
    subject,
    version: 0,
    after: null,
    payload: { order: orderOf(subject, note), screen: "", supplierName: "Ferme des Prés" },
    ...given,
  };
}

/** The same, as it stands in the outbox. */
export function entryOf(...given: Parameters<typeof saveOf>): SaveEntry {
  return {
    ...saveOf(...given),
    position: 0,
    createdAt: "2026-11-05T10:00:00.000Z",
    attempts: 0,
    retryAt: 0,
    state: { name: "waiting", delay: null },
  };
}

export function queueOf(...entries: OutboxEntry[]): Queue {
  return { ...EMPTY_QUEUE, entries: entries.map((entry, index) => ({ ...entry, position: index + 1 })) };
}

export function noteOf(entry: OutboxEntry | undefined): string | null {
  return entry?.kind === "orders.save" ? entry.payload.order.note : null;
}

/** What several tabs share; copies go in and out, as in a browser. */
export function sharedStorage(): OutboxStorage & { full: boolean; queue: () => Queue } {
  let kept = EMPTY_QUEUE;
  const storage = {
    full: false,
    queue: () => kept,
    change(rule: (queue: Queue) => Queue): Promise<Queue> {
      if (storage.full) return Promise.reject(new DOMException("full", "QuotaExceededError"));
      kept = structuredClone(rule(structuredClone(kept)));
      return Promise.resolve(structuredClone(kept));
    },
  };
  return storage;
}
