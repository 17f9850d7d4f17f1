import { describe, expect, test } from "vitest";
import { stepReached, thresholdsOn } from "../../shared/law/procurement.ts";
import type { ProductSpend } from "../../shared/procurement.ts";
import { guessHomogeneousFamily, spendByFamily } from "../../shared/procurement.ts";

describe("thresholds of public procurement", () => {
  test.each([
    ["2026-03-31", 39_999_99, "CONTRACT"],
    ["2026-03-31", 40_000_00, "COMPETITION"],
    ["2026-04-01", 59_999_99, "CONTRACT"],
    ["2026-04-01", 60_000_00, "COMPETITION"],
    ["2026-04-01", 215_999_99, "COMPETITION"],
    ["2026-04-01", 216_000_00, "FORMAL"],
    ["2026-04-01", 24_999_99, null],
    ["2026-04-01", 25_000_00, "CONTRACT"],
  ] as const)("on %s a need of %i cents reaches %s", (date, cents, step) => {
    expect(stepReached(cents, date)).toBe(step);
  });

  test("are dated, and the one that moved in 2026 is still to be confirmed", () => {
    const known = thresholdsOn("2026-11-22");
    expect(known.map(({ amountHtCents }) => amountHtCents)).toEqual([25_000_00, 60_000_00, 216_000_00]);
    expect(known.map(({ toConfirm }) => toConfirm)).toEqual([false, true, false]);
  });
});

describe("guessHomogeneousFamily", () => {
  test.each([
    ["FRUITS_ET_LEGUMES", "FRESH", "10.10"],
    ["FRUITS_ET_LEGUMES", null, "10.10"],
    ["FRUITS_ET_LEGUMES", "FROZEN", "10.03"],
    ["FRUITS_ET_LEGUMES", "READY", "10.09"],
    ["FRUITS_ET_LEGUMES", "CANNED", "10.14"],
    ["VIANDES_VOLAILLES", "FROZEN", "10.01"],
    ["CHARCUTERIE", null, "10.07"],
    ["PRODUITS_DE_LA_MER", "FRESH", "10.08"],
    ["BOULANGERIE", "FROZEN", "10.06"],
    ["BOISSONS", null, "10.11"],
    ["AUTRES", null, "10.14"],
    [null, null, null],
  ] as const)("%s, %s: %s", (family, gamme, code) => {
    expect(guessHomogeneousFamily({ family, gamme, composition: null })).toBe(code);
  });

  test("a composed dish goes by its cold", () => {
    const dish = { family: "AUTRES", composition: "PROCESSED" } as const;
    expect(guessHomogeneousFamily({ ...dish, gamme: "FROZEN" })).toBe("10.04");
    expect(guessHomogeneousFamily({ ...dish, gamme: "COOKED" })).toBe("10.05");
  });
});

describe("spendByFamily", () => {
  const spend = (given: Partial<ProductSpend>): ProductSpend => ({
    productId: null,
    productName: null,
    family: "FRUITS_ET_LEGUMES",
    gamme: null,
    composition: null,
    homogeneousFamily: null,
    amountHtCents: 100,
    ...given,
  });

  test("adds what is said and what is guessed, and says how much is guessed", () => {
    const sums = spendByFamily([
      spend({ homogeneousFamily: "10.10", amountHtCents: 500 }),
      spend({ amountHtCents: 200 }),
      spend({ amountHtCents: -50 }),
      spend({ family: "BOISSONS" }),
      spend({ family: null }),
    ]);
    expect(sums).toEqual([
      { code: "10.10", amountHtCents: 650, guessedCents: 150 },
      { code: "10.11", amountHtCents: 100, guessedCents: 100 },
    ]);
  });
});
