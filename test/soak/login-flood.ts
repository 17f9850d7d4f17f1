import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { readEnvironment } from "../../server/cli/environment.ts";
import { openInstallation } from "../../server/cli/installation.ts";
import { DEMO_ACCOUNTS, DEMO_ORGANISATION_ID } from "../../server/demo/accounts.ts";
import { DEMO_CANTEENS } from "../../server/demo/canteens.ts";
import { loadDemonstration } from "../../server/demo/load.ts";
import type { FigureOptions, Figures } from "../support/figures.ts";
import { median, quantile, rounded } from "../support/figures.ts";
import type { Client, LoadResult } from "../support/load-clients.ts";
import { loadClients } from "../support/load-clients.ts";
import { PASSWORD, seedPerson, seedSession } from "../support/people.ts";
import { startProcessServer } from "../support/process-server.ts";

export const summary =
  "sign-ins from ever new addresses for 10 minutes, and dashboards meanwhile (--seconds N, --attackers N)";

const P95_MS = 50;
const READERS = 4;
const READ_PAUSE_MS = 200;
/** Code that has just been loaded is slow. */
const WARM_UP_MS = 3_000;
const ALONE_MS = 10_000;
const YEAR = { from: "2025-01", to: "2025-12" };
const WRONG = 400;
const TOO_MANY = 429;

export async function run(options: FigureOptions): Promise<Figures> {
  const seconds = options.number("seconds", 600);
  const dataDir = await mkdtemp(join(tmpdir(), "bonnepart-flood-"));
  const env = { DATA_DIR: dataDir, TRUST_PROXY: "1" };
  try {
    const { readers, person } = await makePeople(env);
    const server = await startProcessServer(env);
    const end = new AbortController();
    const { signal } = end;
    const attackers = Array.from({ length: options.number("attackers", 40) }, (_, at) => attacker(at));
    const quiet = await readAlone(server.port, readers);
    const running = Promise.all([
      loadClients(server.port, readers, { signal, pauseMs: READ_PAUSE_MS }),
      loadClients(server.port, attackers, { signal }),
      loadClients(server.port, [person], { signal, pauseMs: 10_000 }),
    ]);
    for (let second = 0; second < seconds; second += 60) {
      await sleep(1000 * Math.min(60, seconds - second));
      options.note(`${Math.min(second + 60, seconds)} s`);
    }
    end.abort();
    const [reads, floods, signIns] = await running;
    server.signal("SIGTERM");
    const code = await server.ended;
    const failures = [reads, floods, signIns].flatMap((load) => load.failures);
    for (const line of failures.slice(0, 10)) options.note(line);
    return {
      seconds,
      attackers: attackers.length,
      sign_ins_tried: floods.answers.length,
      sign_ins_tried_per_s: rounded(floods.answers.length / seconds),
      dashboards: reads.answers.length,
      dashboards_alone_p95_ms: rounded(quantile(timesOf(quiet), 0.95)),
      dashboards_median_ms: rounded(median(timesOf(reads))),
      person_signed_in: signIns.answers.length,
      person_signed_in_longest_ms: rounded(quantile(timesOf(signIns), 1), 0),
      bars: [
        { name: "dashboards p95 ms", value: rounded(quantile(timesOf(reads), 0.95)), atMost: P95_MS },
        { name: "sign-ins tried", value: floods.answers.length, atLeast: seconds },
        { name: "answers that are none of those expected", value: failures.length, atMost: 0 },
        { name: "a person signed in meanwhile", value: signIns.answers.length, atLeast: 1 },
        { name: "exit code", value: code, atMost: 0 },
      ],
    };
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** The same dashboards before the flood: what the machine itself takes. */
async function readAlone(port: number, readers: readonly Client[]): Promise<LoadResult> {
  const end = AbortSignal.timeout(ALONE_MS);
  return await loadClients(port, readers, { signal: end, pauseMs: READ_PAUSE_MS });
}

function timesOf({ answers }: LoadResult): number[] {
  return answers.filter(({ at }) => at >= WARM_UP_MS).map(({ ms }) => ms);
}

/** One try an address: half of them on accounts that exist, half on others, always with a wrong password. */
function attacker(at: number): Client {
  return {
    cookie: "",
    expected: [WRONG, TOO_MANY],
    address: (turn) => `10.${at}.${Math.floor(turn / 250) % 250}.${turn % 250}`,
    ask(turn) {
      const known = DEMO_ACCOUNTS[turn % DEMO_ACCOUNTS.length]?.email ?? "";
      const email = turn % 2 === 0 ? known : `personne-${at}-${turn}@example.fr`;
      return { path: "session.signIn", input: { email, password: `wrong password ${turn}` }, write: true };
    },
  };
}

/** Those who look at dashboards, and one who signs in. */
async function makePeople(env: NodeJS.ProcessEnv): Promise<{ readers: Client[]; person: Client }> {
  const installation = await openInstallation(readEnvironment(env, { terminal: true }));
  try {
    await loadDemonstration(installation.context());
    const { db } = installation.opened;
    const { now } = installation.context();
    const grants = [
      { role: "administrator", scopeKind: "organisation", scopeId: DEMO_ORGANISATION_ID },
    ] as const;
    const readers: Client[] = [];
    for (let at = 0; at < READERS; at++) {
      const { id: userId } = await seedPerson(db, { grants });
      readers.push(reader(await seedSession(db, { userId, now }), at));
    }
    const { email } = await seedPerson(db, { grants });
    const input = { email, password: PASSWORD };
    return {
      readers,
      person: {
        cookie: "",
        address: () => "192.0.2.1",
        ask: () => ({ path: "session.signIn", input, write: true }),
      },
    };
  } finally {
    await installation.close();
  }
}

function reader(cookie: string, at: number): Client {
  const canteenId = DEMO_CANTEENS[at % DEMO_CANTEENS.length]?.id ?? "";
  return {
    cookie,
    ask: (turn) =>
      turn % 2 === 0
        ? { path: "indicators.territory", input: YEAR }
        : { path: "indicators.canteen", input: { canteenId, ...YEAR, basis: "value" } },
  };
}
