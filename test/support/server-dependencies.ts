import { pino } from "pino";
import { readClock } from "../../server/clock.ts";
import type { ServerDependencies } from "../../server/dependencies.ts";
import { createMetrics } from "../../server/metrics/metrics.ts";
import { FILE_LIMITS } from "../../server/readers/file-refusal.ts";
import { memoryRateLimits } from "../../server/security/rate-limits.ts";

/** What one process without pages, proxy or demonstration is served with, but for what is given. */
export function serverDependencies(
  database: ServerDependencies["database"],
  given: Partial<ServerDependencies> = {},
): ServerDependencies {
  const metrics = given.metrics ?? createMetrics();
  return {
    database,
    clock: readClock,
    limits: memoryRateLimits(),
    log: pino({ level: "silent" }),
    clientFolder: null,
    demoAccounts: [],
    trustedProxies: 0,
    importMaxBytes: FILE_LIMITS.bytes,
    metrics,
    gatherMetrics: async () => metrics.families(),
    metricsToken: null,
    secretKey: null,
    maxLagMs: 10_000,
    isStopping: () => false,
    ...given,
  };
}
