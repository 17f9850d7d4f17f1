import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { apportionCents, htToTtcCents, lineAmountHtCents } from "../../shared/money.ts";

test.each([
  [12_500, 25_000, 3125],
  [1000, 4325, 43],
  [1000, 4350, 44],
  [1000, 4349, 43],
  [-1000, 4350, -44],
  [1000, -4350, -44],
  [3000, 3333, 100],
  [0, 25_000, 0],
  [1, 1, 0],
  [333, 15, 0],
  [333_333, 15, 50],
  [1_000_000_000, 900_719_925, 9_007_199_250_000],
])("%i thousandths at %i ten-thousandths make %i cents", (quantityMilli, unitPriceHtE4, cents) => {
  expect(lineAmountHtCents({ quantityMilli, unitPriceHtE4 })).toBe(cents);
});

test("an amount no number can hold is refused, never rounded in silence", () => {
  const quantityMilli = Number.MAX_SAFE_INTEGER;
  expect(() => lineAmountHtCents({ quantityMilli, unitPriceHtE4: 100_001 })).toThrow(RangeError);
  expect(lineAmountHtCents({ quantityMilli, unitPriceHtE4: 100_000 })).toBe(quantityMilli);
  expect(() => lineAmountHtCents({ quantityMilli: 0.5, unitPriceHtE4: 1 })).toThrow(RangeError);
});

test("a credit note mirrors its order to the cent", () => {
  const integers = fc.integer({ min: 0, max: 2_000_000_000 });
  fc.assert(
    fc.property(integers, integers, (quantityMilli, unitPriceHtE4) => {
      const bought = lineAmountHtCents({ quantityMilli, unitPriceHtE4 });
      expect(bought + lineAmountHtCents({ quantityMilli: -quantityMilli, unitPriceHtE4 })).toBe(0);
    }),
  );
});

describe("apportionCents", () => {
  test.each([
    [100, [1, 1, 1], [34, 33, 33]],
    [-100, [1, 1, 1], [-34, -33, -33]],
    [101, [1, 1, 1], [34, 34, 33]],
    [10, [1, 0, 3], [3, 0, 7]],
    [0, [1, 2], [0, 0]],
    [5, [0, 0], [3, 2]],
    [5, [7, -7], [3, 2]],
    [100, [3, -1], [150, -50]],
    [100, [-3, -1], [75, 25]],
    [7, [9], [7]],
    [0, [], []],
  ])("%i over %j is %j", (total, weights, parts) => {
    expect(apportionCents(total, weights)).toEqual(parts);
  });

  it("refuses a total without anything to carry it", () => {
    expect(() => apportionCents(1, [])).toThrow(RangeError);
  });

  const totals = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 });
  const sum = (parts: readonly number[]) => parts.reduce((all, part) => all + BigInt(part), 0n);

  it("adds up to the total, whatever the weights", () => {
    const weights = fc.array(fc.integer({ min: -1000, max: 1_000_000 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), weights, (total, list) => {
        expect(sum(apportionCents(total, list))).toBe(BigInt(total));
      }),
      { numRuns: 1000 },
    );
  });

  it("gives each weight its exact share within a cent, and nothing to a weight of 0", () => {
    const weights = fc.array(fc.nat(1_000_000_000), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(totals, weights, (total, list) => {
        const all = sum(list);
        fc.pre(all > 0n);
        const parts = apportionCents(total, list);
        expect(sum(parts)).toBe(BigInt(total));
        for (const [index, weight] of list.entries()) {
          const gap = BigInt(parts[index] ?? 0) * all - BigInt(total) * BigInt(weight);
          expect(gap > -all && gap < all).toBe(true);
          if (weight === 0) expect(parts[index]).toBe(0);
        }
      }),
    );
  });
});

test.each([
  [10_000, 550, 10_550],
  [10_000, 2000, 12_000],
  [99, 550, 104],
  [100, 550, 106],
  [-100, 550, -106],
  [0, 550, 0],
  [1234, 0, 1234],
])("%i cents HT at %i basis points are %i TTC", (ht, vatBp, ttc) => {
  expect(htToTtcCents(ht, vatBp)).toBe(ttc);
});
