import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Database } from "../../db/database.ts";
import { MIGRATIONS } from "../../db/migrations/list.ts";
import { migrate } from "../../db/migrator.ts";
import { openDatabase } from "../../db/open.ts";
import { raiseCubeVersion } from "../../db/queries/cells.ts";
import type { ActionContext } from "../../server/action-context.ts";
import { loadReference } from "../../server/actions/load-reference.ts";
import { readCanteenDashboard, readTerritoryDashboard } from "../../server/actions/read-figures.ts";
import { saveLocalDefinition } from "../../server/actions/save-local-definition.ts";
import { DEMO_ORGANISATION_ID } from "../../server/demo/accounts.ts";
import { loadDemonstration } from "../../server/demo/load.ts";
import type { Id } from "../../shared/ids.ts";
import { yearRange } from "../../shared/periods.ts";
import type { FigureOptions, Figures } from "../support/figures.ts";
import { rounded } from "../support/figures.ts";
import { growWorld } from "../support/large-world.ts";
import type { Timed } from "./scale/measure.ts";
import { described, timed } from "./scale/measure.ts";

export const summary =
  "every line classified anew in the process that answers, dashboards read meanwhile (--lines N, 1 million by default)";

const TODAY = "2026-11-26";
const COPIES = 5;
const RUNS = 200;
const WARM_UP = 10;
/** A person looks a moment before the next question. */
const PAUSE_MS = 25;

/** Dashboards of canteens and of the territory in turns: alone, then while every line is classified anew. */
export async function run(options: FigureOptions): Promise<Figures> {
  const folder = await mkdtemp(join(tmpdir(), "bonnepart-reclassify-"));
  const opened = await openDatabase<Database>({ url: join(folder, "bonnepart.sqlite") });
  try {
    await migrate(opened, { migrations: MIGRATIONS, now: `${TODAY}T08:00:00.000Z` });
    await loadReference(opened.db);
    const ctx: ActionContext = { ...opened, now: `${TODAY}T08:00:00.000Z`, today: TODAY, userId: null };
    await loadDemonstration(ctx);
    const world = await growWorld(opened, {
      lines: options.number("lines", 1_000_000),
      copies: COPIES,
      note: options.note,
    });
    const definition = await opened.reader
      .selectFrom("local_definitions")
      .select(["id", "valid_from"])
      .where("organisation_id", "=", DEMO_ORGANISATION_ID)
      .orderBy("valid_from")
      .executeTakeFirstOrThrow();
    const look = dashboards(ctx, world.canteenIds);
    const idle = await timed(
      RUNS,
      async (index) => await look(index),
      WARM_UP,
      // As on a working day: what was reckoned of the territory before is no longer so.
      (index) => raiseCubeVersion(opened.db, world.canteenIds[(index * 11) % world.canteenIds.length] ?? ""),
    );
    options.note(`idle p95 ${idle.p95_ms} ms`);
    const start = performance.now();
    let working = true;
    // « Local » becomes something else for every line since the first definition.
    const job = saveLocalDefinition(ctx, {
      id: definition.id,
      organisationId: DEMO_ORGANISATION_ID,
      input: { validFrom: definition.valid_from, scope: "KM", radiusM: 30_000 },
    }).finally(() => {
      working = false;
    });
    const times: number[] = [];
    for (let index = 0; working; index++) {
      const asked = performance.now();
      await look(index);
      times.push(performance.now() - asked);
      await sleep(PAUSE_MS);
    }
    const outcome = await job;
    const moved = outcome.saved ? outcome.moved : null;
    const seconds = (performance.now() - start) / 1000;
    const during = described(times);
    return {
      counted: `${world.lines} lines; a dashboard each ${PAUSE_MS} ms, canteens and territory in turns, from the question to the answer; « idle »: the figures of one canteen change before each`,
      idle,
      during,
      moved,
      job_s: rounded(seconds),
      lines_per_second: Math.round(world.lines / seconds),
      bars: [
        {
          name: "dashboards while lines are classified anew, p95 / idle",
          value: over(during, idle),
          atMost: 2,
        },
      ],
    };
  } finally {
    await opened.close();
    await rm(folder, { recursive: true, force: true });
  }
}

function dashboards(ctx: ActionContext, canteenIds: readonly Id[]) {
  const asked = { range: yearRange(2025), basis: "value", today: TODAY } as const;
  return async (index: number) => {
    if (index % 4 === 0) await readTerritoryDashboard(ctx.reader, canteenIds, asked);
    else await readCanteenDashboard(ctx.reader, canteenIds[(index * 37) % canteenIds.length] ?? "", asked);
  };
}

function over(one: Timed, other: Timed): number | null {
  return one.p95_ms === null || other.p95_ms === null ? null : rounded(one.p95_ms / other.p95_ms, 2);
}
