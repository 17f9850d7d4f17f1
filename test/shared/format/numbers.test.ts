import { expect, test } from "vitest";
import { formatEuros, formatUnitPrice, formatWholeEuros } from "../../../shared/format/money.ts";
import { formatEntry, formatFixed, formatInteger } from "../../../shared/format/numbers.ts";
import { formatBasisPoints, formatPercent, MISSING, percentTenths } from "../../../shared/format/ratios.ts";

const NB = "\u00A0";
const NNB = "\u202F";

test.each([
  [0, `0,00${NB}€`, "€0.00"],
  [5, `0,05${NB}€`, "€0.05"],
  [99_999, `999,99${NB}€`, "€999.99"],
  [100_000, `1${NNB}000,00${NB}€`, "€1,000.00"],
  [123_450, `1${NNB}234,50${NB}€`, "€1,234.50"],
  [-123_450, `\u22121${NNB}234,50${NB}€`, "\u2212€1,234.50"],
  [-5, `\u22120,05${NB}€`, "\u2212€0.05"],
  [123_456_789_012, `1${NNB}234${NNB}567${NNB}890,12${NB}€`, "€1,234,567,890.12"],
  [Number.MAX_SAFE_INTEGER, `90${NNB}071${NNB}992${NNB}547${NNB}409,91${NB}€`, "€90,071,992,547,409.91"],
])("formatEuros writes %i cents", (cents, fr, en) => {
  expect([formatEuros(cents, "fr"), formatEuros(cents, "en")]).toEqual([fr, en]);
});

test("formatEuros refuses a fraction of a cent", () => {
  expect(() => formatEuros(0.5, "fr")).toThrow(RangeError);
});

test("formatEuros never writes minus zero", () => {
  expect(formatEuros(-0, "fr")).toBe(`0,00${NB}€`);
});

test.each([
  [49, `0${NB}€`],
  [50, `1${NB}€`],
  [-50, `\u22121${NB}€`],
  [-49, `0${NB}€`],
  [123_450, `1${NNB}235${NB}€`],
])("formatWholeEuros rounds %i cents", (cents, fr) => {
  expect(formatWholeEuros(cents, "fr")).toBe(fr);
});

test.each([
  [25_000, `2,50${NB}€`, "€2.50"],
  [4325, `0,4325${NB}€`, "€0.4325"],
  [4320, `0,432${NB}€`, "€0.432"],
  [4300, `0,43${NB}€`, "€0.43"],
  [0, `0,00${NB}€`, "€0.00"],
])("formatUnitPrice writes %i ten-thousandths", (price, fr, en) => {
  expect([formatUnitPrice(price, "fr"), formatUnitPrice(price, "en")]).toEqual([fr, en]);
});

test.each([
  [1, 8, 125],
  [1, 3, 333],
  [2, 3, 667],
  [0, 5, 0],
  [1, 1, 1000],
  [49_949, 100_000, 499],
  [49_950, 100_000, 500],
  [1, 2000, 1],
  [1, 2001, 0],
  [-1, 2000, 0],
  [-3, 2000, -1],
  [-1, -8, 125],
  [1, -8, -125],
  [1145, 10_000, 115],
  [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER, 1000],
])("percentTenths of %i / %i is %i", (numerator, denominator, tenths) => {
  expect(percentTenths({ numerator, denominator })).toBe(tenths);
});

test("a ratio over nothing has no percentage, 0 % is a figure", () => {
  expect(percentTenths({ numerator: 0, denominator: 0 })).toBeNull();
  expect(formatPercent({ numerator: 0, denominator: 0 }, "fr")).toBe(MISSING);
  expect(formatPercent(null, "fr")).toBe("–");
  expect(formatPercent({ numerator: 0, denominator: 3 }, "fr")).toBe(`0,0${NB}%`);
});

test("formatPercent writes one decimal", () => {
  expect(formatPercent({ numerator: 1, denominator: 8 }, "fr")).toBe(`12,5${NB}%`);
  expect(formatPercent({ numerator: 1, denominator: 8 }, "en")).toBe("12.5%");
  expect(formatPercent({ numerator: 12, denominator: 1 }, "fr")).toBe(`1${NNB}200,0${NB}%`);
});

test("formatBasisPoints is exact and short", () => {
  expect([550, 2000, 1, 1234].map((bp) => formatBasisPoints(bp, "fr"))).toEqual([
    `5,5${NB}%`,
    `20${NB}%`,
    `0,01${NB}%`,
    `12,34${NB}%`,
  ]);
  expect(formatBasisPoints(550, "en")).toBe("5.5%");
});

test("formatInteger cuts thousands from the right", () => {
  expect([0, 12, 999, 1000, 12_345, -1_234_567].map((value) => formatInteger(value, "fr"))).toEqual([
    "0",
    "12",
    "999",
    `1${NNB}000`,
    `12${NNB}345`,
    `\u22121${NNB}234${NNB}567`,
  ]);
  expect(formatInteger(1_234_567, "en")).toBe("1,234,567");
});

test("formatFixed keeps at least the decimals asked for and never more than there are", () => {
  expect(formatFixed({ value: 12_000, decimals: 3, minDecimals: 1 }, "fr")).toBe("12,0");
  expect(formatFixed({ value: 12_340, decimals: 3, minDecimals: 1 }, "fr")).toBe("12,34");
  expect(formatFixed({ value: 12, decimals: 0, minDecimals: 2 }, "fr")).toBe("12");
});

test("formatEntry is plain text for a field", () => {
  expect(formatEntry({ value: 1_234_500, decimals: 3 }, "fr")).toBe("1234,5");
  expect(formatEntry({ value: 1_234_500, decimals: 3 }, "en")).toBe("1234.5");
  expect(formatEntry({ value: 1250, decimals: 2, minDecimals: 2 }, "fr")).toBe("12,50");
  expect(formatEntry({ value: -1250, decimals: 2 }, "fr")).toBe("-12,5");
  expect(formatEntry({ value: 1234, decimals: 3 }, "en")).toBe("1.2340");
  expect(formatEntry({ value: 234, decimals: 3 }, "en")).toBe("0.234");
});
