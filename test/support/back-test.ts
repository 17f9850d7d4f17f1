import { daysInMonth } from "../../shared/calendar.ts";
import type { IsoMonth } from "../../shared/facts.ts";
import type { Indicator } from "../../shared/indicators/indicators.ts";
import type { Projection } from "../../shared/indicators/projection.ts";
import { projectYear } from "../../shared/indicators/projection.ts";
import type { ProjectionSeries } from "../../shared/indicators/projection-months.ts";
import { addUpMonths, projectionSeries } from "../../shared/indicators/projection-months.ts";
import type { ProjectionTuning } from "../../shared/indicators/projection-replays.ts";
import type { FigureCell } from "../../shared/indicators/shares.ts";
import type { Opening } from "../../shared/service-days.ts";

/** One forecast of a year that is over, made at the end of one of its months. */
export interface BackTest {
  /** 1 January to 11 November: the month at whose end it was made. */
  month: number;
  /** Points of percentage away from the rate the year ended with. */
  error: number;
  /** The same for who takes the rate of the day for that of the year. */
  naiveError: number;
  isCovered: boolean;
  /** Points between the two ends of the range. */
  width: number;
  /** How far the spend of the year was off, percent of it. */
  remainingError: number;
}

/** Forecasts at the end of January to November of a year that is over; none when nothing was bought. */
export function backTest(
  cells: ReadonlyMap<IsoMonth, readonly FigureCell[]>,
  {
    year,
    indicator,
    opening,
    tuning,
  }: { year: number; indicator: Indicator; opening: Opening; tuning?: ProjectionTuning },
): BackTest[] {
  const asked = { year, openings: [opening], indicator, certainty: "strict", basis: "value" } as const;
  const whole = projectionSeries(cells, { ...asked, today: `${year}-12-31` });
  const end = addUpMonths(whole.year);
  if (end.denominator <= 0) return [];
  return Array.from({ length: 11 }, (_, index) => {
    const today = `${year}-${String(index + 1).padStart(2, "0")}-${daysInMonth(year, index + 1)}`;
    const series = upTo(projectionSeries(cells, { ...asked, today }), index);
    const projection = projectYear(series, today, tuning);
    return projection === null ? null : compare(projection, { month: index + 1, end });
  }).filter((each) => each !== null);
}

/** What was known at the end of the month: nothing of those after it. */
function upTo({ year, before }: ProjectionSeries, last: number): ProjectionSeries {
  return { before, year: year.map((month, at) => (at <= last ? month : { ...month, base: 0, counted: 0 })) };
}

function compare(
  { soFar, final, remaining }: Projection,
  { month, end }: { month: number; end: { numerator: number; denominator: number } },
): BackTest {
  const truth = (end.numerator / end.denominator) * 100;
  const naive = soFar.denominator > 0 ? (soFar.numerator / soFar.denominator) * 100 : 0;
  return {
    month,
    error: Math.abs(final.middleBp / 100 - truth),
    naiveError: Math.abs(naive - truth),
    isCovered: final.lowBp / 100 <= truth && truth <= final.highBp / 100,
    width: (final.highBp - final.lowBp) / 100,
    remainingError: (Math.abs(soFar.denominator + remaining - end.denominator) / end.denominator) * 100,
  };
}
