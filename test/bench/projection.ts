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
import type { FigureCell } from "../../shared/indicators/shares.ts";
import type { BackTest } from "../support/back-test.ts";
import { backTest } from "../support/back-test.ts";
import type { FigureOptions, Figures } from "../support/figures.ts";
import { median, rounded } from "../support/figures.ts";

export const summary =
  "the rate at 31 December told at the end of each month of the demonstration's past years, beside the rate of the day";

const ROOT = dirname(dirname(import.meta.dirname));
/** Years that are over and have one before them. */
const YEARS = [2024, 2025];
/** The range says eight times in ten. */
const COVERAGE = { atLeast: 75, atMost: 90 };

/** Every canteen, indicator and year: how far the projection was, and how often its range held. */
export async function run(options: FigureOptions): Promise<Figures> {
  const folder = await mkdtemp(join(tmpdir(), "bonnepart-projection-"));
  try {
    options.note("loading the demonstration");
    const words = ["--import", "./server/cli/guard.mjs", "server/cli/cli.ts", "demo"];
    await promisify(execFile)(process.execPath, words, {
      cwd: ROOT,
      env: { ...process.env, DATA_DIR: folder },
    });
    const { tests, milliseconds } = await backTestAll(join(folder, "bonnepart.sqlite"));
    const all = figuresOf(tests);
    return {
      counted:
        "points of percentage between the rate told and the rate the year ended with, strict, by value; " +
        "naive: the cumulative rate of the day",
      years: YEARS,
      canteens: DEMO_CANTEENS.length,
      indicators: INDICATORS.length,
      forecasts: tests.length,
      ...all,
      median_ms_a_projection: rounded(median(milliseconds), 2),
      by_month: Array.from({ length: 11 }, (_, index) => ({
        month: index + 1,
        ...figuresOf(tests.filter(({ month }) => month === index + 1)),
      })),
      by_indicator: Object.fromEntries(
        INDICATORS.map((indicator) => [
          indicator,
          figuresOf(tests.filter((each) => each.indicator === indicator)),
        ]),
      ),
      bars: [
        { name: "mean error over the naive one", value: all.error_over_naive, atMost: 0.9 },
        { name: "range holds, percent", value: all.coverage_percent, ...COVERAGE },
      ],
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

type Told = BackTest & { indicator: string };

async function backTestAll(url: string): Promise<{ tests: Told[]; milliseconds: number[] }> {
  const opened = await openDatabase<Database>({ url });
  const tests: Told[] = [];
  const milliseconds: number[] = [];
  try {
    for (const { id, opening } of DEMO_CANTEENS) {
      const rows = await listMonthCells(opened.reader, { canteenIds: [id], fromMonth: null, toMonth: null });
      const cells = Map.groupBy(rows, ({ month }) => month) as Map<IsoMonth, FigureCell[]>;
      for (const year of YEARS)
        for (const indicator of INDICATORS) {
          const start = performance.now();
          const told = backTest(cells, {
            year,
            indicator,
            opening: opening === "OFFICE" ? "WEEKDAYS" : "SCHOOL",
          });
          milliseconds.push((performance.now() - start) / Math.max(1, told.length));
          tests.push(...told.map((each) => ({ ...each, indicator })));
        }
    }
  } finally {
    await opened.close();
  }
  return { tests, milliseconds };
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
