import { describe, expect, test } from "vitest";
import {
  boughtGrams,
  compareEdible,
  edibleGrams,
  ediblePrice,
  edibleYield,
  portionCents,
} from "../../shared/edible.ts";
import { formatSeason } from "../../shared/format/seasons.ts";

const CARROT = edibleYield({ gamme: "FRESH", refuseBp: 1100 });
const WHOLE = { referenceBp: 10_000, lowBp: 10_000, highBp: 10_000 };
const TWO_EUROS = { amountCents: 2000, weightGrams: 10_000 };

describe("edibleYield", () => {
  test("is what the refuse leaves, in a band of ten points that stays under 100 %", () => {
    expect(CARROT).toEqual({ referenceBp: 8900, lowBp: 7900, highBp: 9900 });
    expect(edibleYield({ gamme: "FRESH", refuseBp: 500 })).toMatchObject({ highBp: 10_000 });
  });

  test("is whole for what comes ready or frozen, and not known for raw goods without a reference", () => {
    expect(edibleYield({ gamme: "READY", refuseBp: null })).toEqual(WHOLE);
    expect(edibleYield({ gamme: "FROZEN", refuseBp: null })).toEqual(WHOLE);
    expect(edibleYield({ gamme: "FRESH", refuseBp: null })).toBeNull();
    expect(edibleYield({ gamme: null, refuseBp: null })).toBeNull();
    expect(edibleYield({ gamme: "READY", refuseBp: 10_000 })).toBeNull();
  });
});

describe("prices of what is eaten", () => {
  test("2,00 € a kilo at 89 % is 2,25 €, between 2,02 € and 2,53 €", () => {
    expect(ediblePrice(TWO_EUROS, CARROT)).toEqual({
      centsPerKg: 225,
      lowCentsPerKg: 202,
      highCentsPerKg: 253,
    });
    expect(ediblePrice(TWO_EUROS, WHOLE)).toEqual({
      centsPerKg: 200,
      lowCentsPerKg: 200,
      highCentsPerKg: 200,
    });
  });

  test("are not known without a yield, nor when the band goes down to nothing", () => {
    expect(ediblePrice(TWO_EUROS, null)).toBeNull();
    expect(ediblePrice(TWO_EUROS, edibleYield({ gamme: "FRESH", refuseBp: 9500 }))).toBeNull();
    expect(portionCents(TWO_EUROS, null, 100)).toBeNull();
    expect(portionCents(TWO_EUROS, WHOLE, null)).toBeNull();
  });

  test("a portion of 100 g on the plate costs what 112 g bought cost", () => {
    expect(portionCents(TWO_EUROS, CARROT, 100)).toBe(22);
    expect(portionCents(TWO_EUROS, WHOLE, 100)).toBe(20);
  });

  test("tell apart what rounds alike, and put a raw price above a dearer one that is all eaten", () => {
    const [a, b] = [
      { price: { amountCents: 1000, weightGrams: 3001 }, edible: WHOLE },
      { price: { amountCents: 1000, weightGrams: 3000 }, edible: WHOLE },
    ];
    expect(compareEdible(a, b)).toBe(-1);
    const peeled = { price: { amountCents: 220, weightGrams: 1000 }, edible: WHOLE };
    const raw = { price: { amountCents: 200, weightGrams: 1000 }, edible: CARROT ?? WHOLE };
    expect(compareEdible(peeled, raw)).toBe(-1);
  });

  test("weights go there and back", () => {
    if (CARROT === null) throw new Error("no yield");
    expect(edibleGrams(10_000, CARROT)).toBe(8900);
    expect(boughtGrams(8900, CARROT)).toBe(10_000);
  });
});

describe("formatSeason", () => {
  test.each([
    [[9, 10, 11, 12, 1, 2, 3, 4], "septembre à avril"],
    [[5, 7, 8], "mai, juillet à août"],
    [[], "toute l'année"],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], "toute l'année"],
  ])("%j is « %s »", (months, text) => {
    expect(formatSeason(months, "fr")).toBe(text);
  });
});
