import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { monthsOfYear } from "../../../shared/calendar.ts";
import type { Projection } from "../../../shared/indicators/projection.ts";
import { projectYear, remainingByMonth } from "../../../shared/indicators/projection.ts";
import type { ProjectionMonth } from "../../../shared/indicators/projection-months.ts";
import { projectionSeries } from "../../../shared/indicators/projection-months.ts";
import { outlookOf } from "../../../shared/indicators/projection-target.ts";
import type { FigureCell } from "../../../shared/indicators/shares.ts";

const TODAY = "2026-06-30";

/** A year of ten days a month, bought up to a month. */
function aYear(
  year: number,
  months: readonly (readonly [base: number, counted: number])[],
): ProjectionMonth[] {
  return monthsOfYear(year).map((month, index) => {
    const [base, counted] = months[index] ?? [0, 0];
    return { month, base, counted, serviceDays: 10, elapsedDays: index < months.length ? 10 : 0 };
  });
}

function halfYear(base = 100_00, counted = 30_00): ProjectionMonth[] {
  return aYear(
    2026,
    Array.from({ length: 6 }, () => [base, counted] as const),
  );
}

function projected(year: readonly ProjectionMonth[], before: readonly ProjectionMonth[][] = []): Projection {
  const projection = projectYear({ year, before }, TODAY);
  if (projection === null) throw new Error("nothing to go by");
  return projection;
}

describe("the projection of a year", () => {
  test("months that are all alike go on as they are, without doubt", () => {
    const { soFar, remaining, remainingBp, final } = projected(halfYear());
    expect(soFar).toEqual({ numerator: 180_00, denominator: 600_00 });
    expect([remaining, remainingBp]).toEqual([600_00, 3000]);
    expect(final).toEqual({ lowBp: 3000, middleBp: 3000, highBp: 3000 });
  });

  test("last year's rate weighs as three of its months", () => {
    const before = aYear(
      2025,
      Array.from({ length: 12 }, () => [100_00, 60_00] as const),
    );
    expect(projected(halfYear(), [before]).remainingBp).toBe(4000);
  });

  test("what remains counts for no more than itself, whatever credit notes made of the months", () => {
    expect(projected(halfYear(100_00, 150_00)).remainingBp).toBe(10_000);
    expect(projected(halfYear(100_00, -50_00)).remainingBp).toBe(0);
  });

  test("a year that is over is told as it was", () => {
    const year = aYear(
      2025,
      Array.from({ length: 12 }, (_, index) => [100_00, index * 100] as const),
    );
    const { remaining, remainingBp, final, points } = projected(year);
    expect([remaining, remainingBp, final.lowBp, final.highBp]).toEqual([0, null, 550, 550]);
    expect(points.every(({ expected }) => expected === null)).toBe(true);
  });

  test("nothing bought and nothing the year before gives nothing", () => {
    expect(projectYear({ year: aYear(2026, []), before: [] }, TODAY)).toBeNull();
  });

  test("before the first purchase of the year, last year speaks", () => {
    const before = aYear(
      2025,
      Array.from({ length: 12 }, () => [100_00, 20_00] as const),
    );
    const projection = projectYear({ year: aYear(2026, []), before: [before] }, "2026-01-01");
    expect(projection).toMatchObject({ remaining: 1200_00, final: { middleBp: 2000 } });
  });

  test("what remains follows the days of service, and what is entered ahead is not counted twice", () => {
    const year = halfYear().map((month, index) => ({
      ...month,
      serviceDays: index === 7 ? 0 : 10,
      ...(index === 8 && { base: 40_00 }),
      ...(index === 9 && { base: 500_00 }),
    }));
    expect(remainingByMonth(year, []).slice(6)).toEqual([100_00, 0, 60_00, 0, 100_00, 100_00]);
  });

  test("a month that is always small is expected small, as far as the years before say", () => {
    const before = aYear(
      2025,
      Array.from({ length: 12 }, (_, index) => [index === 11 ? 40_00 : 100_00, 0] as const),
    );
    const december = remainingByMonth(halfYear(), [before]).at(-1) ?? 0;
    expect(december).toBeGreaterThan(40_00);
    expect(december).toBeLessThan(90_00);
  });

  test("the end of a year lies between the ends of its range, which widens towards it", () => {
    const year = aYear(2026, [
      [90_00, 10_00],
      [110_00, 40_00],
      [95_00, 20_00],
      [100_00, 45_00],
      [105_00, 25_00],
      [100_00, 30_00],
    ]);
    const { points, final } = projected(year);
    const widths = points.flatMap(({ expected }) =>
      expected === null ? [] : [expected.highBp - expected.lowBp],
    );
    expect(widths).toHaveLength(6);
    expect(final.lowBp).toBeLessThan(final.middleBp);
    expect(final.middleBp).toBeLessThan(final.highBp);
    expect(points.map(({ known }) => known === null)).toEqual([
      ...Array(6).fill(false),
      ...Array(6).fill(true),
    ]);
    expect(projected(year)).toEqual(projected(year));
  });

  test("for any purchases the range holds its middle and stays between 0 and 100 %", () => {
    const month = fc
      .integer({ min: 0, max: 1_000_00 })
      .chain((base) => fc.tuple(fc.constant(base), fc.nat(base)));
    fc.assert(
      fc.property(
        fc.array(month, { minLength: 1, maxLength: 12 }),
        fc.array(month, { maxLength: 12 }),
        (now, past) => {
          const projection = projectYear({ year: aYear(2026, now), before: [aYear(2025, past)] }, TODAY);
          for (const range of [
            projection?.final,
            ...(projection?.points ?? []).map(({ expected }) => expected),
          ]) {
            if (!range) continue;
            expect(0 <= range.lowBp && range.lowBp <= range.middleBp).toBe(true);
            expect(range.middleBp <= range.highBp && range.highBp <= 10_000).toBe(true);
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe("what the remaining euros must be", () => {
  test("the share is of what remains, rounded up", () => {
    const outlook = outlookOf(projected(halfYear()), 5000);
    expect(outlook).toEqual({ outlook: "unlikely", needed: 420_00, neededBp: 7000 });
  });

  test("out of reach exactly when all that remains would not be enough", () => {
    const projection = projected(halfYear());
    expect(outlookOf(projection, 6500)).toEqual({ outlook: "unlikely", needed: 600_00, neededBp: 10_000 });
    expect(outlookOf({ ...projection, remaining: 600_00 - 1 }, 6500)).toMatchObject({
      outlook: "out-of-reach",
    });
    expect(outlookOf(projection, 6501)).toMatchObject({ outlook: "out-of-reach" });
  });

  test("secured exactly when nothing more need count", () => {
    const projection = projected(halfYear());
    expect(outlookOf(projection, 1500)).toEqual({ outlook: "secured", needed: 0, neededBp: 0 });
    expect(outlookOf(projection, 1501)).toMatchObject({ outlook: "likely", needed: 12 });
  });

  test("between the two the range speaks", () => {
    const final = { lowBp: 2800, middleBp: 3000, highBp: 3200 };
    const projection = { ...projected(halfYear()), final };
    expect([2800, 2801, 3200, 3201].map((bp) => outlookOf(projection, bp)?.outlook)).toEqual([
      "likely",
      "uncertain",
      "uncertain",
      "unlikely",
    ]);
  });

  test("over a year that ended, there is nothing left to say a share of", () => {
    const year = aYear(
      2025,
      Array.from({ length: 12 }, () => [100_00, 30_00] as const),
    );
    expect(outlookOf(projected(year), 5000)).toMatchObject({ outlook: "out-of-reach", neededBp: null });
    expect(outlookOf(projected(year), 3000)).toMatchObject({ outlook: "secured" });
  });
});

test("a series takes each month's cells, and the mean calendar of its canteens", () => {
  const cell: FigureCell = {
    family: "FRUITS_ET_LEGUMES",
    strictCategory: "NON_EGALIM",
    declaredCategory: "BIO",
    marks: 0,
    amountCents: 100,
    weightGrams: 1000,
    weighedCents: 100,
  };
  const cells = new Map([["2026-11", [cell, { ...cell, strictCategory: "BIO" as const, amountCents: 50 }]]]);
  const { year, before } = projectionSeries(cells, {
    year: 2026,
    today: "2026-11-26",
    openings: ["SCHOOL_B", "WEEKDAYS"],
    indicator: "ORGANIC",
    certainty: "strict",
    basis: "value",
  });
  expect(before.map(([january]) => january?.month)).toEqual(["2024-01", "2025-01"]);
  expect(year[10]).toEqual({
    month: "2026-11",
    base: 150,
    counted: 50,
    serviceDays: 18.5,
    elapsedDays: 16.5,
  });
  expect(year[11]).toMatchObject({ base: 0, elapsedDays: 0 });
});
