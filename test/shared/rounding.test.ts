import fc from "fast-check";
import { expect, test } from "vitest";
import { divideFloor, divideHalfAway, divideHalfUp, toSafeInteger } from "../../shared/rounding.ts";

test.each([
  [5n, 2n, 3n, 3n, 2n],
  [-5n, 2n, -3n, -2n, -3n],
  [5n, -2n, -3n, -2n, -3n],
  [-5n, -2n, 3n, 3n, 2n],
  [4n, 3n, 1n, 1n, 1n],
  [-4n, 3n, -1n, -1n, -2n],
  [-1n, 2n, -1n, 0n, -1n],
  [0n, 7n, 0n, 0n, 0n],
  [6n, 3n, 2n, 2n, 2n],
  [-6n, 3n, -2n, -2n, -2n],
])("%i / %i: half away %i, half up %i, floor %i", (numerator, denominator, away, up, floor) => {
  expect(divideHalfAway(numerator, denominator)).toBe(away);
  expect(divideHalfUp(numerator, denominator)).toBe(up);
  expect(divideFloor(numerator, denominator)).toBe(floor);
});

test("a rounded quotient is within a half, and a floor within one below", () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }),
      fc.bigInt({ min: 1n, max: 10n ** 9n }),
      (n, d) => {
        const gap = (quotient: bigint) => n - quotient * d;
        for (const rounded of [divideHalfAway(n, d), divideHalfUp(n, d)]) {
          expect(2n * gap(rounded) <= d && 2n * gap(rounded) >= -d).toBe(true);
        }
        expect(gap(divideFloor(n, d)) >= 0n && gap(divideFloor(n, d)) < d).toBe(true);
        expect(divideHalfAway(-n, d)).toBe(-divideHalfAway(n, d));
      },
    ),
  );
});

test("toSafeInteger refuses what a number cannot hold", () => {
  expect(toSafeInteger(2n ** 53n - 1n)).toBe(Number.MAX_SAFE_INTEGER);
  expect(() => toSafeInteger(2n ** 53n)).toThrow(RangeError);
  expect(() => toSafeInteger(-(2n ** 53n))).toThrow(RangeError);
});

test("nothing is divided by 0", () => {
  expect(() => divideHalfAway(1n, 0n)).toThrow(RangeError);
  expect(() => divideHalfUp(1n, 0n)).toThrow(RangeError);
});
