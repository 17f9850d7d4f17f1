import { expect, test } from "vitest";
import { differenceText, indicatorText, partsText } from "../../../shared/legumerie/indicator-text.ts";

test.each([
  ["kilos", 34_550_400, 1, "34\u202F550\u00A0kg"],
  ["share", 1, 8, "12,5\u00A0%"],
  ["euros", 7_440_000, 172_000_000, "0,43\u00A0€/kg"],
  ["hours", 15_167, 1, "152\u00A0h"],
  ["people", 4_800, 160_700, "0,03\u00A0ETP"],
  ["pace", 200_000, 500, "40,0\u00A0kg/h"],
  ["distance", 32_450, 1, "32,5\u00A0km"],
  ["days", 3, 1, "3\u00A0j"],
] as const)("%s: %i over %i reads %s", (unit, numerator, denominator, text) => {
  expect(indicatorText({ numerator, denominator }, unit, "fr")).toBe(text);
});

test("a difference is that of what is told, a share's in points", () => {
  const half = { numerator: 1, denominator: 2 };
  const third = { numerator: 1, denominator: 3 };
  expect(differenceText({ now: half, before: third }, "share", "fr")).toBe("+16,7\u00A0points");
  expect(differenceText({ now: third, before: half }, "share", "en")).toBe("−16.7\u00A0points");
  expect(differenceText({ now: half, before: null }, "share", "fr")).toBeNull();
});

test("a quotient says what it is made of", () => {
  const price = { numerator: 7_440_000, denominator: 172_000_000 };
  expect(partsText(price, "priceIn", "fr")).toBe("74\u202F400\u00A0€ / 172\u202F000\u00A0kg");
  expect(partsText({ numerator: 4_800_000, denominator: 1_928_400 }, "fullTime", "fr")).toBe(
    "4\u202F000\u00A0h / 1\u202F607\u00A0h",
  );
  expect(partsText({ numerator: 5, denominator: 1 }, "producers", "fr")).toBeNull();
});
