import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { gapToTarget, isReached } from "../../../shared/indicators/gap.ts";

describe("the gap to a target", () => {
  test.each([
    [1999, 10_000, 2000, 1],
    [2000, 10_000, 2000, 0],
    [2001, 10_000, 2000, 0],
    [0, 10_000, 2000, 2000],
    [0, 3, 5000, 2],
    [0, 7, 1180, 1],
    [-500, 10_000, 2000, 2500],
    [0, 10_000, 0, 0],
    [0, 10_000, 10_000, 10_000],
  ])("%i of %i towards %i bp: %s", (numerator, denominator, targetBp, gap) => {
    expect(gapToTarget({ ratio: { numerator, denominator }, targetBp })).toBe(gap);
  });

  test.each([0, -100])("over %i there is no share, so no gap", (denominator) => {
    const ratio = { numerator: 0, denominator };
    expect(gapToTarget({ ratio, targetBp: 2000 })).toBeNull();
    expect(isReached({ ratio, targetBp: 2000 })).toBeNull();
  });

  test("is the least amount that reaches the target, exactly, up to billions of euros", () => {
    const amounts = fc.tuple(
      fc.integer({ min: 1, max: 1e13 }),
      fc.nat(10_000),
      fc.double({ min: 0, max: 1, noNaN: true }),
    );
    fc.assert(
      fc.property(amounts, ([denominator, targetBp, part]) => {
        const numerator = Math.floor(denominator * part);
        const ratio = { numerator, denominator };
        const gap = gapToTarget({ ratio, targetBp });
        if (gap === null) throw new Error("a positive total has a gap");
        const reaches = (added: number) =>
          BigInt(numerator + added) * 10_000n >= BigInt(denominator) * BigInt(targetBp);
        expect(reaches(gap)).toBe(true);
        if (gap > 0) expect(reaches(gap - 1)).toBe(false);
        expect(isReached({ ratio, targetBp })).toBe(reaches(0));
      }),
    );
  });
});
