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

/** What it says: how far it is, then the file. */
export type ReadingNews =
  | { share: number }
  | { file: Omit<PurchaseFile, "rows">; rows: PackedRows<PurchaseRow> };

const { bytes, options } = workerData as ReadingTask;
const { rows, ...file } = await readPurchaseFile(bytes, options, (share) => say({ share }));
const packed = packRows(rows);
say({ file, rows: packed }, buffersOf(packed));

function say(news: ReadingNews, moved: ArrayBuffer[] = []): void {
  parentPort?.postMessage(news, moved);
}
