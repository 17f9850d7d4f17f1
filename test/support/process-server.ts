import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { dirname, join } from "node:path";
import { START_OPTIONS } from "./as-started.ts";

const ROOT = dirname(dirname(import.meta.dirname));
const START_MS = 60_000;

/** The product in a process of its own, without its pages. */
export interface ProcessServer {
  port: number;
  pid: number;
  /** All that it printed. */
  output(): string;
  signal(name: NodeJS.Signals): void;
  /** Its exit code, once it has ended; null when a signal ended it. */
  ended: Promise<number | null>;
}

/** Starts it with these variables (DATABASE_URL or DATA_DIR among them); resolves once it listens. */
export async function startProcessServer(env: NodeJS.ProcessEnv): Promise<ProcessServer> {
  const program = join(ROOT, "test/server/programs/serve.ts");
  const child = spawn(process.execPath, [...START_OPTIONS, program], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, TMPDIR: process.env.TMPDIR, PORT: "0", LOG_LEVEL: "error", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => {
      printed += chunk.toString();
    });
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  return {
    port: await announcedPort(child, () => printed),
    pid: child.pid ?? 0,
    output: () => printed,
    signal: (name) => child.kill(name),
    ended,
  };
}

async function announcedPort(child: ChildProcess, output: () => string): Promise<number> {
  const late = performance.now() + START_MS;
  while (performance.now() < late && child.exitCode === null) {
    const port = /^port (\d+)$/m.exec(output())?.[1];
    if (port !== undefined) return Number(port);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  child.kill("SIGKILL");
  throw new Error(`The server does not listen:\n${output()}`);
}
