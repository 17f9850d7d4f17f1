import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { START_WORDS } from "./as-started.ts";

const ROOT = dirname(dirname(import.meta.dirname));
const START_MS = 120_000;
/** LOG_LEVEL of the server: what it calls an error is a bug. */
const LOG_LEVEL = "error";

/** The product, started as `npm start` starts it, on a port and a data folder of its own. */
export interface RunningSite {
  readonly origin: string;
  /** Its DATA_DIR: empty on PostgreSQL. */
  dataDir: string;
  /** kill -9: nothing under way ends. */
  crash(): Promise<void>;
  /** Starts it again on the same data; `origin` has another port. */
  restart(): Promise<void>;
  /** Stops the server, waits for its end and removes its data. */
  stop(): Promise<void>;
}

/**
 * Resolves once /health answers. The pages are built before (`buildClient`). On SQLite, unless a PostgreSQL database
 * is given, where it may be several processes on one port.
 */
export async function startSite({
  demo,
  data,
  databaseUrl = "",
  workers = 1,
}: {
  demo: boolean;
  /** A DATA_DIR that nobody has open: it starts on a copy. */
  data?: string | undefined;
  databaseUrl?: string;
  workers?: number;
}): Promise<RunningSite> {
  const dataDir = await mkdtemp(join(tmpdir(), "bonnepart-e2e-"));
  if (data !== undefined) await cp(data, dataDir, { recursive: true });
  let server = start();
  let crashed = false;
  async function clear(): Promise<void> {
    await end(server.child);
    await rm(dataDir, { recursive: true, force: true });
  }
  try {
    const origin = await ready(server);
    return site(origin);
  } catch (error) {
    await clear();
    throw error;
  }

  function start(): Server {
    const child = spawn(process.execPath, [...START_WORDS], {
      cwd: ROOT,
      stdio: ["ignore", "pipe", "pipe"],
      env: {
        ...environment(),
        PORT: "0",
        DATA_DIR: dataDir,
        DEMO: demo ? "1" : "0",
        DATABASE_URL: databaseUrl,
        WORKERS: String(workers),
        LOG_LEVEL,
      },
    });
    return { child, output: keepOutput(child) };
  }

  function site(firstOrigin: string): RunningSite {
    let origin = firstOrigin;
    return {
      get origin() {
        return origin;
      },
      dataDir,
      async crash() {
        crashed = true;
        await end(server.child, "SIGKILL");
      },
      async restart() {
        server = start();
        crashed = false;
        origin = await ready(server);
      },
      stop,
    };
  }

  async function stop(): Promise<void> {
    const early = !crashed && hasEnded(server.child);
    await clear();
    const bugs = server
      .output()
      .split("\n")
      .filter((line) => line.includes('"level":50'));
    if (bugs.length > 0) throw new Error(`The server logged errors:\n${bugs.join("\n")}`);
    if (early) throw new Error(`The server ended before the tests did:\n${server.output()}`);
  }
}

interface Server {
  child: ChildProcess;
  output: () => string;
}

/** Its address, once it answers. */
async function ready({ child, output }: Server): Promise<string> {
  const origin = await announcedOrigin(child, output);
  await waitForHealth(origin);
  return origin;
}

/** Ours without what would send the server elsewhere. */
function environment(): NodeJS.ProcessEnv {
  const { npm_lifecycle_event: _event, ...rest } = process.env;
  return { ...rest, NODE_ENV: "production" };
}

function keepOutput(child: ChildProcess): () => string {
  let printed = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (chunk: Buffer) => {
      printed += chunk.toString();
    });
  return () => printed;
}

/** The address the server prints once it listens. */
async function announcedOrigin(child: ChildProcess, output: () => string): Promise<string> {
  const late = Date.now() + START_MS;
  while (Date.now() < late && !hasEnded(child)) {
    const origin = /http:\/\/localhost:\d+(?=\s)/.exec(output())?.[0];
    if (origin !== undefined) return origin;
    await sleep(50);
  }
  throw new Error(`The server does not listen:\n${output()}`);
}

async function waitForHealth(origin: string): Promise<void> {
  const late = Date.now() + START_MS;
  while (Date.now() < late) {
    const answer = await fetch(`${origin}/health`).catch(() => null);
    if (answer?.status === 200) return;
    await sleep(100);
  }
  throw new Error(`${origin}/health does not answer`);
}

async function end(child: ChildProcess, signal: NodeJS.Signals = "SIGTERM"): Promise<void> {
  if (hasEnded(child)) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill(signal);
  const forced = setTimeout(() => child.kill("SIGKILL"), 10_000);
  await ended;
  clearTimeout(forced);
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}
