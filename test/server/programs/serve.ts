import { readEnvironment } from "../../../server/cli/environment.ts";
import { openInstallation } from "../../../server/cli/installation.ts";
import { serve } from "../../../server/cli/serve.ts";
import { superviseWorkers, workerNumber } from "../../../server/cli/workers.ts";
import { createLog } from "../../../server/log.ts";
import { createMetrics } from "../../../server/metrics/metrics.ts";
import { hearStatements } from "../../../server/metrics/statements.ts";

/** The product without its pages, as `npm start` serves it; prints its port. */
const environment = readEnvironment(process.env, { terminal: false });
const log = createLog(environment.logLevel);
const port =
  environment.workers > 1 && workerNumber() === null
    ? await superviseWorkers({ count: environment.workers, drainSeconds: environment.drainSeconds, log })
    : await serveAlone();
if (workerNumber() === null) process.stdout.write(`port ${port}\n`);

async function serveAlone(): Promise<number> {
  const metrics = createMetrics();
  const heard = hearStatements(metrics, { log, slowMs: environment.slowQueryMs });
  const installation = await openInstallation(environment, { log: heard });
  const served = { environment, installation, log, metrics, clientFolder: null, demoAccounts: [] };
  return (await serve(served)).port;
}
