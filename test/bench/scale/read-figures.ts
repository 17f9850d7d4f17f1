import type { Kysely } from "kysely";
import type { Database } from "../../../db/database.ts";
import type { OpenedDatabase } from "../../../db/open.ts";
import { listCells, raiseCubeVersion } from "../../../db/queries/cells.ts";
import { behindWall } from "../../../db/wall.ts";
import { readCanteenDashboard, readTerritoryDashboard } from "../../../server/actions/read-figures.ts";
import { readFigureLines } from "../../../server/actions/read-lines.ts";
import type { Id } from "../../../shared/ids.ts";
import { yearRange } from "../../../shared/periods.ts";
import { yearlyAmounts } from "../../../shared/yearly-form/amounts.ts";
import { median, rounded } from "../../support/figures.ts";
import type { Timed } from "./measure.ts";
import { timed } from "./measure.ts";
import { rawSummary } from "./raw-summary.ts";

export interface ReadFigures {
  summary: { cells: Timed; raw: Timed; ratio: number | null; different_amounts: number };
  /** Asked again and again, nothing changing. */
  territory: Timed;
  /** Each time after the cells of one of its canteens have changed. */
  territory_changed: Timed;
  canteen: Timed;
  /** The canteen's dashboard without PostgreSQL's own wall; null: an engine that has none. */
  canteen_unwalled: Timed | null;
  drill_down_canteen: Timed;
  drill_down_territory: Timed;
  /** Two words of a line's name, the second first: of a canteen whatever the day, of the territory's year. */
  words_canteen: Timed;
  words_territory: Timed;
}

/** What is read of a large world; `year` is a whole year of it. */
export async function measureReads(
  { db, reader }: Pick<OpenedDatabase<Database>, "db" | "reader">,
  { canteenIds, year, today, runs }: { canteenIds: readonly Id[]; year: number; today: string; runs: number },
): Promise<ReadFigures> {
  const range = yearRange(year);
  const some = (run: number) => canteenIds[(run * 37) % canteenIds.length] ?? "";
  const summary = async (canteenId: Id) =>
    yearlyAmounts(await listCells(reader, { canteenIds: [canteenId], ...range }), year);
  const different = await differences(reader, { canteenId: some(1), year, ours: await summary(some(1)) });
  const cells = await timed(runs, (run) => summary(some(run)));
  const raw = await timed(Math.min(runs, 15), (run) => rawSummary(reader, { canteenId: some(run), year }), 2);
  // As procedures read: behind the wall, where there is one.
  const of = (canteenId: Id) => behindWall(reader, { canteenId });
  const many = behindWall(reader, "many");
  const drill = (db: Kysely<Database>, ids: readonly Id[]) =>
    readFigureLines(db, ids, { from: range.fromMonth, to: range.toMonth, indicator: "LOCAL" });
  const asked = { range, basis: "value", today } as const;
  const names = await listNames(reader);
  const wordsOf = (run: number) => names[(run * 37) % names.length] ?? "";
  return {
    summary: { cells, raw, ratio: over(raw, cells), different_amounts: different },
    territory: await timed(runs, () => readTerritoryDashboard(many, canteenIds, asked)),
    territory_changed: await timed(
      runs,
      () => readTerritoryDashboard(many, canteenIds, asked),
      2,
      (run) => raiseCubeVersion(db, some(run)),
    ),
    canteen: await timed(runs, (run) => readCanteenDashboard(of(some(run)), some(run), asked)),
    canteen_unwalled:
      many === reader ? null : await timed(runs, (run) => readCanteenDashboard(reader, some(run), asked)),
    drill_down_canteen: await timed(runs, (run) => drill(of(some(run)), [some(run)])),
    drill_down_territory: await timed(Math.min(runs, 30), () => drill(many, canteenIds), 2),
    words_canteen: await timed(runs, (run) =>
      readFigureLines(of(some(run)), [some(run)], { text: wordsOf(run) }),
    ),
    words_territory: await timed(runs, (run) =>
      readFigureLines(many, canteenIds, {
        from: range.fromMonth,
        to: range.toMonth,
        text: wordsOf(run),
      }),
    ),
  };
}

/** Of every name that lines have, its first two words, the second first. */
async function listNames(reader: Kysely<Database>): Promise<string[]> {
  const rows = await reader.selectFrom("line_texts").select("search").distinct().orderBy("search").execute();
  return rows.map(({ search }) => search.split(" ").slice(0, 2).toReversed().join(" "));
}

async function differences(
  reader: Kysely<Database>,
  { canteenId, year, ours }: { canteenId: Id; year: number; ours: Awaited<ReturnType<typeof yearlyAmounts>> },
): Promise<number> {
  const raw = await rawSummary(reader, { canteenId, year });
  return [...raw].filter(([name, amount]) => (ours.declared[name] ?? 0) !== amount).length;
}

function over(one: Timed, other: Timed): number | null {
  const [above, below] = [one, other].map(({ median_ms }) => median_ms ?? median([]));
  return above == null || below == null ? null : rounded(above / below, 1);
}
