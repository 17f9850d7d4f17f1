import { expect, test } from "vitest";
import { PIECE_WEIGHTS } from "../../shared/piece-weights.ts";
import { UNIT_UNECE_CODES, UNITS, unitOfUneceCode, weightGrams } from "../../shared/quantity.ts";

test.each([
  [12_500, "KG", null, 12_500],
  [12_500, "KG", 400, 12_500],
  [500_000, "G", null, 500],
  [500, "G", null, 1],
  [499, "G", null, 0],
  [-500, "G", null, -1],
  [3000, "PIECE", 125, 375],
  [2000, "BOX", 10_000, 20_000],
  [1500, "SACK", 25_000, 37_500],
  [10_000, "BUNCH", 350, 3500],
  [-2000, "BOX", 10_000, -20_000],
  [1500, "L", 1000, 1500],
  [750_000, "ML", 1, 750],
] as const)("%i thousandths of %s (%s g each) weigh %i g", (quantityMilli, unit, packGrams, grams) => {
  expect(weightGrams({ quantityMilli, unit, packGrams })).toBe(grams);
});

test.each([
  "L",
  "ML",
  "PIECE",
  "BOX",
  "SACK",
  "BUNCH",
] as const)("%s has no weight until one is told", (unit) => {
  expect(weightGrams({ quantityMilli: 1000, unit, packGrams: null })).toBeNull();
});

test("every UN/ECE code means one unit, and each unit has at least one", () => {
  const codes = UNITS.flatMap((unit) => UNIT_UNECE_CODES[unit]);
  expect(new Set(codes).size).toBe(codes.length);
  for (const unit of UNITS)
    for (const code of UNIT_UNECE_CODES[unit]) expect(unitOfUneceCode(code)).toBe(unit);
});

test("unitOfUneceCode reads any case and says null for a unit we do not have", () => {
  expect(unitOfUneceCode(" kgm ")).toBe("KG");
  expect(["HUR", "", "KG"].map(unitOfUneceCode)).toEqual([null, null, null]);
});

test("piece weights are positive grams, one per product", () => {
  expect(new Set(PIECE_WEIGHTS.map(({ product }) => product)).size).toBe(PIECE_WEIGHTS.length);
  for (const { grams } of PIECE_WEIGHTS) expect(Number.isInteger(grams) && grams > 0).toBe(true);
  expect(PIECE_WEIGHTS.find(({ product }) => product === "echalote")?.grams).toBe(25);
});
