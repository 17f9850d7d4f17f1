import { parentPort, workerData } from "node:worker_threads";
import type { InterpretOptions } from "../../shared/purchase-file/interpret.ts";
import { readPurchaseFile } from "./purchase-file.ts";

const { bytes, options } = workerData as { bytes: Uint8Array; options: InterpretOptions };
parentPort?.postMessage(await readPurchaseFile(bytes, options));
