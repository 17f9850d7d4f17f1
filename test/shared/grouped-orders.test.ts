import { describe, expect, test } from "vitest";
import type { GroupedSupplier } from "../../shared/grouped-orders.ts";
import { missingToMinimum, seenTotal } from "../../shared/grouped-orders.ts";

function aSupplier(given: {
  amounts: number[];
  others?: number;
  minimumHtCents?: number | null;
}): GroupedSupplier {
  const { amounts, others = 0, minimumHtCents = 10_000 } = given;
  return {
    supplierId: "supplier",
    supplierName: "Primeurs",
    orders: amounts.map((amountHtCents, index) => ({
      canteenId: `canteen ${index}`,
      canteenName: "Arras",
      amountHtCents,
      distanceM: null,
    })),
    others,
    named: [],
    minimumHtCents,
    round: null,
  };
}

describe("what neighbours order together", () => {
  test("is the sum of what is seen, and not known when others alone order", () => {
    expect(seenTotal(aSupplier({ amounts: [6_000, 3_999], others: 2 }))).toBe(9_999);
    expect(seenTotal(aSupplier({ amounts: [], others: 6 }))).toBeNull();
  });

  test("lacks cents to the minimum, none on it or over it", () => {
    expect(missingToMinimum(aSupplier({ amounts: [9_999] }))).toBe(1);
    expect(missingToMinimum(aSupplier({ amounts: [4_000, 6_000] }))).toBe(0);
    expect(missingToMinimum(aSupplier({ amounts: [10_001] }))).toBe(0);
  });

  test("lacks the whole minimum at most when nothing is seen, and nothing is said without a minimum", () => {
    expect(missingToMinimum(aSupplier({ amounts: [], others: 6 }))).toBe(10_000);
    expect(missingToMinimum(aSupplier({ amounts: [1], minimumHtCents: null }))).toBeNull();
  });
});
