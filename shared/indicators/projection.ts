import { monthOf } from "../calendar.ts";
import type { Ratio } from "../cells.ts";
import type { IsoDate, IsoMonth } from "../facts.ts";
import type { ProjectionMonth, ProjectionSeries } from "./projection-months.ts";
import { addUpMonths } from "./projection-months.ts";
import type { ExpectedRate, ProjectionTuning } from "./projection-replays.ts";
import { replayYear, TUNING } from "./projection-replays.ts";

/** Where the cumulative rate is, or is expected, at the end of a month. */
export interface ProjectionPoint {
  month: IsoMonth;
  /** Service days of the year up to there: the scale of the school calendar. */
  daysUpTo: number;
  /** As bought so far; null: the month has not begun. */
  known: Ratio | null;
  /** Null: the month is over. */
  expected: ExpectedRate | null;
}

export interface Projection {
  soFar: Ratio;
  /** What is still to be bought until 31 December, in the unit of the base. */
  remaining: number;
  /** The share expected of what remains, basis points; null: nothing remains. */
  remainingBp: number | null;
  /** The rate at 31 December. */
  final: ExpectedRate;
  points: readonly ProjectionPoint[];
}

const MONTHS_IN_YEAR = 12;
const BASIS_POINTS = 10_000;

/**
 * The rate at 31 December. What remains to be bought: the service days left, at this year's pace a day, each month
 * as much above or under the pace as in earlier years. Its share: this year's, drawn towards last year's.
 * Null: nothing was bought, this year or the year before.
 */
export function projectYear(
  { year, before }: ProjectionSeries,
  today: IsoDate,
  tuning: ProjectionTuning = TUNING,
): Projection | null {
  const lastYear = before.at(-1) ?? [];
  const soFar = addUpMonths(year);
  const level = expectedShare(soFar, addUpMonths(lastYear), tuning);
  if (level === null) return null;
  const remaining = remainingByMonth(year, before, tuning);
  const replays = replayYear({ year, lastYear, remaining, level, tuning });
  const total = remaining.reduce((sum, base) => sum + base, 0);
  const points = pointsOf(year, { remaining, replays, thisMonth: monthOf(today) });
  return {
    soFar,
    remaining: total,
    remainingBp: total === 0 ? null : Math.round(level * BASIS_POINTS),
    final: points.findLast(({ expected }) => expected !== null)?.expected ?? certain(soFar),
    points,
  };
}

/** What is expected to be bought still in each month, rounded; 0 for what is over. */
export function remainingByMonth(
  year: readonly ProjectionMonth[],
  before: readonly (readonly ProjectionMonth[])[],
  { daysAtUsualPace }: ProjectionTuning = TUNING,
): number[] {
  const habits = year.map((_, index) => habitOf(index, before, daysAtUsualPace));
  const pastDays = year.reduce((sum, { elapsedDays }, index) => sum + elapsedDays * (habits[index] ?? 1), 0);
  const last = before.at(-1) ?? [];
  const lastDays = last.reduce((sum, { serviceDays }, index) => sum + serviceDays * (habits[index] ?? 1), 0);
  const begun = year.filter(({ elapsedDays }) => elapsedDays > 0);
  const bought = addUpMonths(begun).denominator;
  const pace =
    pastDays > 0 && bought > 0 ? bought / pastDays : addUpMonths(last).denominator / Math.max(1, lastDays);
  return year.map(({ serviceDays, elapsedDays, base }, index) => {
    const expected = pace * (serviceDays - elapsedDays) * (habits[index] ?? 1);
    // What is already entered for a month to come is part of what is expected of it.
    const entered = elapsedDays === 0 ? base : 0;
    return Math.max(0, Math.round(expected - entered));
  });
}

/** How a calendar month's pace stands to its year's, over the years known: 1 is the same. */
function habitOf(
  index: number,
  before: readonly (readonly ProjectionMonth[])[],
  daysAtUsualPace: number,
): number {
  let daysAtPace = 0;
  let days = 0;
  for (const year of before) {
    const month = year[index];
    const total = addUpMonths(year).denominator;
    const daysOfYear = year.reduce((sum, { serviceDays }) => sum + serviceDays, 0);
    if (month === undefined || total <= 0 || daysOfYear === 0) continue;
    daysAtPace += (month.base * daysOfYear) / total;
    days += month.serviceDays;
  }
  return Math.max(0, daysAtPace + daysAtUsualPace) / Math.max(1, days + daysAtUsualPace);
}

/** Share expected of what remains, from 0 to 1; null: nothing to go by. */
function expectedShare(soFar: Ratio, lastYear: Ratio, tuning: ProjectionTuning): number | null {
  const weight = (Math.max(0, lastYear.denominator) * tuning.monthsOfLastYear) / MONTHS_IN_YEAR;
  const base = Math.max(0, soFar.denominator) + weight;
  if (base === 0) return null;
  const ofLastYear = weight === 0 ? 0 : lastYear.numerator / lastYear.denominator;
  return Math.min(1, Math.max(0, (soFar.numerator + weight * ofLastYear) / base));
}

/** Each month's end: what is known of it, and what is expected from the month of today on. */
function pointsOf(
  year: readonly ProjectionMonth[],
  {
    remaining,
    replays,
    thisMonth,
  }: { remaining: readonly number[]; replays: readonly ExpectedRate[]; thisMonth: IsoMonth },
): ProjectionPoint[] {
  return year.map(({ month }, index) => {
    const upTo = year.slice(0, index + 1);
    const anyRemains = remaining.slice(0, index + 1).some((base) => base > 0);
    return {
      month,
      daysUpTo: upTo.reduce((sum, { serviceDays }) => sum + serviceDays, 0),
      known: month > thisMonth ? null : addUpMonths(upTo),
      expected: anyRemains ? (replays[index] ?? null) : null,
    };
  });
}

function certain({ numerator, denominator }: Ratio): ExpectedRate {
  const bp = denominator <= 0 ? 0 : Math.round((numerator * BASIS_POINTS) / denominator);
  return { lowBp: bp, middleBp: bp, highBp: bp };
}
