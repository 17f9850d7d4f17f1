import { join } from "node:path";
import type { OpenOptions } from "../../db/open.ts";
import { listOrganisations } from "../../db/queries/organisations.ts";
import type { DemoAccount } from "../../shared/session.ts";
import { DEMO_ACCOUNTS } from "../demo/accounts.ts";
import { awaitsDemonstration, loadDemonstration } from "../demo/load.ts";
import { listen } from "../listen.ts";
import { createLog } from "../log.ts";
import { createMetrics } from "../metrics/metrics.ts";
import { hearStatements } from "../metrics/statements.ts";
import { workAfterStart } from "./after-start.ts";
import { buildClient, CLIENT_FOLDER } from "./build-client.ts";
import { CliError } from "./cli-error.ts";
import type { Environment } from "./environment.ts";
import { readEnvironment } from "./environment.ts";
import type { Installation } from "./installation.ts";
import { openInstallation } from "./installation.ts";
import { describeWall } from "./print-wall.ts";
import { purgeDaily } from "./purge-daily.ts";
import { serve } from "./serve.ts";
import { superviseWorkers, workerNumber } from "./workers.ts";

const ROOT = join(import.meta.dirname, "../..");

/** Prepares everything, serves until SIGTERM or SIGINT, and says where. */
export async function startServer(env: NodeJS.ProcessEnv, print: (line: string) => void): Promise<void> {
  const environment = readEnvironment(env, { terminal: process.stdout.isTTY });
  const log = createLog(environment.logLevel);
  const metrics = createMetrics();
  const heard = { log: hearStatements(metrics, { log, slowMs: environment.slowQueryMs }) };
  const worker = workerNumber();
  if (worker === null) await refuseTakenPort(environment.port);
  const [installation, clientFolder] =
    worker === null
      ? await prepare(environment, heard)
      : [await openInstallation(environment, heard), join(ROOT, CLIENT_FOLDER)];
  const { wall } = installation.opened;
  if (worker === null && wall !== null && wall.gap() !== null)
    for (const line of describeWall(wall)) print(line);
  const organisations = await listOrganisations(installation.opened.reader);
  const demoAccounts = organisations.some(({ demo }) => demo === 1) ? DEMO_ACCOUNTS : [];
  if (worker === null && environment.workers > 1) {
    await installation.close();
    const port = await superviseWorkers({
      count: environment.workers,
      drainSeconds: environment.drainSeconds,
      log,
    });
    for (const line of welcome(port, demoAccounts)) print(line);
    return;
  }
  const served = { environment, installation, log, metrics, clientFolder, demoAccounts };
  const server = await serve(served).catch((error: unknown) => explain(error, environment.port));
  if (worker === null) for (const line of welcome(server.port, demoAccounts)) print(line);
  const isFirst = (worker ?? 1) === 1;
  await Promise.all([
    workAfterStart(installation, log, { isFirst }),
    isFirst ? purgeDaily(installation, { retention: environment.retention, log }) : undefined,
  ]);
}

/** The client is built beside the database: on a fresh machine both take seconds. */
async function prepare(
  environment: Environment,
  heard: Pick<OpenOptions, "log">,
): Promise<[Installation, string]> {
  const opening = openInstallation(environment, heard).then(async (installation) => {
    const context = installation.context();
    if (environment.demo && (await awaitsDemonstration(context.db))) await loadDemonstration(context);
    return installation;
  });
  const building = buildClient(ROOT);
  const [installation, clientFolder] = await Promise.allSettled([opening, building]);
  if (installation.status === "rejected") throw installation.reason;
  if (clientFolder.status === "fulfilled") return [installation.value, clientFolder.value];
  await installation.value.close();
  throw clientFolder.reason;
}

/** Says so at once rather than after the minute of a first start. */
async function refuseTakenPort(port: number): Promise<void> {
  const probe = await listen(() => undefined, port).catch((error: unknown) => explain(error, port));
  await probe.stop();
}

function explain(error: unknown, port: number): never {
  const code = error instanceof Error && "code" in error ? error.code : null;
  if (code === "EADDRINUSE")
    throw new CliError({
      fr: `Le port ${port} est déjà pris par un autre programme : arrêtez-le, ou choisissez-en un autre par PORT.`,
      en: `Port ${port} is already taken by another program: stop it, or choose another one with PORT.`,
    });
  if (code === "EACCES")
    throw new CliError({
      fr: `Ce compte n'a pas le droit d'ouvrir le port ${port} : choisissez-en un au-dessus de 1023 par PORT.`,
      en: `This account may not open port ${port}: choose one above 1023 with PORT.`,
    });
  throw error;
}

function welcome(port: number, accounts: readonly DemoAccount[]): string[] {
  const lines = ["", `Bonnepart : http://localhost:${port}`, ""];
  if (accounts.length === 0) return lines;
  const width = Math.max(...accounts.map(({ email }) => email.length));
  lines.push("Données de démonstration, comptes et mots de passe / Demonstration accounts and passwords");
  for (const { email, password, role } of accounts)
    lines.push(`  ${email.padEnd(width)}  ${password}  ${role}`);
  return [...lines, ""];
}
