import { Worker } from "node:worker_threads";

const MEMORY_MB = 512;

/** A piece of reading for a thread of its own. */
export interface Aside<Result> {
  /** The module that reads `data` and posts its result once. */
  worker: URL;
  data: unknown;
  maxMs: number;
  /** What is answered when the thread takes longer, or more memory, than it may. */
  late: Result;
  full: Result;
  /** Nobody waits any more: the thread stops, `late` is answered. */
  signal?: AbortSignal | undefined;
}

/** Runs it within its limits of time and memory; a bug in the thread is thrown. */
export function runAside<Result>({
  worker,
  data,
  maxMs,
  late,
  full,
  signal,
}: Aside<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(worker, {
      workerData: data,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    });
    const timer = setTimeout(() => finish(late), maxMs);
    const stop = (): void => finish(late);
    signal?.addEventListener("abort", stop);
    thread.once("message", finish);
    thread.once("error", (error: Error & { code?: string }) => {
      if (error.code === "ERR_WORKER_OUT_OF_MEMORY") finish(full);
      else {
        clearTimeout(timer);
        signal?.removeEventListener("abort", stop);
        reject(error);
      }
    });

    function finish(result: Result): void {
      clearTimeout(timer);
      signal?.removeEventListener("abort", stop);
      resolve(result);
      void thread.terminate();
    }
  });
}
