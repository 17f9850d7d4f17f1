import { monthOf, monthsOfYear } from "../calendar.ts";
import type { Ratio } from "../cells.ts";
import type { IsoDate, IsoMonth } from "../facts.ts";
import type { Certainty } from "../marks.ts";
import type { Opening } from "../service-days.ts";
import { serviceDaysOf, serviceDaysUpTo } from "../service-days.ts";
import type { Basis, Indicator } from "./indicators.ts";
import { basePredicate, indicatorPredicate } from "./predicate.ts";
import type { FigureCell } from "./shares.ts";
import { sumOf } from "./shares.ts";

/** What one month adds to a rate, with the days its meals are served on. */
export interface ProjectionMonth {
  month: IsoMonth;
  /** What the rate is a share of, cents HT or grams. */
  base: number;
  /** What counts in it. */
  counted: number;
  /** Days of service, a mean over several canteens. */
  serviceDays: number;
  /** Those that are over or under way. */
  elapsedDays: number;
}

/** A year and the years before it, each from January to December, the one just before last. */
export interface ProjectionSeries {
  year: readonly ProjectionMonth[];
  before: readonly (readonly ProjectionMonth[])[];
}

export interface SeriesAsked {
  year: number;
  today: IsoDate;
  /** Of each canteen: the calendar is their mean. */
  openings: readonly Opening[];
  indicator: Indicator;
  certainty: Certainty;
  basis: Basis;
}

/** Years before the one that is projected which are looked at. */
export const YEARS_BEFORE = 2;

/** The months of the year and of the two before it, from their cells. */
export function projectionSeries(
  cellsByMonth: ReadonlyMap<IsoMonth, readonly FigureCell[]>,
  asked: SeriesAsked,
): ProjectionSeries {
  const years = [asked.year - 2, asked.year - 1, asked.year];
  const [oldest = [], before = [], year = []] = years.map((each) =>
    monthsOfYear(each).map((month) => monthOfSeries(month, cellsByMonth.get(month) ?? [], asked)),
  );
  return { year, before: [oldest, before] };
}

/** What counts, over what it is a share of. */
export function addUpMonths(months: readonly ProjectionMonth[]): Ratio {
  return {
    numerator: months.reduce((sum, { counted }) => sum + counted, 0),
    denominator: months.reduce((sum, { base }) => sum + base, 0),
  };
}

function monthOfSeries(
  month: IsoMonth,
  cells: readonly FigureCell[],
  { indicator, certainty, basis, openings, today }: SeriesAsked,
): ProjectionMonth {
  const serviceDays = meanOf(openings, (opening) => serviceDaysOf(opening, month));
  const isUnderWay = month === monthOf(today);
  return {
    month,
    base: sumOf(cells, { predicate: basePredicate(indicator), basis }),
    counted: sumOf(cells, { predicate: indicatorPredicate(indicator, certainty), basis }),
    serviceDays,
    elapsedDays: isUnderWay
      ? meanOf(openings, (opening) => serviceDaysUpTo(opening, today))
      : month < today
        ? serviceDays
        : 0,
  };
}

function meanOf(openings: readonly Opening[], days: (opening: Opening) => number): number {
  const counts = new Map<Opening, number>();
  for (const opening of openings) counts.set(opening, (counts.get(opening) ?? 0) + 1);
  let sum = 0;
  for (const [opening, count] of counts) sum += days(opening) * count;
  return openings.length === 0 ? 0 : sum / openings.length;
}
