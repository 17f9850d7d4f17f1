import { Worker } from "node:worker_threads";
import type { IsoDate, IsoInstant } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import type { Moved } from "../../shared/moves.ts";

/** What a thread needs to go on with a job. */
export interface ReclassificationAside {
  /** As `openDatabase` takes it. */
  url: string;
  now: IsoInstant;
  today: IsoDate;
  userId: Id | null;
  jobId: Id;
  /** As `runReclassification`. */
  tellOf: readonly Id[] | null;
}

/** Goes on with a job in a thread of its own, to its end; says what moved there, or in the whole job. */
export function runReclassificationAside(aside: ReclassificationAside): Promise<Moved> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL("./reclassify-worker.ts", import.meta.url), { workerData: aside });
    thread.once("message", resolve);
    thread.once("error", reject);
    thread.once("exit", () => reject(new Error("The thread of a reclassification ended without an answer.")));
  });
}
