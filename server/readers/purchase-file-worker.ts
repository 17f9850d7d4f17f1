import { once } from "node:events";
import { parentPort } from "node:worker_threads";
import type { InterpretOptions, PurchaseFile } from "../../shared/purchase-file/interpret.ts";
import type { PackedPurchases } from "./packed-purchases.ts";
import { buffersOf, openPacking } from "./packed-purchases.ts";
import { readPurchaseFile } from "./purchase-file.ts";

/** What the thread is asked for. */
export interface ReadingTask {
  bytes: Uint8Array;
  options: InterpretOptions;
}

/** What it says: how far it is, some rows and some more, then the file without them. */
export type ReadingNews = { share: number } | { rows: PackedPurchases } | { file: PurchaseFile };

if (parentPort === null) throw new Error("this reads in a thread of its own");
const [{ bytes, options }] = (await once(parentPort, "message")) as [ReadingTask];
const packing = openPacking();
const file = await readPurchaseFile(bytes, options, {
  onRead: (share) => say({ share }),
  onPurchase(purchase) {
    if (!packing.add(purchase)) tellRows();
  },
});
tellRows();
say({ file });

function tellRows(): void {
  const rows = packing.take();
  say({ rows }, buffersOf(rows));
}

function say(news: ReadingNews, moved: ArrayBuffer[] = []): void {
  parentPort?.postMessage(news, moved);
}
