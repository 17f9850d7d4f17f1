import { parentPort, workerData } from "node:worker_threads";
import type { WantedHead } from "./read-head-aside.ts";
import { readHead } from "./read-head-aside.ts";

const { bytes, wanted } = workerData as { bytes: Uint8Array; wanted: WantedHead };
parentPort?.postMessage(await readHead(bytes, wanted));
