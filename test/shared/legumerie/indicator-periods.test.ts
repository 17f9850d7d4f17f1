import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "../../../shared/calendar.ts";
import {
  comparedPeriods,
  PERIOD_KINDS,
  periodAfter,
  periodBefore,
  periodOf,
  periodsUpTo,
} from "../../../shared/legumerie/indicator-periods.ts";

test("a day's week begins on Monday, its month and year on the first", () => {
  expect(periodOf("week", "2027-01-03")).toEqual({ from: "2026-12-28", to: "2027-01-03" });
  expect(periodOf("month", "2028-02-10")).toEqual({ from: "2028-02-01", to: "2028-02-29" });
  expect(periodOf("year", "2026-11-26")).toEqual({ from: "2026-01-01", to: "2026-12-31" });
});

test("periods follow one another without a gap, both ways", () => {
  fc.assert(
    fc.property(fc.constantFrom(...PERIOD_KINDS), fc.integer({ min: 0, max: 9_000 }), (kind, days) => {
      const period = periodOf(kind, addDays("2010-01-01", days));
      expect(addDays(periodBefore(kind, period).to, 1)).toBe(period.from);
      expect(periodBefore(kind, periodAfter(kind, period))).toEqual(period);
      expect(periodsUpTo(kind, period.to).at(-1)).toEqual(period);
    }),
    { numRuns: 100 },
  );
});

test.each([
  ["week", "2026-11-25", { from: "2026-11-23", to: "2026-11-25" }, { from: "2026-11-16", to: "2026-11-18" }],
  ["month", "2026-03-31", { from: "2026-03-01", to: "2026-03-31" }, { from: "2026-02-01", to: "2026-02-28" }],
  ["month", "2026-03-30", { from: "2026-03-01", to: "2026-03-30" }, { from: "2026-02-01", to: "2026-02-28" }],
  ["year", "2028-02-29", { from: "2028-01-01", to: "2028-02-29" }, { from: "2027-01-01", to: "2027-02-28" }],
] as const)("a %s under way on %s is compared up to the same day", (kind, today, now, before) => {
  expect(comparedPeriods(kind, { period: periodOf(kind, today), today })).toMatchObject({ now, before });
});

test("a period that is over is told whole", () => {
  const period = periodOf("month", "2026-03-10");
  expect(comparedPeriods("month", { period, today: "2026-11-26" })).toEqual({
    now: period,
    before: { from: "2026-02-01", to: "2026-02-28" },
    underWay: false,
  });
});
