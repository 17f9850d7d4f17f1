import type { Worker } from "node:cluster";
import cluster from "node:cluster";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "../log.ts";
import { CliError } from "./cli-error.ts";
import { whenParentEnds } from "./parent-watch.ts";
import { relayMetrics } from "./worker-metrics.ts";

/** Its number among the web processes of one parent, from 1; null: this process is no worker. */
export function workerNumber(): number | null {
  return cluster.isWorker ? Number(process.env.BONNEPART_WORKER) : null;
}

/** What the parent tells its workers. */
type StopMessage = { kind: "stop-soon" } | { kind: "stop-now" };

/** A worker that lived less fails again at once: it is started again later and later. */
const SHORT_LIFE_MS = 5_000;
const FIRST_DELAY_MS = 250;
const LONGEST_DELAY_MS = 30_000;

/**
 * Starts this program `count` times more, on one port, and returns that port once all of them listen. One that dies is
 * replaced; SIGTERM or SIGINT stops all of them, then this process. CliError when one cannot start.
 */
export async function superviseWorkers({
  count,
  drainSeconds,
  log,
}: {
  count: number;
  drainSeconds: number;
  log: Logger;
}): Promise<number> {
  const stopping = new AbortController();
  const current = new Map<number, Worker>();
  /** Those that have begun to answer. */
  const serving = new WeakSet<Worker>();

  function begin(number: number): Worker {
    const worker = cluster.fork({ BONNEPART_WORKER: String(number) });
    current.set(number, worker);
    worker.once("listening", () => serving.add(worker));
    // It died while it was spoken to: « exit » says what is to be done.
    worker.on("error", (error) => log.warn({ err: error, worker: number }, "worker not told"));
    log.info({ worker: number, pid: worker.process.pid }, "worker started");
    return worker;
  }

  async function keep(number: number): Promise<number> {
    let delayMs = FIRST_DELAY_MS;
    for (;;) {
      const start = performance.now();
      const worker = current.get(number) ?? begin(number);
      const [code, signal] = (await once(worker, "exit")) as [number | null, string | null];
      if (stopping.signal.aborted) return serving.has(worker) ? (code ?? 1) : 0;
      delayMs = performance.now() - start < SHORT_LIFE_MS ? Math.min(2 * delayMs, LONGEST_DELAY_MS) : 0;
      log.error({ worker: number, code, signal, delayMs }, "worker died: another one is started");
      current.delete(number);
      await sleep(delayMs, undefined, { signal: stopping.signal }).catch(() => undefined);
      if (stopping.signal.aborted) return 0;
    }
  }

  function tell(message: StopMessage): void {
    // One that has just died needs no word.
    for (const worker of current.values()) if (worker.isConnected()) worker.send(message, () => undefined);
  }

  const ports = await Promise.all(Array.from({ length: count }, (_, at) => portOf(begin(at + 1)))).catch(
    (error: unknown) => {
      for (const worker of current.values()) worker.process.kill("SIGKILL");
      throw error;
    },
  );
  const ends = [...current.keys()].map(keep);
  relayMetrics();

  async function stop(): Promise<void> {
    if (stopping.signal.aborted) {
      for (const worker of current.values()) worker.process.kill("SIGKILL");
      process.exit(130);
    }
    stopping.abort();
    // What has not begun to answer has nothing to finish.
    for (const worker of current.values()) if (!serving.has(worker)) worker.process.kill("SIGKILL");
    tell({ kind: "stop-soon" });
    await sleep(drainSeconds * 1000);
    // The port is closed here first: a connection that was taken is always handed to somebody.
    cluster.disconnect();
    tell({ kind: "stop-now" });
    const codes = await Promise.all(ends);
    process.exit(codes.every((code) => code === 0) ? 0 : 1);
  }
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => void stop());
  if (process.env.npm_lifecycle_event !== undefined) whenParentEnds(() => void stop());
  return ports[0] ?? 0;
}

/**
 * In a worker: its parent alone decides when it stops. Signals are left to the parent, since a terminal sends them to
 * both and a worker that closes by itself would drop connections on their way to it.
 */
export function stopWithParent({ soon, now }: { soon: () => void; now: () => void }): void {
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => undefined);
  process.on("message", (message: unknown) => {
    if (typeof message !== "object" || message === null || !("kind" in message)) return;
    if (message.kind === "stop-soon") soon();
    if (message.kind === "stop-now") now();
  });
  process.once("disconnect", now);
}

async function portOf(worker: Worker): Promise<number> {
  const listening = once(worker, "listening").then(([address]: { port: number }[]) => address?.port ?? 0);
  const died = once(worker, "exit").then(() => {
    throw new CliError({
      fr: "Un des processus n'a pas pu démarrer : voir ce qu'il dit ci-dessus.",
      en: "One of the processes could not start: see what it says above.",
    });
  });
  return await Promise.race([listening, died]);
}
