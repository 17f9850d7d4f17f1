import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { readEnvironment } from "../../server/cli/environment.ts";
import { openInstallation } from "../../server/cli/installation.ts";
import { DEMO_ORGANISATION_ID } from "../../server/demo/accounts.ts";
import { DEMO_CANTEENS } from "../../server/demo/canteens.ts";
import { loadDemonstration } from "../../server/demo/load.ts";
import { newId } from "../../shared/ids.ts";
import type { Bar, FigureOptions, Figures } from "../support/figures.ts";
import { median, quantile, rounded } from "../support/figures.ts";
import type { AnsweredAsk, Client, LoadResult } from "../support/load-clients.ts";
import { loadClients } from "../support/load-clients.ts";
import { seedPerson, seedSession } from "../support/people.ts";
import { startPostgresServer } from "../support/postgres-server.ts";
import { startProcessServer } from "../support/process-server.ts";
import { residentMegabytes, watchMemory } from "../support/resident-memory.ts";

export const summary =
  "50 people who read dashboards and write, then a stop: --clients N, --seconds N, --pause MS, --postgres, --workers N";

const P95_MS = 200;
/** Code that has just been loaded is slow, and nobody has 50 first visits a second. */
const WARM_UP_MS = 3_000;
/** Until the start is over. */
const SETTLING_MS = 5_000;
const AT_REST_MB = 200;
/** What comes and goes between two collections of garbage. */
const GROWTH_MB = 20;
/** Memory that still fills says nothing of a slope. */
const STEADY_SECONDS = 300;
const YEAR = { from: "2025-01", to: "2025-12" };

/** Each person asks something every `pause` milliseconds or so; the stop comes in the middle of it. */
export async function run(options: FigureOptions): Promise<Figures> {
  const people = options.number("clients", 50);
  const seconds = options.number("seconds", 10);
  const pauseMs = options.number("pause", 500);
  const workers = options.number("workers", 1);
  const dataDir = await mkdtemp(join(tmpdir(), "bonnepart-clients-"));
  const postgres = options.flag("postgres") ? await startPostgresServer() : null;
  const env = { DATA_DIR: dataDir, ...(postgres === null ? {} : { DATABASE_URL: postgres.url }) };
  try {
    const clients = await makePeople(env, people);
    options.note(`${people} people on ${postgres === null ? "SQLite" : "PostgreSQL"}`);
    const server = await startProcessServer({ ...env, WORKERS: String(workers) });
    await sleep(SETTLING_MS);
    const atRest = await residentMegabytes(server.pid);
    const end = new AbortController();
    const memory = watchMemory(server.pid, end.signal);
    const load = loadClients(server.port, clients, { signal: end.signal, pauseMs });
    await sleep(seconds * 1000);
    const stop = performance.now();
    server.signal("SIGTERM");
    const code = await server.ended;
    const stopMs = performance.now() - stop;
    end.abort();
    return {
      engine: postgres === null ? "sqlite" : "postgres",
      workers,
      people,
      seconds,
      pause_ms: pauseMs,
      stop_ms: rounded(stopMs, 0),
      ...figuresOf(await load, {
        seconds,
        code,
        bars: [
          // Several workers have a parent besides.
          {
            name: "memory at rest MB, a process",
            value: atRest === null ? null : rounded(atRest / (workers === 1 ? 1 : workers + 1)),
            atMost: AT_REST_MB,
          },
          ...(seconds < STEADY_SECONDS
            ? []
            : [
                {
                  name: "growth of memory MB, second to last quarter",
                  value: memory.growth(),
                  atMost: GROWTH_MB,
                },
              ]),
        ],
      }),
    };
  } finally {
    await postgres?.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

function figuresOf(
  { answers, failures }: LoadResult,
  { seconds, code, bars }: { seconds: number; code: number | null; bars: readonly Bar[] },
): Figures {
  const steady = answers.filter(({ at }) => at >= WARM_UP_MS);
  const p95 = p95Of(steady);
  const paths = Object.entries(Object.groupBy(steady, ({ path }) => path));
  return {
    requests: answers.length,
    requests_per_s: rounded(steady.length / (seconds - WARM_UP_MS / 1000)),
    median_ms: rounded(median(steady.map(({ ms }) => ms))),
    p95_ms: p95,
    p95_ms_by_procedure: Object.fromEntries(paths.map(([path, asked = []]) => [path, p95Of(asked)])),
    failures: failures.slice(0, 10),
    bars: [
      { name: "p95 ms", value: p95, atMost: P95_MS },
      { name: "requests failed, the stop included", value: failures.length, atMost: 0 },
      { name: "exit code", value: code, atMost: 0 },
      ...bars,
    ],
  };
}

function p95Of(answers: readonly AnsweredAsk[]): number | null {
  const times = answers.map(({ ms }) => ms);
  return rounded(quantile(times, 0.95));
}

async function makePeople(env: NodeJS.ProcessEnv, count: number): Promise<Client[]> {
  const installation = await openInstallation(readEnvironment(env, { terminal: true }));
  try {
    await loadDemonstration(installation.context());
    const { db } = installation.opened;
    const { now } = installation.context();
    return await Promise.all(
      Array.from({ length: count }, async (_, at) => {
        const grant = {
          role: "administrator",
          scopeKind: "organisation",
          scopeId: DEMO_ORGANISATION_ID,
        } as const;
        const { id: userId } = await seedPerson(db, { grants: [grant] });
        return person(await seedSession(db, { userId, now }), at);
      }),
    );
  } finally {
    await installation.close();
  }
}

/** Dashboards, the lines behind a figure, and one write in five. */
function person(cookie: string, at: number): Client {
  const view = { id: newId(), page: "/territoire", search: {} };
  const canteenId = DEMO_CANTEENS[at % DEMO_CANTEENS.length]?.id ?? "";
  return {
    cookie,
    ask(turn) {
      switch ((turn + at) % 5) {
        case 0:
          return { path: "savedViews.save", input: { ...view, name: `Vue ${turn}` }, write: true };
        case 1:
          return { path: "indicators.territory", input: YEAR };
        case 2:
          return { path: "indicators.canteen", input: { canteenId, ...YEAR, basis: "value" } };
        case 3:
          return { path: "lines.canteen", input: { canteenId, ...YEAR, indicator: "LOCAL", part: "strict" } };
        default:
          return { path: "session.current" };
      }
    },
  };
}
