import type { Random } from "../random.ts";
import { createRandom } from "../random.ts";
import type { ProjectionMonth } from "./projection-months.ts";

/** A rate to come, basis points: eight chances in ten between the two ends. */
export interface ExpectedRate {
  lowBp: number;
  middleBp: number;
  highBp: number;
}

export interface Replayed {
  year: readonly ProjectionMonth[];
  lastYear: readonly ProjectionMonth[];
  /** What remains to be bought in each month of the year. */
  remaining: readonly number[];
  /** Share expected of it, from 0 to 1. */
  level: number;
  tuning: ProjectionTuning;
}

/** What the projection believes beside this year's purchases. */
export interface ProjectionTuning {
  /** Last year's rate weighs as much as this many of its months. */
  monthsOfLastYear: number;
  /** What earlier years say of a month is believed against this many days at the usual pace. */
  daysAtUsualPace: number;
}

/** The best of `bench -- projection` on half of the demonstration's canteens in 2024; its error is told of the others in 2025. */
export const TUNING: ProjectionTuning = { monthsOfLastYear: 3, daysAtUsualPace: 20 };
const REPLAYS = 400;
/** One chance in ten under the range, one above. */
const TAIL = 0.1;
/** A month of less than this share of a mean one says nothing of how months differ. */
const LEAST_OF_A_MEAN_MONTH = 0.25;
const BASIS_POINTS = 10_000;

/**
 * The end of the year played 400 times, always with the same draws. Each time the level is counted anew from months
 * drawn among those known, and every month to come differs from it as a month drawn among them differed from its year.
 * One range a month of the year, of the cumulative rate at its end.
 */
export function replayYear(replayed: Replayed): ExpectedRate[] {
  const { year, remaining, level } = replayed;
  const draw = levelDraw(replayed);
  const differences = differencesOf(replayed);
  const random = createRandom("projection");
  const rates: number[][] = year.map(() => []);
  for (let replay = 0; replay < REPLAYS; replay++) {
    const drawn = draw(random);
    let [counted, base] = [0, 0];
    for (const [index, month] of year.entries()) {
      const still = remaining[index] ?? 0;
      const difference = still === 0 || differences.length === 0 ? 0 : pickOf(differences, random);
      counted += month.counted + still * Math.min(1, Math.max(0, drawn + difference));
      base += month.base + still;
      rates[index]?.push(base > 0 ? counted / base : 0);
    }
  }
  const middles = middlesOf(year, remaining, level);
  return rates.map((each, index) => rangeOf(each, middles[index] ?? 0));
}

/** The level counted anew: as many months as this year has, and last year's weight, drawn with return. */
function levelDraw({ year, lastYear, level, tuning }: Replayed): (random: Random) => number {
  const now = year.filter(({ base, elapsedDays }) => base > 0 && elapsedDays > 0);
  const before = lastYear.filter(({ base }) => base > 0);
  const weightNow = baseOf(now);
  const weightBefore = (baseOf(before) * tuning.monthsOfLastYear) / Math.max(1, lastYear.length);
  return (random) => {
    if (weightNow + weightBefore === 0) return level;
    const drawnNow = drawnShare(now, now.length, random);
    const drawnBefore = drawnShare(before, tuning.monthsOfLastYear, random);
    return (weightNow * drawnNow + weightBefore * drawnBefore) / (weightNow + weightBefore);
  };
}

function drawnShare(months: readonly ProjectionMonth[], draws: number, random: Random): number {
  if (months.length === 0) return 0;
  let [counted, base] = [0, 0];
  for (let index = 0; index < draws; index++) {
    const month = pickOf(months, random);
    counted += month.counted;
    base += month.base;
  }
  return base > 0 ? counted / base : 0;
}

/** How far the share of each month that is large enough stood from its year's. */
function differencesOf({ year, lastYear }: Replayed): number[] {
  const years = [year.filter(({ elapsedDays }) => elapsedDays > 0), lastYear];
  const bought = years.flat().filter(({ base }) => base > 0);
  const least = (baseOf(bought) / Math.max(1, bought.length)) * LEAST_OF_A_MEAN_MONTH;
  return years.flatMap((months) => {
    const whole = baseOf(months);
    const share = months.reduce((sum, { counted }) => sum + counted, 0) / whole;
    return months
      .filter(({ base }) => base > 0 && base >= least && whole > 0)
      .map(({ base, counted }) => counted / base - share);
  });
}

/** The rate at each month's end when all that remains has the expected share. */
function middlesOf(year: readonly ProjectionMonth[], remaining: readonly number[], level: number): number[] {
  let [counted, base] = [0, 0];
  return year.map((month, index) => {
    const still = remaining[index] ?? 0;
    counted += month.counted + still * level;
    base += month.base + still;
    return base > 0 ? counted / base : 0;
  });
}

function rangeOf(rates: readonly number[], middle: number): ExpectedRate {
  const sorted = rates.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.round((sorted.length - 1) * share)] ?? middle;
  return {
    lowBp: Math.round(Math.min(at(TAIL), middle) * BASIS_POINTS),
    middleBp: Math.round(middle * BASIS_POINTS),
    highBp: Math.round(Math.max(at(1 - TAIL), middle) * BASIS_POINTS),
  };
}

function baseOf(months: readonly ProjectionMonth[]): number {
  return months.reduce((sum, { base }) => sum + base, 0);
}

function pickOf<Item>(items: readonly Item[], random: Random): Item {
  return items[random.below(items.length)] as Item;
}
