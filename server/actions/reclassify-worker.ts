import { parentPort, workerData } from "node:worker_threads";
import type { Database } from "../../db/database.ts";
import { openDatabase } from "../../db/open.ts";
import { finishReclassification } from "./reclassify.ts";
import type { ReclassificationAside } from "./reclassify-aside.ts";

const { url, now, today, userId, ...job } = workerData as ReclassificationAside;
const opened = await openDatabase<Database>({ url, poolSize: 1 });
try {
  parentPort?.postMessage(await finishReclassification({ ...opened, now, today, userId }, job));
} finally {
  await opened.close();
}
