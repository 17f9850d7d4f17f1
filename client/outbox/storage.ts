import type { Queue } from "./entries.ts";
import { EMPTY_QUEUE } from "./entries.ts";

/** Where the queue is kept between pages and tabs. */
export interface OutboxStorage {
  /** Applies the rule to what is kept, alone, and keeps the result. Rejects when the device refuses. */
  change(rule: (queue: Queue) => Queue): Promise<Queue>;
}

const DATABASE = "bonnepart-outbox";
/** A browser that does not even answer keeps nothing. */
const PATIENCE_MS = 5_000;
const STORES = ["entries", "acknowledgements"] as const;
type Store = (typeof STORES)[number];

/** The browser's own database: one transaction a change, written to the disk before it is said to be kept. */
export function indexedDbStorage(): OutboxStorage {
  let opening: Promise<IDBDatabase> | null = null;

  function open(): Promise<IDBDatabase> {
    opening ??= openDatabase(() => {
      opening = null;
    });
    return opening;
  }

  return {
    async change(rule) {
      const database = await open().catch((error: unknown) => {
        opening = null;
        throw error;
      });
      return changeIn(database, rule);
    },
  };
}

function openDatabase(onLost: () => void): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    setTimeout(() => reject(new Error("The outbox does not open.")), PATIENCE_MS);
    request.onupgradeneeded = () => {
      for (const store of STORES) request.result.createObjectStore(store, { keyPath: "id" });
    };
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const database = request.result;
      database.onclose = onLost;
      database.onversionchange = () => {
        database.close();
        onLost();
      };
      resolve(database);
    };
  });
}

/** Everything happens in the events of one transaction: another tab waits for its end. */
function changeIn(database: IDBDatabase, rule: (queue: Queue) => Queue): Promise<Queue> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(STORES, "readwrite", { durability: "strict" });
    const kept: { [S in Store]?: unknown } = {};
    let after: Queue = EMPTY_QUEUE;
    transaction.oncomplete = () => resolve(after);
    transaction.onabort = () => reject(transaction.error ?? new Error("The outbox could not be written."));
    for (const store of STORES) {
      const request = transaction.objectStore(store).getAll();
      request.onsuccess = () => {
        kept[store] = request.result;
        if (STORES.some((name) => kept[name] === undefined)) return;
        const before = inOrder(kept as unknown as Queue);
        try {
          after = rule(before);
          writeDifference(transaction, before, after);
        } catch (error) {
          transaction.abort();
          reject(error);
        }
      };
    }
  });
}

/** The browser gives them by id, which is by its clock. */
function inOrder({ entries, acknowledgements }: Queue): Queue {
  return { entries: entries.toSorted((one, other) => one.position - other.position), acknowledgements };
}

function writeDifference(transaction: IDBTransaction, before: Queue, after: Queue): void {
  for (const name of STORES) {
    const store = transaction.objectStore(name);
    const kept = new Set<unknown>(before[name]);
    const ids = new Set(after[name].map(({ id }) => id));
    for (const one of after[name]) if (!kept.has(one)) store.put(one);
    for (const { id } of before[name]) if (!ids.has(id)) store.delete(id);
  }
}
