import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createExpressMiddleware } from "@trpc/server/adapters/express";
import express from "express";
import type { Database } from "../../db/database.ts";
import { MIGRATIONS } from "../../db/migrations/list.ts";
import { migrate } from "../../db/migrator.ts";
import { openDatabase } from "../../db/open.ts";
import { raiseCubeVersion } from "../../db/queries/cells.ts";
import { loadReference } from "../../server/actions/load-reference.ts";
import { openSession } from "../../server/actions/sign-in.ts";
import { readClock } from "../../server/clock.ts";
import { compressAnswers } from "../../server/compress-answers.ts";
import { DEMO_PEOPLE } from "../../server/demo/accounts.ts";
import { loadDemonstration } from "../../server/demo/load.ts";
import type { ServerDependencies } from "../../server/dependencies.ts";
import { createHttpApp } from "../../server/http.ts";
import { listen } from "../../server/listen.ts";
import { logRequests } from "../../server/log.ts";
import { openContext } from "../../server/request-context.ts";
import { securityHeaders } from "../../server/security/headers.ts";
import { memoryRateLimits } from "../../server/security/rate-limits.ts";
import { cookieName } from "../../server/security/session-cookie.ts";
import { router, signedInProcedure } from "../../server/trpc.ts";
import { yearOf } from "../../shared/calendar.ts";
import { program } from "../support/bench-programs.ts";
import type { FigureOptions, Figures } from "../support/figures.ts";
import { median, rounded } from "../support/figures.ts";
import { serverDependencies } from "../support/server-dependencies.ts";

export const summary =
  "dashboards a second over HTTP, beside an empty procedure of the same server (--connections, --seconds, --rounds)";

const LOAD = join(import.meta.dirname, "programs", "load.mjs");
const CHANGE_MS = 250;
/** Nobody's own calls are counted against them here. */
const MANY = { points: 100_000_000, seconds: 60 };

interface Load {
  per_second: number;
  p95_ms: number;
  bytes: number;
}

/** The demonstration's two dashboards, asked for in turns with a procedure that answers null to the same person. */
export async function run(options: FigureOptions): Promise<Figures> {
  const connections = options.number("connections", 8);
  const seconds = options.number("seconds", 4);
  const rounds = options.number("rounds", 3);
  const site = await openSite();
  try {
    const { origin } = site;
    const loads = new Map<string, Load[]>();
    const load = async ({ name, path, cookie }: Address): Promise<void> => {
      const words = [LOAD, `${origin}${path}`, cookie, String(connections), String(seconds)];
      const { output } = await program(process.execPath, words, { env: process.env, input: "" });
      const found = JSON.parse(output) as Load;
      options.note(`${name}: ${Math.round(found.per_second)} a second`);
      loads.set(name, [...(loads.get(name) ?? []), found]);
    };
    for (let round = 0; round < rounds; round++)
      for (const address of await site.addresses()) {
        await load(address);
        if (address.name !== "empty")
          await site.whileChanging(() => load({ ...address, name: `${address.name}, changing` }));
      }
    const of = (name: string) => middle(loads.get(name) ?? []);
    const [empty, canteen, territory] = [of("empty"), of("canteen"), of("territory")];
    return {
      counted: `${connections} kept connections from another process, compressed as for a browser, ${rounds} rounds in turns, medians; « changing »: the figures of a canteen of the dashboard change each ${CHANGE_MS} ms`,
      empty,
      canteen,
      territory,
      canteen_changing: of("canteen, changing"),
      territory_changing: of("territory, changing"),
      bars: [
        { name: "canteen dashboards / empty procedures", value: share(canteen, empty), atLeast: 0.5 },
        { name: "territory dashboards / empty procedures", value: share(territory, empty), atLeast: 0.5 },
      ],
    };
  } finally {
    await site.close();
  }
}

interface Address {
  name: string;
  path: string;
  cookie: string;
}

interface Site {
  origin: string;
  addresses(): Promise<Address[]>;
  /** Until `load` ends, what the dashboards say changes again and again. */
  whileChanging(load: () => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

async function openSite(): Promise<Site> {
  const folder = await mkdtemp(join(tmpdir(), "bonnepart-http-"));
  const database = await openDatabase<Database>({ url: join(folder, "bonnepart.sqlite") });
  const { now, today } = readClock();
  await migrate(database, { migrations: MIGRATIONS, now });
  await loadReference(database.db);
  await loadDemonstration({ ...database, now, today, userId: null });
  const deps = serverDependencies(database, { limits: memoryRateLimits({ read: MANY, request: MANY }) });
  const app = express();
  app.use(
    "/empty",
    logRequests(deps.log, deps.metrics),
    securityHeaders(),
    compressAnswers,
    emptyProcedure(deps),
  );
  app.use(createHttpApp(deps));
  const server = await listen(app, 0);
  const cookieOf = async (userId: string) =>
    `${cookieName(false)}=${await openSession({ ...database, ...readClock(), userId }, { userId, formerTokenHash: null, device: { browser: null, system: null } })}`;
  return {
    origin: `http://localhost:${server.port}`,
    async addresses() {
      const [manager, , official] = DEMO_PEOPLE;
      if (manager === undefined || official === undefined)
        throw new Error("The demonstration has no people.");
      const period = { year: yearOf(today) };
      const own = await cookieOf(manager.id);
      const asked = (name: string, input: object) =>
        `/trpc/indicators.${name}?input=${encodeURIComponent(JSON.stringify({ period, ...input }))}`;
      return [
        { name: "empty", path: "/empty/nothing", cookie: own },
        { name: "canteen", path: asked("canteen", { canteenId: manager.grant.scopeId }), cookie: own },
        {
          name: "territory",
          path: asked("territory", { territoryCode: official.grant.scopeId }),
          cookie: await cookieOf(official.id),
        },
      ];
    },
    async whileChanging(load) {
      const [manager] = DEMO_PEOPLE;
      let last: Promise<void> = Promise.resolve();
      const changing = setInterval(() => {
        last = raiseCubeVersion(database.db, manager?.grant.scopeId ?? "");
      }, CHANGE_MS);
      await load();
      clearInterval(changing);
      await last;
    },
    async close() {
      await server.stop();
      await database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** What the product's own procedures go through, with nothing at the end. */
function emptyProcedure(deps: ServerDependencies): express.Handler {
  return createExpressMiddleware({
    router: router({ nothing: signedInProcedure.query(() => null) }),
    createContext: ({ req: request, res: response, info }) =>
      openContext(deps, { request, response, batched: info.isBatchCall }),
  });
}

function middle(loads: readonly Load[]) {
  const of = (pick: (load: Load) => number) => rounded(median(loads.map(pick)), 2);
  return {
    per_second: of(({ per_second }) => per_second),
    p95_ms: of(({ p95_ms }) => p95_ms),
    bytes: of(({ bytes }) => bytes),
  };
}

function share(some: ReturnType<typeof middle>, all: ReturnType<typeof middle>): number | null {
  return some.per_second === null || all.per_second === null
    ? null
    : rounded(some.per_second / all.per_second, 2);
}
