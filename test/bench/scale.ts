import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Database } from "../../db/database.ts";
import { MIGRATIONS } from "../../db/migrations/list.ts";
import { migrate } from "../../db/migrator.ts";
import type { OpenedDatabase } from "../../db/open.ts";
import { openDatabase } from "../../db/open.ts";
import { loadReference } from "../../server/actions/load-reference.ts";
import { loadDemonstration } from "../../server/demo/load.ts";
import type { FigureOptions, Figures } from "../support/figures.ts";
import { rounded } from "../support/figures.ts";
import type { LargeWorld } from "../support/large-world.ts";
import { growWorld } from "../support/large-world.ts";
import { startPostgresServer } from "../support/postgres-server.ts";
import type { ReadFigures } from "./scale/read-figures.ts";
import { measureReads } from "./scale/read-figures.ts";
import type { SaveFigures } from "./scale/save-orders.ts";
import { measureSaves } from "./scale/save-orders.ts";

export const summary =
  "125 canteens over five years: summary, dashboards, drill-down, saves, beside the engine's floor (--lines N, --postgres, --runs N)";

/** Every world is told on one day, so that two runs read the same lines. */
const TODAY = "2026-11-26";
const YEAR = 2025;
const COPIES = 5;
const SMALL_LINES = 100_000;

interface Measured {
  world: Omit<LargeWorld, "canteenIds"> & { database_mb: number | null; made_s: number };
  reads: ReadFigures;
  saves: SaveFigures;
}

/** Two worlds of the same canteens in one run, a small one and the one asked for. */
export async function run(options: FigureOptions): Promise<Figures> {
  const lines = options.number("lines", 1_000_000);
  const small = await measureWorld(options, SMALL_LINES);
  const large = await measureWorld(options, lines);
  const { summary: yearly, territory } = large.reads;
  return {
    counted:
      "time of the server's action, from the question to the answer made into values, one after the other; « raw »: the year's declared amounts by one aggregate each on the lines",
    engine: options.flag("postgres") ? "postgres" : "sqlite",
    small,
    large,
    bars: [
      { name: "raw aggregates / summary of a canteen's year", value: yearly.ratio, atLeast: 100 },
      { name: "amounts that differ between the two", value: yearly.different_amounts, atMost: 0 },
      { name: "territory dashboard p95, ms", value: territory.p95_ms, atMost: 15 },
      {
        name: "territory dashboard, one of its canteens having changed, p95, ms",
        value: large.reads.territory_changed.p95_ms,
        atMost: 15,
      },
      {
        name: "territory dashboard, large / small",
        value: over(territory.median_ms, small.reads.territory.median_ms),
        atMost: 1.3,
      },
      {
        name: "drill-down of a canteen's figure p95, ms",
        value: large.reads.drill_down_canteen.p95_ms,
        atMost: 30,
      },
      {
        name: "drill-down of the territory's figure p95, ms",
        value: large.reads.drill_down_territory.p95_ms,
        atMost: 30,
      },
      {
        name: "words in the names of a canteen's lines p95, ms",
        value: large.reads.words_canteen.p95_ms,
        atMost: 30,
      },
      {
        name: "words in the names of the territory's lines p95, ms",
        value: large.reads.words_territory.p95_ms,
        atMost: 30,
      },
      { name: "order of 20 lines saved p99, ms", value: large.saves.save.p99_ms, atMost: 10 },
      { name: "saves / the engine's own commits", value: large.saves.ratio, atLeast: 0.5 },
    ],
  };
}

async function measureWorld(options: FigureOptions, lines: number): Promise<Measured> {
  const folder = await mkdtemp(join(tmpdir(), "bonnepart-scale-"));
  const server = options.flag("postgres") ? await startPostgresServer() : null;
  const url = server?.url ?? join(folder, "bonnepart.sqlite");
  const opened = await openDatabase<Database>({ url });
  try {
    const start = performance.now();
    const { canteenIds, ...world } = await makeWorld(opened, lines, options);
    const made_s = Math.round((performance.now() - start) / 1000);
    options.note(`${world.lines} lines, ${world.cells} cells in ${made_s} s`);
    const runs = options.number("runs", 100);
    const reads = await measureReads(opened, { canteenIds, year: YEAR, today: TODAY, runs });
    const saves = await measureSaves(opened, { canteenIds, today: TODAY, runs: runs * 3 });
    const database_mb = server === null ? rounded((await stat(url)).size / 1e6, 0) : null;
    return { world: { ...world, database_mb, made_s }, reads, saves };
  } finally {
    await opened.close();
    await server?.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function makeWorld(
  opened: OpenedDatabase<Database>,
  lines: number,
  { note }: FigureOptions,
): Promise<LargeWorld> {
  await migrate(opened, { migrations: MIGRATIONS, now: `${TODAY}T08:00:00.000Z` });
  await loadReference(opened.db);
  const { db, reader, engine } = opened;
  await loadDemonstration({ db, reader, engine, now: `${TODAY}T08:00:00.000Z`, today: TODAY, userId: null });
  note("the demonstration is loaded");
  return await growWorld(opened, { lines, copies: COPIES, note });
}

function over(one: number | null, other: number | null): number | null {
  return one === null || other === null ? null : rounded(one / other, 2);
}
