import { setTimeout as sleep } from "node:timers/promises";
import { openNotices } from "../../db/notices.ts";
import type { DemoAccount } from "../../shared/session.ts";
import { hearOfImport, shareImports, stopLiveImports } from "../actions/live-imports.ts";
import { readClock } from "../clock.ts";
import { createHttpApp } from "../http.ts";
import type { RunningServer } from "../listen.ts";
import { listen } from "../listen.ts";
import type { Logger } from "../log.ts";
import type { Metrics } from "../metrics/metrics.ts";
import { memoryRateLimits } from "../security/rate-limits.ts";
import { sharedRateLimits } from "../security/shared-rate-limits.ts";
import type { Environment } from "./environment.ts";
import type { Installation } from "./installation.ts";
import { whenParentEnds } from "./parent-watch.ts";
import { answerForWorker } from "./worker-metrics.ts";
import { stopWithParent, workerNumber } from "./workers.ts";

export interface Served {
  environment: Environment;
  installation: Installation;
  log: Logger;
  metrics: Metrics;
  /** null: the programming interface alone. */
  clientFolder: string | null;
  demoAccounts: readonly DemoAccount[];
}

/** Answers on the port, until SIGTERM or SIGINT ends the process. Rejects with the system's error. */
export async function serve(served: Served): Promise<RunningServer> {
  const { environment, installation, log, metrics, clientFolder, demoAccounts } = served;
  const { engine, db } = installation.opened;
  const url = engine === "postgres" ? (environment.directUrl ?? environment.databaseUrl) : null;
  const notices = url === null ? null : await openNotices({ db, url, hear: hearOfImport });
  if (notices !== null) shareImports(notices);
  const worker = workerNumber();
  let stopping = false;
  const app = createHttpApp({
    database: installation.opened,
    clock: readClock,
    limits: engine === "postgres" ? sharedRateLimits(db, readClock) : memoryRateLimits(),
    log,
    metrics,
    gatherMetrics:
      worker === null ? async () => metrics.families() : answerForWorker(metrics, String(worker)),
    clientFolder,
    demoAccounts,
    trustedProxies: environment.trustedProxies,
    importMaxBytes: environment.importMaxBytes,
    maxLagMs: environment.maxLagMs,
    metricsToken: environment.metricsToken,
    secretKey: environment.secretKey,
    isStopping: () => stopping,
  });
  const server = await listen(app, environment.port);

  /** The first signal lets requests finish; a second one does not wait. */
  async function stop(): Promise<void> {
    if (stopping) process.exit(130);
    stopping = true;
    await sleep(environment.drainSeconds * 1000);
    await finish();
  }

  async function finish(): Promise<void> {
    await Promise.all([stopLiveImports(), server.stop()]);
    // One may have been started by the last answers.
    await stopLiveImports();
    await notices?.close();
    await installation.close();
    process.exit(0);
  }

  if (worker === null) {
    for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => void stop());
    if (process.env.npm_lifecycle_event !== undefined) whenParentEnds(() => void stop());
    return server;
  }
  let isFinishing = false;
  stopWithParent({
    soon: () => {
      stopping = true;
    },
    now: () => {
      stopping = true;
      if (!isFinishing) void finish();
      isFinishing = true;
    },
  });
  return server;
}
