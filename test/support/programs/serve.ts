import { workAfterStart } from "../../../server/cli/after-start.ts";
import { readEnvironment } from "../../../server/cli/environment.ts";
import { openInstallation } from "../../../server/cli/installation.ts";
import { createHttpApp } from "../../../server/http.ts";
import { listen } from "../../../server/listen.ts";
import { createLog } from "../../../server/log.ts";
import { memoryRateLimits } from "../../../server/security/rate-limits.ts";
import { serverDependencies } from "../server-dependencies.ts";

// The whole server as `npm start` has it, without its pages: it prints its port and serves until it is killed.
const environment = readEnvironment(process.env, { terminal: false });
const installation = await openInstallation(environment);
const log = createLog(environment.logLevel);
const app = createHttpApp(
  serverDependencies(installation.opened, {
    limits: memoryRateLimits({ write: { points: 1_000_000, seconds: 60 } }),
    log,
    importMaxBytes: environment.importMaxBytes,
  }),
);
const { port } = await listen(app, 0);
process.stdout.write(`${port}\n`);
await workAfterStart(installation, log, { isFirst: true });
