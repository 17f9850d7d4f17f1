// Preloaded into a program that is measured: says its highest resident memory when it ends, on the file of PEAK_FILE.
import { readFileSync, writeFileSync } from "node:fs";
import { isMainThread } from "node:worker_threads";

const file = process.env.PEAK_FILE;
if (isMainThread && file !== undefined)
  process.on("exit", () => {
    const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(readFileSync("/proc/self/status", "utf8")) ?? [];
    writeFileSync(file, JSON.stringify({ peak_kb: Number(kilobytes) }));
  });
