import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { dirname, join } from "node:path";
import { START_OPTIONS } from "./as-started.ts";

const ROOT = dirname(dirname(import.meta.dirname));

/** The server in a process of its own. */
export interface KilledServer {
  port: number;
  /** From its start to its first answer. */
  readyMs: number;
  /** kill -9; resolves once it is gone. */
  kill(): Promise<void>;
  /** What it logged as an error. */
  errors(): string[];
}

/** Starts `programs/serve.ts`; rejects with its words when it ends before it listens. `hear`: it ended without `kill`. */
export async function startKilledServer(
  env: NodeJS.ProcessEnv,
  hear: () => void = () => undefined,
): Promise<KilledServer> {
  const start = performance.now();
  const program = join("test", "support", "programs", "serve.ts");
  const child = spawn(process.execPath, [...START_OPTIONS, program], {
    cwd: ROOT,
    env: { ...process.env, LOG_LEVEL: "error", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  let killed = false;
  const closed = new Promise<void>((resolve) =>
    child.once("close", () => {
      if (!killed) hear();
      resolve();
    }),
  );
  const port = await firstLine(child, () => output);
  return {
    port,
    readyMs: performance.now() - start,
    async kill() {
      killed = true;
      child.kill("SIGKILL");
      await closed;
    },
    errors: () => output.split("\n").filter((line) => line.includes('"level":50')),
  };
}

function firstLine(child: ChildProcess, output: () => string): Promise<number> {
  return new Promise((resolve, reject) => {
    child.stdout?.on("data", () => {
      const [line, rest] = output().split("\n");
      if (rest !== undefined) resolve(Number(line));
    });
    child.once("close", () => reject(new Error(`The server ended before it listened: ${output()}`)));
  });
}
