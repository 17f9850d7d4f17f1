import type { WriteClient } from "../trpc.ts";
import { errorCode } from "../ui/error-messages.ts";
import type { OutboxEntry, Outcome } from "./entries.ts";

/** A server that took the request and says nothing for so long is one that does not answer. */
const PATIENCE_MS = 20_000;

/** Sends one entry as the person who made it, and says what came of it. Never rejects. */
export async function sendEntry(client: WriteClient, entry: OutboxEntry): Promise<Outcome> {
  const abort = new AbortController();
  const timeout = setTimeout(() => abort.abort(), PATIENCE_MS);
  try {
    return await call(client, entry, { signal: abort.signal, context: { userId: entry.userId } });
  } catch (error) {
    return failureOf(entry, error);
  } finally {
    clearTimeout(timeout);
  }
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
