import { expect, test } from "vitest";
import type { BoughtForm, SoldForm } from "../../../shared/legumerie/edible-prices.ts";
import { edibleComparisons, edibleGap } from "../../../shared/legumerie/edible-prices.ts";

const GRATED: SoldForm = {
  productId: "grated",
  rawId: "carrot",
  name: "Carotte préparée",
  nameEn: "",
  cut: "GRATED",
  amountCents: 24_000,
  weightGrams: 100_000,
};
/** 1,50 € a kilo, a quarter of which is peeled away. */
const RAW: BoughtForm = {
  rawId: "carrot",
  form: "RAW",
  name: "Carotte",
  nameEn: "",
  refuseBp: 2_500,
  amountCents: 15_000,
  weightGrams: 100_000,
  canteens: 5,
  suppliers: 2,
};
const FROZEN: BoughtForm = { ...RAW, form: "FROZEN", refuseBp: null, amountCents: 30_000 };

test("one kilo eaten of each form, side by side", () => {
  const [row] = edibleComparisons([GRATED], [RAW, FROZEN]);
  expect(row?.sold.edible?.centsPerKg).toBe(240);
  // 1,50 / 0,75; between 1,50 / 0,85 and 1,50 / 0,65.
  expect(row?.others.RAW.side?.edible).toEqual({ centsPerKg: 200, lowCentsPerKg: 176, highCentsPerKg: 231 });
  expect(row?.others.FROZEN.side?.edible?.centsPerKg).toBe(300);
  expect(row && [edibleGap(row, "RAW"), edibleGap(row, "FROZEN")]).toEqual([40, -60]);
});

test.each([
  [{ canteens: 4 }, "TOO_FEW"],
  [{ suppliers: 1 }, "TOO_FEW"],
  [{ rawId: "leek" }, "NOT_BOUGHT"],
] as const)("a price that would be somebody's own is not told: %j", (part, why) => {
  const [row] = edibleComparisons([GRATED], [{ ...RAW, ...part }]);
  expect(row?.others.RAW).toEqual({ side: null, why });
  expect(row && edibleGap(row, "RAW")).toBeNull();
});

test("raw goods without a reference have no edible price", () => {
  const [row] = edibleComparisons([GRATED], [{ ...RAW, refuseBp: null }]);
  expect(row?.others.RAW.side?.edible).toBeNull();
});

test("what was sent back whole is not compared, the heaviest comes first", () => {
  const cubes = { ...GRATED, cut: "CUBES" as const, weightGrams: 200_000 };
  const nothing = { ...GRATED, productId: "leek", amountCents: 0, weightGrams: 0 };
  expect(edibleComparisons([GRATED, nothing, cubes], []).map(({ cut }) => cut)).toEqual(["CUBES", "GRATED"]);
});
