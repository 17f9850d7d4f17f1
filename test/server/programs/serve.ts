import { readEnvironment } from "../../../server/cli/environment.ts";
import { openInstallation } from "../../../server/cli/installation.ts";
import { serve } from "../../../server/cli/serve.ts";
import { createLog } from "../../../server/log.ts";
import { createMetrics } from "../../../server/metrics/metrics.ts";
import { hearStatements } from "../../../server/metrics/statements.ts";

/** The product without its pages, as `npm start` serves it; prints its port. */
const environment = readEnvironment(process.env, { terminal: false });
const log = createLog(environment.logLevel);
const metrics = createMetrics();
const heard = hearStatements(metrics, { log, slowMs: environment.slowQueryMs });
const installation = await openInstallation(environment, { log: heard });
const { port } = await serve({
  environment,
  installation,
  log,
  metrics,
  clientFolder: null,
  demoAccounts: [],
});
process.stdout.write(`port ${port}\n`);
