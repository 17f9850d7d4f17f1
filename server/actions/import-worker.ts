import { parentPort, workerData } from "node:worker_threads";
import type { Database } from "../../db/database.ts";
import { openDatabase } from "../../db/open.ts";
import type { ImportAside, ImportMessage, ImportOrderToStop } from "./import-aside.ts";
import { ImportStopped } from "./live-imports.ts";
import { writeImport } from "./write-import.ts";

/** Nobody is answered by this thread, but an order to stop must not wait, and whoever follows it sees it go on. */
const LINES_AT_ONCE = 2_048;

const { url, now, today, userId, start } = workerData as ImportAside;
const stop = new AbortController();
parentPort?.once("message", (by: ImportOrderToStop) => stop.abort(new ImportStopped(by)));
const opened = await openDatabase<Database>({ url, poolSize: 1 });
try {
  await writeImport({ ...opened, now, today, userId }, start, {
    signal: stop.signal,
    onProgress: (progress) => say({ what: "progress", progress }),
    linesAtOnce: LINES_AT_ONCE,
  });
  say({ what: "written" });
} catch (error) {
  if (!(error instanceof ImportStopped)) throw error;
  say({ what: "stopped", by: error.by });
} finally {
  await opened.close();
  // Listening for an order would keep the thread alive.
  parentPort?.close();
}

function say(message: ImportMessage): void {
  parentPort?.postMessage(message);
}
