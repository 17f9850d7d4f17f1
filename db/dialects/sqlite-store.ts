import type { Fifo } from "./fifo.ts";
import { createFifo } from "./fifo.ts";
import type { Checkpointer } from "./sqlite-checkpointer.ts";
import { createCheckpointer } from "./sqlite-checkpointer.ts";
import type { SqliteConnection } from "./sqlite-connection.ts";
import { openSqliteConnection } from "./sqlite-connection.ts";

// Longer than the longest write transaction the product makes.
const PATIENCE_MS = 60_000;
const TURN_MS = 10;

/** The connections to one file: one that writes, one for single reads, and those that snapshots pin. */
export interface SqliteStore {
  readonly path: string;
  readonly writer: Fifo<SqliteConnection>;
  readonly snapshots: Fifo<SqliteConnection>;
  /** Runs single SELECTs, each of which is over before anyone else can use it. */
  readonly spot: SqliteConnection;
  readonly connections: readonly SqliteConnection[];
  readonly checkpointer: Checkpointer;
  /** Lets timers and sockets run when queries have held the thread for 10 ms. */
  breathe(): Promise<void>;
  close(): Promise<void>;
}

export interface SqliteStoreOptions {
  readonly path: string;
  /** From 1 to 3; two dashboards at a time by default. */
  readonly snapshotReaders?: number | undefined;
}

export async function openSqliteStore({
  path,
  snapshotReaders = 2,
}: SqliteStoreOptions): Promise<SqliteStore> {
  const writer = await openSqliteConnection(path, "write");
  const spot = await openSqliteConnection(path, "query");
  const readers: SqliteConnection[] = [];
  for (let n = 0; n < snapshotReaders; n++) readers.push(await openSqliteConnection(path, "query"));
  const connections = [writer, spot, ...readers];
  const writers = createFifo({
    items: [writer],
    patienceMs: PATIENCE_MS,
    name: "the writer of the database",
  });
  const snapshots = createFifo({ items: readers, patienceMs: PATIENCE_MS, name: "a reader of the database" });

  const checkpointer = createCheckpointer(path);

  async function close(): Promise<void> {
    await Promise.all([writers.drain(), snapshots.drain()]);
    await checkpointer.close();
    // The writer closes last: it is the one that may fold the WAL into the file.
    for (const connection of connections.toReversed()) connection.raw.close();
  }
  const breathe = createBreather();
  return { path, writer: writers, snapshots, spot, connections, checkpointer, breathe, close };
}

function createBreather(): () => Promise<void> {
  let turnStart: number | null = null;
  return async function breathe() {
    if (turnStart === null) {
      turnStart = performance.now();
      setImmediate(endTurn);
    }
    if (performance.now() - turnStart > TURN_MS) await new Promise<void>((resolve) => setImmediate(resolve));
  };
  function endTurn(): void {
    turnStart = null;
  }
}
