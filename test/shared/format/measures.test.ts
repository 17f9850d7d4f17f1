import { expect, test } from "vitest";
import {
  formatKg,
  formatKm,
  formatQuantity,
  formatTonnes,
  formatWholeKg,
  formatWholeKm,
} from "../../../shared/format/measures.ts";

const NB = "\u00A0";
const NNB = "\u202F";

test.each([
  [0, `0${NB}kg`],
  [1, `0,001${NB}kg`],
  [125, `0,125${NB}kg`],
  [12_500, `12,5${NB}kg`],
  [1_234_000, `1${NNB}234${NB}kg`],
  [-500, `\u22120,5${NB}kg`],
])("formatKg of %i g is exact", (grams, text) => {
  expect(formatKg(grams)).toBe(text);
});

test.each([
  [49_999, `0,0${NB}t`],
  [50_000, `0,1${NB}t`],
  [12_345_678, `12,3${NB}t`],
  [1_234_567_890, `1${NNB}234,6${NB}t`],
  [-50_000, `\u22120,1${NB}t`],
])("formatTonnes of %i g has one decimal", (grams, text) => {
  expect(formatTonnes(grams)).toBe(text);
});

test.each([
  [0, `0,0${NB}km`],
  [49, `0,0${NB}km`],
  [50, `0,1${NB}km`],
  [80_000, `80,0${NB}km`],
  [80_150, `80,2${NB}km`],
])("formatKm of %i m has one decimal", (metres, text) => {
  expect(formatKm(metres)).toBe(text);
});

test.each([
  [0, `0${NB}km`],
  [499, `0${NB}km`],
  [500, `1${NB}km`],
  [67_849, `68${NB}km`],
])("formatWholeKm of %i m has no decimal", (metres, text) => {
  expect(formatWholeKm(metres)).toBe(text);
});

test.each([
  [499, `0${NB}kg`],
  [1_234_500, `1${NNB}235${NB}kg`],
  [-500, `\u22121${NB}kg`],
])("formatWholeKg of %i g has no decimal", (grams, text) => {
  expect(formatWholeKg(grams)).toBe(text);
});

test("measures have an English form", () => {
  expect(formatKg(1_234_500, "en")).toBe(`1,234.5${NB}kg`);
  expect(formatTonnes(1_500_000, "en")).toBe(`1.5${NB}t`);
  expect(formatKm(1500, "en")).toBe(`1.5${NB}km`);
});

test("formatQuantity writes the unit's short label, in the plural from 2 in French, but for 1 in English", () => {
  expect(formatQuantity({ quantityMilli: 12_500, unit: "KG" }, "fr")).toBe(`12,5${NB}kg`);
  expect(formatQuantity({ quantityMilli: 3000, unit: "PIECE" }, "fr")).toBe(`3${NB}pce`);
  expect(formatQuantity({ quantityMilli: 3000, unit: "BUNCH" }, "en")).toBe(`3${NB}bunches`);
  expect(formatQuantity({ quantityMilli: 1000, unit: "BOX" }, "en")).toBe(`1${NB}box`);
  expect(formatQuantity({ quantityMilli: -2000, unit: "BOX" }, "fr")).toBe(`−2${NB}cartons`);
  expect(formatQuantity({ quantityMilli: 1500, unit: "SACK" }, "fr")).toBe(`1,5${NB}sac`);
});
