import { statSync } from "node:fs";
import { Worker } from "node:worker_threads";

/** Time without a commit after which the log is folded into the file. */
const PAUSE_MS = 500;
/** A log that never grew beyond this is left as it is. */
const LOG_BYTES = 4 * 2 ** 20;

/** Folds the log of commits into the database's file when nobody writes, on a thread of its own. */
export interface Checkpointer {
  /** To be called after each commit; costs microseconds. */
  committed(): void;
  /** Lets a folding under way end. */
  close(): Promise<void>;
}

/**
 * SQLite folds the log within the commit that makes it long: one save in twenty then took ten times as long. Its own
 * threshold (`wal_autocheckpoint`) is here a bound for who writes without a pause: while the thread works, the disk is
 * its own, and each commit would wait for it.
 */
export function createCheckpointer(path: string): Checkpointer {
  let worker: Worker | null = null;
  let committed = false;
  let busy = false;
  let closed = false;
  let pause: NodeJS.Timeout | null = null;

  function fold(): void {
    if (busy || closed || !committed || !isLong(`${path}-wal`)) return;
    committed = false;
    busy = true;
    worker ??= start();
    worker.postMessage("checkpoint");
  }

  function start(): Worker {
    const started = new Worker(new URL("./sqlite-checkpoint-worker.ts", import.meta.url), {
      workerData: path,
    });
    // Nothing is lost when it fails: the log keeps all until SQLite itself folds it.
    started.on("error", () => {
      if (worker === started) worker = null;
      busy = false;
    });
    started.on("message", () => {
      busy = false;
    });
    started.unref();
    return started;
  }

  return {
    committed() {
      committed = true;
      if (pause !== null) pause.refresh();
      else pause = setTimeout(fold, PAUSE_MS).unref();
    },
    async close() {
      closed = true;
      if (pause !== null) clearTimeout(pause);
      const ending = worker;
      worker = null;
      if (ending === null) return;
      ending.ref();
      const end = new Promise<void>((resolve) => {
        ending.once("exit", () => resolve());
      });
      ending.postMessage("close");
      await end;
    },
  };
}

function isLong(log: string): boolean {
  const size = statSync(log, { throwIfNoEntry: false })?.size ?? 0;
  return size >= LOG_BYTES;
}
