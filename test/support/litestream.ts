import { spawn, spawnSync } from "node:child_process";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";

const READY_MS = 30_000;

export interface Replication {
  /** SIGTERM: it copies what is left, and ends. SIGKILL: it ends as with its machine. */
  stop(signal: "SIGTERM" | "SIGKILL"): Promise<void>;
}

/** Whether this machine has the program: nothing of npm carries a recent one. */
export function hasLitestream(): boolean {
  return spawnSync("litestream", ["version"]).status === 0;
}

/** Litestream beside a database, once it has copied what is there. */
export async function startLitestream(path: string, replica: string): Promise<Replication> {
  const child = spawn("litestream", ["replicate", path, pathToFileURL(replica).href], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const giveUpAt = performance.now() + READY_MS;
  while ((await filesIn(replica)).length === 0) {
    if (performance.now() > giveUpAt) {
      child.kill("SIGKILL");
      throw new Error(`Litestream copied nothing: ${said}`);
    }
    await sleep(50);
  }
  return {
    async stop(signal) {
      child.kill(signal);
      await ended;
    },
  };
}

/** The database as the copy has it, in a new file. */
export function restoreByLitestream(replica: string, path: string): void {
  const { status, stderr } = spawnSync("litestream", ["restore", "-o", path, pathToFileURL(replica).href]);
  if (status !== 0) throw new Error(`Litestream restored nothing: ${stderr.toString()}`);
}

async function filesIn(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map(({ name }) => join(folder, name));
  } catch {
    return [];
  }
}
