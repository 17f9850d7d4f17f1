import { Worker } from "node:worker_threads";

/** Of the heap, and as much again outside it: the library holds the whole of an ODS file, 100 000 rows in 600 MB. */
export const MEMORY_MB = 768;
/** Of it, for what is forgotten at once: more would only stand in memory. */
const YOUNG_MB = 16;

let waiting: Worker | null = null;

/** Starts a thread that reads, before there is anything to read: the next `takeReadingThread` gives it. */
export function startReadingThread(): void {
  waiting ??= open();
  // Nobody waits for one that has nothing to do.
  waiting.unref();
}

/** A thread that takes one task by message and answers it, see purchase-file-worker.ts; to be ended by whoever took it. */
export function takeReadingThread(): Worker {
  const worker = waiting ?? open();
  waiting = null;
  worker.ref();
  return worker;
}

function open(): Worker {
  return new Worker(new URL("./purchase-file-worker.ts", import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB, maxYoungGenerationSizeMb: YOUNG_MB },
  });
}
