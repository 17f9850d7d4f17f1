import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Decimal } from "../../shared/decimals.ts";
import {
  decimalOf,
  decimalOfScaled,
  negateDecimal,
  productCents,
  scaleDecimal,
  scaledOf,
  signOfDecimal,
  timesInteger,
} from "../../shared/decimals.ts";
import { parseNumber } from "../../shared/parsing/numbers.ts";

const decimals = fc
  .record({ digits: fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), scale: fc.nat(12) })
  .map((scaled): Decimal => decimalOfScaled(scaled));

describe("a decimal is one text for one number", () => {
  test.each([
    [{ digits: 1250n, scale: 2 }, "12.5"],
    [{ digits: -4n, scale: 2 }, "-0.04"],
    [{ digits: 0n, scale: 5 }, "0"],
    [{ digits: 700n, scale: 0 }, "700"],
  ])("%o is %s", (scaled, text) => {
    expect(decimalOfScaled(scaled)).toBe(text);
  });

  test("its arithmetic form gives it back, and so does its double negation", () => {
    fc.assert(
      fc.property(decimals, (decimal) => {
        expect(decimalOfScaled(scaledOf(decimal))).toBe(decimal);
        expect(negateDecimal(negateDecimal(decimal))).toBe(decimal);
        expect(signOfDecimal(negateDecimal(decimal)) + signOfDecimal(decimal)).toBe(0);
      }),
    );
  });

  test("what people type becomes the same text", () => {
    const read = parseNumber("1 234,50");
    expect(read.ok && decimalOf(read.value)).toBe("1234.5");
  });
});

describe("integers of it round a half away from zero", () => {
  test.each([
    ["0.005", 2, 1],
    ["-0.005", 2, -1],
    ["1.004", 2, 100],
    ["12", 3, 12_000],
    ["90071992547409.92", 2, null],
  ])("%s at %i decimals is %s", (text, places, expected) => {
    expect(scaleDecimal(text, places)).toBe(expected);
  });
});

describe("quantity x price / base is rounded once", () => {
  test.each([
    [{ quantity: "0.1", price: "0.2", base: "1" }, 2],
    [{ quantity: "3", price: "1.005", base: "1" }, 302],
    [{ quantity: "1", price: "1", base: "3" }, 33],
    [{ quantity: "-12500", price: "0.002", base: "1" }, -2500],
    [{ quantity: "1", price: "1", base: "0" }, null],
    [{ quantity: "99999999999", price: "99999999999", base: "1" }, null],
  ])("%o is %s cents", (product, cents) => {
    expect(productCents(product)).toBe(cents);
  });

  test("an integer factor is exact", () => {
    expect(timesInteger("0.1", 3)).toBe("0.3");
  });
});
