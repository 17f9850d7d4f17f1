import { parentPort, workerData } from "node:worker_threads";
import type { InterpretOptions, PurchaseFile } from "../../shared/purchase-file/interpret.ts";
import type { PurchaseRow } from "../../shared/purchase-file/purchase-row.ts";
import type { PackedRows } from "./packed-rows.ts";
import { buffersOf, packRows } from "./packed-rows.ts";
import { readPurchaseFile } from "./purchase-file.ts";

/** What the thread is started with. */
export interface ReadingTask {
  bytes: Uint8Array;
  options: InterpretOptions;
}

/** What it says: how far it is, some rows and some more, then the file without them. */
export type ReadingNews = { share: number } | { rows: PackedRows<PurchaseRow> } | { file: PurchaseFile };

/** Rows told at once: few enough to be forgotten young, enough to say what they share only once. */
const BATCH = 2_048;

const { bytes, options } = workerData as ReadingTask;
let batch: PurchaseRow[] = [];
const file = await readPurchaseFile(bytes, options, {
  onRead: (share) => say({ share }),
  onRow(row) {
    batch.push(row);
    if (batch.length === BATCH) tellRows();
  },
});
tellRows();
say({ file });

function tellRows(): void {
  const rows = packRows(batch);
  batch = [];
  say({ rows }, buffersOf(rows));
}

function say(news: ReadingNews, moved: ArrayBuffer[] = []): void {
  parentPort?.postMessage(news, moved);
}
