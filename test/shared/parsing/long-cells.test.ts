import { expect, test } from "vitest";
import { typedNumber } from "../../../shared/parsing/spreadsheet-text.ts";
import { trimCell } from "../../../shared/purchase-file/cell-text.ts";
import { isNumberCell } from "../../../shared/table-mapping/column-kinds.ts";
import { splitQuantity } from "../../../shared/table-mapping/units.ts";

/** The longest field that a file may have, with blanks that no rule expects. */
const BLANKS = " ".repeat(65_000);

test("a long cell of blanks is read in no time: the server reads it while others wait", () => {
  const began = performance.now();
  expect(typedNumber(`1${BLANKS}x`, null)).toBe(`1${BLANKS}x`);
  expect(isNumberCell(`1${BLANKS}x`)).toBe(false);
  expect(splitQuantity(`1${BLANKS}!`).unit).toBe("");
  expect(splitQuantity("12,5   KG")).toEqual({ number: "12,5", unit: "KG" });
  expect(trimCell(` 1${BLANKS}€ `)).toBe(`1${BLANKS}€`);
  // Cutting the blanks in every way takes hours; a slow machine, less than a second.
  expect(performance.now() - began).toBeLessThan(5_000);
});

test("what stands behind a number is still taken off, whatever blanks there are", () => {
  for (const end of [" EUR", "  euros HT", " € H.T.", "\u00A0HT", " TTC", "EUR"])
    expect(typedNumber(`12,50${end}`, null).replace("€", "")).toBe("12,50");
  expect(isNumberCell("5,5  %")).toBe(true);
});
