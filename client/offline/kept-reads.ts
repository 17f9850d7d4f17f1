import { whenIdle } from "../when-idle.ts";

/** One answer of the server, as it was. */
export interface KeptRead {
  /** Procedure and input. */
  key: string;
  data: unknown;
  /** Epoch milliseconds. */
  at: number;
}

/** Answers of the server that one person may look at again while it is away. */
export interface KeptReads {
  /** Null: never read here, too old, or this browser keeps nothing. */
  find: (key: string) => Promise<KeptRead | null>;
  /** It is found at once, and written when the browser has nothing better to do. */
  keep: (read: KeptRead) => void;
  /** What is kept is this person's from now on; what was another's is gone. Null: nobody's. */
  belongTo: (userId: string | null) => Promise<void>;
}

/** Older prices and articles would mislead. */
export const LONGEST_DAYS = 30;

const DATABASE = "bonnepart-reads";
const STORE = "reads";
const OWNER = "owner";
/** Copying a whole catalogue for the disk takes a while: it waits until no key does. */
const LATEST_MS = 1_000;
/** A browser that does not even answer keeps nothing. */
const PATIENCE_MS = 5_000;
const DAY_MS = 86_400_000;

/** Another build may expect its answers in another shape. */
interface StoredRead extends KeptRead {
  build: string;
}

/** In the browser's own database, for one build. What cannot be kept is not: the server is asked again. */
export function indexedDbReads(build: string): KeptReads {
  let opening: Promise<IDBDatabase> | null = null;
  /** Not written yet, by key. */
  const waiting = new Map<string, StoredRead>();
  let stopWaiting: (() => void) | null = null;

  async function run<Value>(
    mode: IDBTransactionMode,
    work: (store: IDBObjectStore) => IDBRequest<Value> | undefined,
  ): Promise<Value | undefined> {
    opening ??= openDatabase();
    const database = await opening;
    return new Promise((resolve, reject) => {
      const transaction = database.transaction(STORE, mode);
      const request = work(transaction.objectStore(STORE));
      transaction.oncomplete = () => resolve(request?.result);
      transaction.onabort = () => reject(transaction.error);
    });
  }

  function writeWaiting(): void {
    stopWaiting = null;
    const reads = [...waiting.values()];
    waiting.clear();
    void run("readwrite", (store) => {
      for (const read of reads) store.put(read);
      return undefined;
    }).catch(() => undefined);
  }

  addEventListener("pagehide", () => {
    stopWaiting?.();
    writeWaiting();
  });

  return {
    async find(key) {
      const kept: StoredRead | undefined =
        waiting.get(key) ?? (await run("readonly", (store) => store.get(key)).catch(() => undefined));
      return kept?.build !== build || Date.now() - kept.at > LONGEST_DAYS * DAY_MS ? null : kept;
    },
    keep(read) {
      waiting.set(read.key, { ...read, build });
      stopWaiting ??= whenIdle(writeWaiting, LATEST_MS);
    },
    async belongTo(userId) {
      const unwritten = [...waiting.values()];
      waiting.clear();
      // In one transaction: what the new owner reads meanwhile is kept after it, and not cleared by it.
      await run("readwrite", (store) => {
        const asked: IDBRequest<KeptRead | undefined> = store.get(OWNER);
        asked.onsuccess = () => {
          if (asked.result?.data === userId) {
            for (const read of unwritten) store.put(read);
            return;
          }
          store.clear();
          if (userId !== null) store.put({ key: OWNER, data: userId, at: Date.now() } satisfies KeptRead);
        };
        return undefined;
      }).catch(() => undefined);
    },
  };
}

function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    setTimeout(() => reject(new Error("The kept reads do not open.")), PATIENCE_MS);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: "key" });
    request.onerror = () => reject(request.error);
    request.onsuccess = () => resolve(request.result);
  });
}
