import type { Worker } from "node:cluster";
import cluster from "node:cluster";
import type { Family } from "../metrics/families.ts";
import { joinFamilies } from "../metrics/families.ts";
import type { Metrics } from "../metrics/metrics.ts";

interface Measured {
  name: string;
  families: readonly Family[];
}

/** A worker that is asked for /metrics asks the parent, which asks all of them. */
type Message =
  | { kind: "metrics-wanted"; id: string }
  | { kind: "metrics-measure"; id: string }
  | { kind: "metrics-measured"; id: string; measured: Measured }
  | { kind: "metrics-all"; id: string; all: readonly Measured[] };

/** One that does not answer in time, or has just died, is left out. */
const PATIENCE_MS = 1_000;

/** In the parent: gathers what the workers count, for the one that asks. */
export function relayMetrics(): void {
  const gathering = new Map<
    string,
    { asker: Worker; waiting: number; all: Measured[]; timer: NodeJS.Timeout }
  >();

  function finish(id: string): void {
    const gathered = gathering.get(id);
    if (gathered === undefined) return;
    clearTimeout(gathered.timer);
    gathering.delete(id);
    if (gathered.asker.isConnected()) send(gathered.asker, { kind: "metrics-all", id, all: gathered.all });
  }
  cluster.on("message", (worker, message: unknown) => {
    if (!isMessage(message)) return;
    const { id } = message;
    if (message.kind === "metrics-wanted") {
      const asked = Object.values(cluster.workers ?? {}).flatMap((one) => (one?.isConnected() ? [one] : []));
      const timer = setTimeout(() => finish(id), PATIENCE_MS);
      gathering.set(id, { asker: worker, waiting: asked.length, all: [], timer });
      for (const one of asked) send(one, { kind: "metrics-measure", id });
    }
    const gathered = gathering.get(id);
    if (message.kind !== "metrics-measured" || gathered === undefined) return;
    gathered.all.push(message.measured);
    gathered.waiting -= 1;
    if (gathered.waiting === 0) finish(id);
  });
}

/** In a worker: tells the parent what it counts, and asks for what all of them do. */
export function answerForWorker(metrics: Metrics, name: string): () => Promise<Family[]> {
  const waiting = new Map<string, (all: readonly Measured[]) => void>();
  let asked = 0;
  process.on("message", (message: unknown) => {
    if (!isMessage(message)) return;
    const { id } = message;
    if (message.kind === "metrics-measure")
      tell({ kind: "metrics-measured", id, measured: { name, families: metrics.families() } });
    if (message.kind === "metrics-all") waiting.get(id)?.(message.all);
  });
  return async function gather() {
    asked += 1;
    const id = `${name}-${asked}`;
    const alone = [{ name, families: metrics.families() }];
    const all = await new Promise<readonly Measured[]>((resolve) => {
      const late = setTimeout(() => resolve(alone), 2 * PATIENCE_MS);
      waiting.set(id, (measured) => {
        clearTimeout(late);
        resolve(measured);
      });
      tell({ kind: "metrics-wanted", id });
    });
    waiting.delete(id);
    return joinFamilies(all.toSorted((one, other) => (one.name < other.name ? -1 : 1)));
  };
}

function send(worker: Worker, message: Message): void {
  // One that dies between the two is left out.
  worker.send(message, () => undefined);
}

function tell(message: Message): void {
  process.send?.(message, undefined, undefined, () => undefined);
}

function isMessage(message: unknown): message is Message {
  return (
    typeof message === "object" &&
    message !== null &&
    "kind" in message &&
    typeof message.kind === "string" &&
    message.kind.startsWith("metrics-")
  );
}
