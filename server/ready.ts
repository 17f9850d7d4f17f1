import { setTimeout as sleep } from "node:timers/promises";
import type { Request, Response } from "express";
import { MIGRATIONS } from "../db/migrations/list.ts";
import { schemaVersion } from "../db/migrator.ts";
import type { ServerDependencies } from "./dependencies.ts";

/** Why this process takes no request: it stops, its schema is not there, or the database does not answer. */
type Unready = "stopping" | "schema" | "database";

/** A proxy asks every second or two: the database is asked at most once in this time. */
const KEPT_MS = 1_000;
const PATIENCE_MS = 2_000;
const LAST_MIGRATION = MIGRATIONS.at(-1)?.name ?? "";

/** GET /ready, for what shares requests between processes: 200, or 503 with the reason. */
export function readyRoute(
  deps: ServerDependencies,
): (request: Request, response: Response) => Promise<void> {
  let kept: { at: number; unready: Promise<Unready | null> } | null = null;
  return async function answerReady(_request, response) {
    const at = performance.now();
    if (kept === null || at - kept.at > KEPT_MS) kept = { at, unready: findReason(deps) };
    const unready = deps.isStopping() ? "stopping" : await kept.unready;
    response.setHeader("Cache-Control", "no-store");
    response.status(unready === null ? 200 : 503).json({ ready: unready === null, reason: unready });
  };
}

async function findReason({ database }: ServerDependencies): Promise<Unready | null> {
  const late = new AbortController();
  try {
    const applied = await Promise.race([
      schemaVersion(database),
      sleep(PATIENCE_MS, undefined, { signal: late.signal, ref: false }),
    ]);
    if (applied === undefined) return "database";
    // A newer process may have brought the schema further: this one still answers.
    return applied !== null && applied >= LAST_MIGRATION ? null : "schema";
  } catch {
    return "database";
  } finally {
    late.abort();
  }
}
