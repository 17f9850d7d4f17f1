import { addDays, dayOfWeek, daysBetween, daysInMonth, splitDate, toIsoDate } from "../calendar.ts";
import type { IsoDate } from "../facts.ts";

/** How long the periods are that figures are told by. */
export const PERIOD_KINDS = ["week", "month", "year"] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number];

/** Both days inside. */
export interface Period {
  from: IsoDate;
  to: IsoDate;
}

/** How many periods a curve has, the one asked included. */
export const CURVE_PERIODS: Readonly<Record<PeriodKind, number>> = { week: 12, month: 13, year: 4 };

/** The week (Monday to Sunday), month or civil year that contains the day. */
export function periodOf(kind: PeriodKind, day: IsoDate): Period {
  const { year, month } = splitDate(day);
  switch (kind) {
    case "week": {
      const from = addDays(day, 1 - dayOfWeek(day));
      return { from, to: addDays(from, 6) };
    }
    case "month":
      return {
        from: toIsoDate({ year, month, day: 1 }),
        to: toIsoDate({ year, month, day: daysInMonth(year, month) }),
      };
    case "year":
      return { from: `${day.slice(0, 4)}-01-01`, to: `${day.slice(0, 4)}-12-31` };
  }
}

/** The period just before. */
export function periodBefore(kind: PeriodKind, { from }: Period): Period {
  return periodOf(kind, addDays(from, -1));
}

/** The period just after. */
export function periodAfter(kind: PeriodKind, { to }: Period): Period {
  return periodOf(kind, addDays(to, 1));
}

/** The last `count` periods that end with the one of the day, oldest first. */
export function periodsUpTo(kind: PeriodKind, day: IsoDate): Period[] {
  const periods = [periodOf(kind, day)];
  while (periods.length < CURVE_PERIODS[kind]) {
    const [first] = periods;
    if (first !== undefined) periods.unshift(periodBefore(kind, first));
  }
  return periods;
}

/**
 * A period that is under way is told up to `today`, and the one before it up to the same day of its own: a week's third
 * day beside a week's third day. One that is over is told whole, beside the whole one before.
 */
export function comparedPeriods(
  kind: PeriodKind,
  { period, today }: { period: Period; today: IsoDate },
): { now: Period; before: Period; underWay: boolean } {
  const before = periodBefore(kind, period);
  const underWay = period.from <= today && today < period.to;
  if (!underWay) return { now: period, before, underWay };
  const days = daysBetween(period.from, today);
  const same = kind === "year" ? sameDayYearBefore(today) : addDays(before.from, days);
  return {
    now: { from: period.from, to: today },
    before: { from: before.from, to: same < before.to ? same : before.to },
    underWay,
  };
}

function sameDayYearBefore(day: IsoDate): IsoDate {
  const { year, month, day: dayOfMonth } = splitDate(day);
  return toIsoDate({ year: year - 1, month, day: Math.min(dayOfMonth, daysInMonth(year - 1, month)) });
}
