import fc from "fast-check";
import { expect, test } from "vitest";
import { judgeCells, sharesOfJudged } from "../../../shared/indicators/judged-cells.ts";
import { sharesOf } from "../../../shared/indicators/shares.ts";
import { anyCell } from "../../support/cells.ts";

test.each(["value", "weight"] as const)("rates by %s are those of the cells one by one", (basis) => {
  fc.assert(
    fc.property(fc.array(anyCell, { maxLength: 60 }), (cells) => {
      expect(sharesOfJudged(judgeCells(cells), basis)).toEqual(sharesOf(cells, basis));
    }),
  );
});

test("cells of the same content share one judgement", () => {
  fc.assert(
    fc.property(anyCell, anyCell, (one, other) => {
      const [first, second, third] = judgeCells([one, { ...one, month: "2020-01" }, other]);
      expect(first?.judgement).toBe(second?.judgement);
      const same =
        one.family === other.family &&
        one.strictCategory === other.strictCategory &&
        one.declaredCategory === other.declaredCategory &&
        one.marks === other.marks;
      expect(first?.judgement === third?.judgement).toBe(same);
    }),
  );
});
