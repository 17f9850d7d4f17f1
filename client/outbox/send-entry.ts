import type { WriteClient } from "../trpc.ts";
import { errorCode } from "../ui/error-messages.ts";
import type { OutboxEntry, Outcome } from "./entries.ts";

/** How long an attempt may last: a browser does not say how much of a request has left. */
interface Patience {
  /** A server that has the whole request and says nothing for so long does not answer. */
  silentMs: number;
  /** The slowest line that an order leaves by at the first attempt. */
  bytesPerSecond: number;
  /** The server itself waits no longer for a request. */
  longestMs: number;
}

/** A small order that failed for hours does not hang on a silent server for minutes. */
const MOST_TIMES = 8;

/** 32 kbit/s: a telephone at the edge of its network. */
const PATIENCE: Patience = { silentMs: 20_000, bytesPerSecond: 4_000, longestMs: 600_000 };

/** Sends one entry as the person who made it, and says what came of it. Never rejects. */
export async function sendEntry(
  client: WriteClient,
  entry: OutboxEntry,
  patience: Patience = PATIENCE,
): Promise<Outcome> {
  const abort = new AbortController();
  const bytes = JSON.stringify(entry.payload).length;
  const timeout = setTimeout(() => abort.abort(), patienceMs(bytes, entry.attempts, patience));
  try {
    return await call(client, entry, { signal: abort.signal, context: { userId: entry.userId } });
  } catch (error) {
    return failureOf(entry, error);
  } finally {
    clearTimeout(timeout);
  }
}

/** Longer for more bytes, and each time it was not long enough: what is large leaves by the slowest line in the end. */
export function patienceMs(bytes: number, attempts: number, patience: Patience = PATIENCE): number {
  const times = Math.min(Math.max(attempts, 1), MOST_TIMES);
  const sendingMs = (times * bytes * 1_000) / patience.bytesPerSecond;
  return Math.min(patience.silentMs + sendingMs, patience.longestMs);
}

async function call(
  client: WriteClient,
  { kind, canteenId, subject: orderId, version, payload }: OutboxEntry,
  options: { signal: AbortSignal; context: { userId: string } },
): Promise<Outcome> {
  switch (kind) {
    case "orders.save": {
      const order = { ...payload.order, version };
      const saved = await client.orders.save.mutate({ canteenId, order }, options);
      if (!saved.saved) return { end: "refused", code: "INVALID", issues: saved.issues };
      return { end: "acknowledged", version: saved.version };
    }
    case "orders.delete":
      return acknowledged(await client.orders.delete.mutate({ canteenId, orderId }, options));
    case "orders.restore":
      return acknowledged(await client.orders.restore.mutate({ canteenId, orderId }, options));
  }
}

function acknowledged({ version }: { version: number }): Outcome {
  return { end: "acknowledged", version };
}

function failureOf({ kind, version }: OutboxEntry, error: unknown): Outcome {
  const code = errorCode(error);
  switch (code) {
    case "NETWORK":
      return { end: "delayed", delay: "unreachable" };
    case "INTERNAL":
      return { end: "delayed", delay: "server" };
    case "TOO_MANY_REQUESTS":
      return { end: "delayed", delay: "busy" };
    case "UNAUTHENTICATED":
      return { end: "delayed", delay: "signed-out" };
    case "NOT_FOUND":
      // What is to be deleted is not there: done.
      if (kind === "orders.delete") return { end: "acknowledged", version };
      return { end: "refused", code, issues: [] };
    default:
      return { end: "refused", code, issues: [] };
  }
}
