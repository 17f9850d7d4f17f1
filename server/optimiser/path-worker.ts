import { parentPort, workerData } from "node:worker_threads";
import { findPath } from "./find-path.ts";
import type { PathTask } from "./find-path-aside.ts";
import { openHighs } from "./highs-engine.ts";

const { problem, maxMs, wasmModule } = workerData as PathTask;
parentPort?.postMessage(findPath(await openHighs(wasmModule), problem, maxMs));
