import { join } from "node:path";
import { listOrganisations } from "../../db/queries/organisations.ts";
import type { DemoAccount } from "../../shared/session.ts";
import { stopLiveImports } from "../actions/live-imports.ts";
import { readClock } from "../clock.ts";
import { DEMO_ACCOUNTS } from "../demo/accounts.ts";
import { awaitsDemonstration, loadDemonstration } from "../demo/load.ts";
import { createHttpApp } from "../http.ts";
import type { RunningServer } from "../listen.ts";
import { listen } from "../listen.ts";
import { createLog } from "../log.ts";
import { memoryRateLimits } from "../security/rate-limits.ts";
import { workAfterStart } from "./after-start.ts";
import { buildClient } from "./build-client.ts";
import { CliError } from "./cli-error.ts";
import type { Environment } from "./environment.ts";
import { readEnvironment } from "./environment.ts";
import type { Installation } from "./installation.ts";
import { openInstallation } from "./installation.ts";
import { purgeDaily } from "./purge-daily.ts";

const PARENT_WATCH_MS = 500;
const ROOT = join(import.meta.dirname, "../..");

/** Prepares everything, serves until SIGTERM or SIGINT, and says where. */
export async function startServer(env: NodeJS.ProcessEnv, print: (line: string) => void): Promise<void> {
  const environment = readEnvironment(env, { terminal: process.stdout.isTTY });
  await refuseTakenPort(environment.port);
  const [installation, clientFolder] = await prepare(environment);
  const { opened } = installation;
  const organisations = await listOrganisations(opened.reader);
  const demoAccounts = organisations.some(({ demo }) => demo === 1) ? DEMO_ACCOUNTS : [];
  const log = createLog(environment.logLevel);
  const app = createHttpApp({
    database: opened,
    clock: readClock,
    limits: memoryRateLimits(),
    log,
    clientFolder,
    demoAccounts,
    trustedProxies: environment.trustedProxies,
    importMaxBytes: environment.importMaxBytes,
  });
  const server = await listen(app, environment.port).catch((error: unknown) =>
    explain(error, environment.port),
  );
  for (const line of welcome(server.port, demoAccounts)) print(line);
  stopOnSignals(server, installation, { byNpm: env.npm_lifecycle_event !== undefined });
  await workAfterStart(installation, log);
  await purgeDaily(installation, { retention: environment.retention, log });
}

/** The client is built beside the database: on a fresh machine both take seconds. */
async function prepare(environment: Environment): Promise<[Installation, string]> {
  const opening = openInstallation(environment).then(async (installation) => {
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

/** The first signal lets requests finish; a second one does not wait. */
function stopOnSignals(
  server: RunningServer,
  installation: Installation,
  { byNpm }: { byNpm: boolean },
): void {
  let stopping = false;
  async function stop(): Promise<void> {
    if (stopping) process.exit(130);
    stopping = true;
    await Promise.all([stopLiveImports(), server.stop()]);
    await installation.close();
    process.exit(0);
  }
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => void stop());
  if (byNpm) whenParentEnds(() => void stop());
}

/** SIGTERM to npm ends npm and its shell, and does not reach us. */
function whenParentEnds(then: () => void): void {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    then();
  }, PARENT_WATCH_MS);
  watch.unref();
}
