import { parentPort, workerData } from "node:worker_threads";
import { openSqliteConnection } from "./sqlite-connection.ts";

/** Folds what was committed into the file each time it is asked to; "close" ends it. */
const { raw } = await openSqliteConnection(String(workerData), "write");

parentPort?.on("message", (message: "checkpoint" | "close") => {
  if (message === "close") {
    raw.close();
    parentPort?.close();
    return;
  }
  try {
    // Waits for nobody and holds nobody up: what a reader still needs stays for the next time.
    raw.pragma("wal_checkpoint(PASSIVE)");
  } finally {
    parentPort?.postMessage("done");
  }
});
