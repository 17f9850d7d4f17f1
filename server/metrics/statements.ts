import type { LogConfig } from "kysely";
import type { Logger } from "../log.ts";
import { currentRequestId } from "../log.ts";
import type { Metrics } from "./metrics.ts";

const VERBS = ["select", "insert", "update", "delete", "with", "begin", "commit", "rollback"] as const;

/**
 * Hears every statement: counts it, and logs those of `slowMs` or more (null: none) by their text, whose parameters
 * are left out, with the request that they are for.
 */
export function hearStatements(
  metrics: Metrics,
  { log, slowMs }: { log: Logger; slowMs: number | null },
): Exclude<LogConfig, readonly unknown[]> {
  return function hear({ level, query, queryDurationMillis }) {
    const answer = level === "query" ? "ok" : "error";
    metrics.statements.add({ verb: verbOf(query.sql), answer }, queryDurationMillis);
    if (slowMs === null || queryDurationMillis < slowMs) return;
    const ms = Math.round(queryDurationMillis);
    log.warn({ ms, sql: query.sql, id: currentRequestId(), answer }, "slow statement");
  };
}

function verbOf(sql: string): string {
  const word = /^\s*(\w+)/.exec(sql)?.[1]?.toLowerCase();
  return VERBS.find((verb) => verb === word) ?? "other";
}
