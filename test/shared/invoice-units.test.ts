import { describe, expect, test } from "vitest";
import { readInvoiceUnit, unitRatio } from "../../shared/invoice-units.ts";
import { UNIT_UNECE_CODES, UNITS } from "../../shared/quantity.ts";

describe("a unit code is a number of one of our units", () => {
  test.each([
    ["KGM", "KG", 1000],
    ["kgm ", "KG", 1000],
    ["TNE", "KG", 1_000_000],
    ["HGM", "G", 100_000],
    ["CLT", "ML", 10_000],
    ["DZN", "PIECE", 12_000],
    ["BO", "PIECE", 1000],
    ["XNT", "SACK", 1000],
    ["HUR", null, 1000],
  ])("%s", (code, unit, milliPerUnit) => {
    expect(readInvoiceUnit(code)).toMatchObject({ unit, milliPerUnit });
  });

  test("one that is not known is null", () => {
    expect(readInvoiceUnit("ZZZ")).toBeNull();
  });

  test("every code that the product writes is read as its unit, once", () => {
    for (const unit of UNITS)
      for (const code of UNIT_UNECE_CODES[unit])
        expect(readInvoiceUnit(code), code).toMatchObject({ unit, milliPerUnit: 1000 });
  });
});

describe("two units of the same measure have a ratio", () => {
  test.each([
    ["KGM", "GRM", 1000],
    ["GRM", "KGM", 0.001],
    ["HLT", "CLT", 10_000],
    ["DZN", "C62", 12],
  ])("one %s in %s", (from, to, expected) => {
    const ratio = unitRatio(from, to);
    expect(ratio === null ? null : ratio.numerator / ratio.denominator).toBe(expected);
  });

  test.each([
    ["KGM", "LTR"],
    ["XBX", "KGM"],
    ["XBO", "C62"],
    ["ZZZ", "KGM"],
  ])("%s and %s have none", (from, to) => {
    expect(unitRatio(from, to)).toBeNull();
  });
});
