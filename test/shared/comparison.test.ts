import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  centsPerKg,
  comparedShares,
  compareKiloPrices,
  comparisonWindow,
  costOf,
  productionDistance,
  replacedShares,
} from "../../shared/comparison.ts";
import type { Place } from "../../shared/facts.ts";
import type { FigureCell } from "../../shared/indicators/shares.ts";
import { markBit } from "../../shared/marks.ts";

function cell(given: Partial<FigureCell> = {}): FigureCell {
  return {
    family: "FRUITS_ET_LEGUMES",
    strictCategory: "NON_EGALIM",
    declaredCategory: "NON_EGALIM",
    marks: 0,
    amountCents: 100_00,
    weightGrams: 100_000,
    weighedCents: 100_00,
    ...given,
  };
}

describe("comparisonWindow", () => {
  test.each([
    ["2026-11-22", "2025-12-01"],
    ["2026-12-31", "2026-01-01"],
    ["2026-01-01", "2025-02-01"],
  ])("the twelve months up to %s begin on %s", (today, from) => {
    expect(comparisonWindow(today)).toEqual({
      from,
      fromMonth: from.slice(0, 7),
      toMonth: today.slice(0, 7),
    });
  });
});

describe("prices per kilogram", () => {
  test("half a cent goes away from zero", () => {
    expect(centsPerKg({ amountCents: 1, weightGrams: 2000 })).toBe(1);
    expect(centsPerKg({ amountCents: 1, weightGrams: 2001 })).toBe(0);
    expect(costOf(333, { amountCents: 300, weightGrams: 1000 })).toBe(100);
  });

  test("prices that round alike are still told apart", () => {
    const [a, b] = [
      { amountCents: 1000, weightGrams: 3001 },
      { amountCents: 1000, weightGrams: 3000 },
    ];
    expect(centsPerKg(a)).toBe(centsPerKg(b));
    expect(compareKiloPrices(a, b)).toBe(-1);
    expect(compareKiloPrices(b, a)).toBe(1);
    expect(compareKiloPrices(a, { amountCents: 2000, weightGrams: 6002 })).toBe(0);
  });
});

describe("replacedShares", () => {
  const rest = cell({ amountCents: 300_00 });
  const bought = cell();
  const organic = cell({
    strictCategory: "BIO",
    declaredCategory: "BIO",
    amountCents: 150_00,
    marks: markBit("LOCAL", "declared"),
  });

  test("takes out what was bought and puts the new verdict in, by hand", () => {
    const after = replacedShares([rest, bought], [bought], organic);
    expect(after.ORGANIC.strict).toEqual({ numerator: 150_00, denominator: 450_00 });
    expect(after.EGALIM.strict).toEqual({ numerator: 150_00, denominator: 450_00 });
    expect(after.LOCAL.strict).toEqual({ numerator: 0, denominator: 450_00 });
    expect(after.LOCAL.declared).toEqual({ numerator: 150_00, denominator: 450_00 });
    expect(after.SHORT.declared).toEqual({ numerator: 0, denominator: 450_00 });
  });

  test("the same purchase again changes nothing, whatever the cells", () => {
    const anyCell = fc.record({
      family: fc.constantFrom("FRUITS_ET_LEGUMES", "BOISSONS"),
      strictCategory: fc.constantFrom("BIO", "HVE", "NON_EGALIM"),
      declaredCategory: fc.constantFrom("BIO", "HVE"),
      marks: fc.integer({ min: 0, max: 4095 }),
      amountCents: fc.integer({ min: -10_000, max: 1_000_000 }),
      weightGrams: fc.integer({ min: 0, max: 1_000_000 }),
      weighedCents: fc.integer({ min: 0, max: 1_000_000 }),
    }) as fc.Arbitrary<FigureCell>;
    fc.assert(
      fc.property(fc.array(anyCell), anyCell, (others, same) => {
        const cells = [...others, same];
        expect(replacedShares(cells, [same], same)).toEqual(comparedShares(cells));
      }),
    );
  });
});

describe("productionDistance", () => {
  const place = (latE6: number, uncertaintyM: number): Place => ({
    commune: "62041",
    communeName: "Arras",
    epci: null,
    departement: "62",
    region: "32",
    pats: [],
    position: { latE6, lngE6: 2_777_000, uncertaintyM },
  });
  const home = place(50_291_000, 100);

  test("one degree of latitude is 111 km, with both uncertainties", () => {
    const found = productionDistance(home, [place(51_291_000, 2500)], false);
    expect(found?.nearestM).toBe(found?.farthestM);
    expect(found?.nearestM).toBeGreaterThan(111_000);
    expect(found?.nearestM).toBeLessThan(111_400);
    expect(found?.uncertaintyM).toBe(2600);
  });

  test("several places give the nearest and the farthest", () => {
    const found = productionDistance(home, [place(50_391_000, 0), place(51_291_000, 0)], false);
    expect(found?.nearestM).toBeLessThan(12_000);
    expect(found?.farthestM).toBeGreaterThan(111_000);
  });

  test("is not known without a place, or when one position is missing", () => {
    expect(productionDistance(home, [], false)).toBeNull();
    expect(productionDistance({ ...home, position: null }, [place(0, 0)], false)).toBeNull();
    expect(productionDistance(home, [place(0, 0), { ...home, position: null }], false)).toBeNull();
  });
});
