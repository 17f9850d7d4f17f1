import { Worker } from "node:worker_threads";
import type { IsoDate, IsoInstant } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import type { ImportProgress } from "../../shared/imports.ts";
import { ImportStopped } from "./live-imports.ts";
import type { ImportListening, ImportStart } from "./write-import.ts";

/** What a thread needs to write an import. */
export interface ImportAside {
  /** As `openDatabase` takes it. */
  url: string;
  now: IsoInstant;
  today: IsoDate;
  userId: Id | null;
  start: ImportStart;
}

/** What the thread says; the last one is not about progress. */
export type ImportMessage =
  | { what: "progress"; progress: ImportProgress }
  | { what: "written" }
  | { what: "stopped"; by: ImportStopped["by"] };

/** What the thread is told, once, when the import is to be given up. */
export type ImportOrderToStop = ImportStopped["by"];

/** `writeImport` in a thread of its own, while this one answers dashboards. */
export function writeImportAside(
  aside: ImportAside,
  { signal, onProgress }: Omit<ImportListening, "linesAtOnce">,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL("./import-worker.ts", import.meta.url), { workerData: aside });
    const stop = () => {
      const reason: unknown = signal.reason;
      thread.postMessage(
        (reason instanceof ImportStopped ? reason.by : "server") satisfies ImportOrderToStop,
      );
    };
    if (signal.aborted) stop();
    signal.addEventListener("abort", stop, { once: true });
    thread.on("message", (message: ImportMessage) => {
      switch (message.what) {
        case "progress":
          return onProgress(message.progress);
        case "written":
          return resolve();
        case "stopped":
          return reject(new ImportStopped(message.by));
      }
    });
    thread.once("error", reject);
    thread.once("exit", () => {
      signal.removeEventListener("abort", stop);
      reject(new Error("The thread of an import ended without an answer."));
    });
  });
}
