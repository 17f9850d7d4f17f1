import type { Database } from "../db/database.ts";
import type { OpenedDatabase } from "../db/open.ts";
import type { DemoAccount } from "../shared/session.ts";
import type { Moment } from "./clock.ts";
import type { Logger } from "./log.ts";
import type { Family } from "./metrics/families.ts";
import type { Metrics } from "./metrics/metrics.ts";
import type { RateLimits } from "./security/rate-limits.ts";

/** All that the web server is made of; tests give their own database, clock and limits. */
export interface ServerDependencies {
  database: Pick<OpenedDatabase<Database>, "engine" | "version" | "db" | "reader" | "replica" | "wall">;
  /** How far behind a replica may be and still be read from. */
  maxLagMs: number;
  clock: () => Moment;
  limits: RateLimits;
  log: Logger;
  /** Folder of the built client; null: the programming interface alone. */
  clientFolder: string | null;
  /** Empty unless this is a demonstration. */
  demoAccounts: readonly DemoAccount[];
  /** What SECRET_KEY says; null: nothing. */
  secretKey: Uint8Array | null;
  /** Number of proxies of ours in front, whose X-Forwarded-* headers are believed. */
  trustedProxies: number;
  /** Largest file that the pages import. */
  importMaxBytes: number;
  metrics: Metrics;
  /** What /metrics tells: of this process, or of all those that share its port. */
  gatherMetrics: () => Promise<Family[]>;
  /** What opens /metrics to any address; null: private addresses only. */
  metricsToken: string | null;
  /** True from the first signal to stop on: /ready says so. */
  isStopping: () => boolean;
}
