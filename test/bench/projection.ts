import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import type { Database } from "../../db/database.ts";
import { openDatabase } from "../../db/open.ts";
import { listMonthCells } from "../../db/queries/month-cells.ts";
import { DEMO_CANTEENS } from "../../server/demo/canteens.ts";
import type { IsoMonth } from "../../shared/facts.ts";
import { INDICATORS } from "../../shared/indicators/indicators.ts";
import type { ProjectionTuning } from "../../shared/indicators/projection-replays.ts";
import { TUNING } from "../../shared/indicators/projection-replays.ts";
import type { FigureCell } from "../../shared/indicators/shares.ts";
import type { Opening } from "../../shared/service-days.ts";
import type { BackTest } from "../support/back-test.ts";
import { backTest } from "../support/back-test.ts";
import type { FigureOptions, Figures } from "../support/figures.ts";
import { rounded } from "../support/figures.ts";

export const summary =
  "the rate at 31 December told at the end of each month of the demonstration's past years, beside the rate of the day";

const ROOT = dirname(dirname(import.meta.dirname));
/** Years that are over and have one before them: what is chosen on one is told of the other. */
const [CHOICE_YEAR, TOLD_YEAR] = [2024, 2025];
/** The range says eight times in ten. */
const COVERAGE = { atLeast: 75, atMost: 90 };
const GRID = { monthsOfLastYear: [0, 1, 2, 3, 4, 6, 9, 12], daysAtUsualPace: [5, 20, 80] };

/** Constants chosen on every other canteen in one year; errors told of the other canteens in the next. */
export async function run(options: FigureOptions): Promise<Figures> {
  const folder = await mkdtemp(join(tmpdir(), "bonnepart-projection-"));
  try {
    options.note("loading the demonstration");
    const words = ["--import", "./server/cli/guard.mjs", "server/cli/cli.ts", "demo"];
    await promisify(execFile)(process.execPath, words, {
      cwd: ROOT,
      env: { ...process.env, DATA_DIR: folder },
    });
    const canteens = await readCanteens(join(folder, "bonnepart.sqlite"));
    const choiceCanteens = canteens.filter((_, index) => index % 2 === 0);
    const toldCanteens = canteens.filter((_, index) => index % 2 === 1);
    options.note("choosing the constants");
    const tried = GRID.monthsOfLastYear.flatMap((monthsOfLastYear) =>
      GRID.daysAtUsualPace.map((daysAtUsualPace) => {
        const tuning = { monthsOfLastYear, daysAtUsualPace };
        const { mean_error_points } = figuresOf(backTestAll(choiceCanteens, CHOICE_YEAR, tuning));
        return { ...tuning, mean_error_points };
      }),
    );
    const chosen = tried.toSorted((a, b) => (a.mean_error_points ?? 0) - (b.mean_error_points ?? 0))[0];
    options.note("telling the errors");
    const start = performance.now();
    const heldOut = backTestAll(toldCanteens, TOLD_YEAR, TUNING);
    const milliseconds = (performance.now() - start) / Math.max(1, heldOut.length);
    const told = figuresOf(heldOut);
    return {
      counted:
        "points of percentage between the rate told and the rate the year ended with, strict, by value; " +
        "naive: the cumulative rate of the day",
      constants: TUNING,
      chosen_on: { canteens: choiceCanteens.length, year: CHOICE_YEAR, best: chosen, tried },
      in_sample: figuresOf(backTestAll(choiceCanteens, CHOICE_YEAR, TUNING)),
      held_out: { canteens: toldCanteens.length, year: TOLD_YEAR, forecasts: heldOut.length, ...told },
      held_out_january_to_august: figuresOf(heldOut.filter(({ month }) => month < 9)),
      held_out_from_september: figuresOf(heldOut.filter(({ month }) => month >= 9)),
      ms_a_forecast: rounded(milliseconds, 2),
      held_out_by_month: Array.from({ length: 11 }, (_, index) => ({
        month: index + 1,
        ...figuresOf(heldOut.filter(({ month }) => month === index + 1)),
      })),
      held_out_by_indicator: Object.fromEntries(
        INDICATORS.map((indicator) => [
          indicator,
          figuresOf(heldOut.filter((each) => each.indicator === indicator)),
        ]),
      ),
      bars: [
        { name: "held out: mean error over the naive one", value: told.error_over_naive, atMost: 0.9 },
        { name: "held out: range holds, percent", value: told.coverage_percent, ...COVERAGE },
        {
          name: "constants worse than the best of those tried, points",
          value: rounded(
            (tried.find(
              (each) =>
                each.monthsOfLastYear === TUNING.monthsOfLastYear &&
                each.daysAtUsualPace === TUNING.daysAtUsualPace,
            )?.mean_error_points ?? Infinity) - (chosen?.mean_error_points ?? 0),
            2,
          ),
          atMost: 0.02,
        },
      ],
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

type Told = BackTest & { indicator: string };

interface Bought {
  opening: Opening;
  cells: ReadonlyMap<IsoMonth, FigureCell[]>;
}

async function readCanteens(url: string): Promise<Bought[]> {
  const opened = await openDatabase<Database>({ url });
  try {
    const canteens: Bought[] = [];
    for (const { id, opening } of DEMO_CANTEENS) {
      const rows = await listMonthCells(opened.reader, { canteenIds: [id], fromMonth: null, toMonth: null });
      canteens.push({
        opening: opening === "OFFICE" ? "WEEKDAYS" : "SCHOOL_B",
        cells: Map.groupBy(rows, ({ month }) => month) as Map<IsoMonth, FigureCell[]>,
      });
    }
    return canteens;
  } finally {
    await opened.close();
  }
}

function backTestAll(canteens: readonly Bought[], year: number, tuning: ProjectionTuning): Told[] {
  return canteens.flatMap(({ cells, opening }) =>
    INDICATORS.flatMap((indicator) =>
      backTest(cells, { year, indicator, opening, tuning }).map((each) => ({ ...each, indicator })),
    ),
  );
}

function figuresOf(tests: readonly BackTest[]) {
  const mean = (value: (test: BackTest) => number): number =>
    tests.reduce((sum, test) => sum + value(test), 0) / Math.max(1, tests.length);
  const [error, naive] = [mean((test) => test.error), mean((test) => test.naiveError)];
  return {
    mean_error_points: rounded(error, 2),
    naive_error_points: rounded(naive, 2),
    error_over_naive: rounded(error / naive, 3),
    coverage_percent: rounded(mean(({ isCovered }) => (isCovered ? 100 : 0))),
    mean_width_points: rounded(
      mean(({ width }) => width),
      1,
    ),
    mean_spend_error_percent: rounded(mean(({ remainingError }) => remainingError)),
  };
}
