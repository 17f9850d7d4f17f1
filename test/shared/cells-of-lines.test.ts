import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Cell } from "../../shared/cells.ts";
import type { CountedLine } from "../../shared/cells-of-lines.ts";
import { addToCells, cellKeyOf, cellsOfLines } from "../../shared/cells-of-lines.ts";
import { classify } from "../../shared/classification/classify.ts";
import { sharesOf } from "../../shared/indicators/shares.ts";
import { anyContext, anyLineFacts } from "../support/any-line.ts";
import { context, lineFacts } from "../support/line-facts.ts";

function line(overrides: Partial<CountedLine> = {}): CountedLine {
  return {
    canteenId: "canteen",
    supplierId: "supplier",
    date: "2025-03-15",
    family: "BOISSONS",
    amountCents: 1050,
    weightGrams: 2000,
    verdict: classify(lineFacts({ family: "BOISSONS" }), context()),
    social: 0,
    ...overrides,
  };
}

const anyLine: fc.Arbitrary<CountedLine> = fc
  .record({
    facts: anyLineFacts,
    around: anyContext,
    amountCents: fc.integer({ min: -10_000, max: 100_000 }),
    weightGrams: fc.option(fc.integer({ min: -1000, max: 50_000 }), { nil: null }),
    supplierId: fc.constantFrom("a", "b"),
    social: fc.constantFrom(0, 2, 3),
  })
  .map(({ facts, around, ...rest }) => {
    const family = facts.family ?? "AUTRES";
    return {
      ...rest,
      canteenId: "canteen",
      date: facts.date,
      family,
      verdict: classify({ ...facts, family }, around),
    };
  });

describe("cells of lines", () => {
  test("lines of one key share a cell; weights speak only for the lines that have one", () => {
    const lines = [line(), line({ date: "2025-03-01", amountCents: -50, weightGrams: null })];
    expect(cellsOfLines(lines)).toEqual([
      { ...cellKeyOf(line()), amountCents: 1000, weightGrams: 2000, weighedCents: 1050, lines: 2 },
    ]);
  });

  test.each<Partial<CountedLine>>([
    { canteenId: "other" },
    { supplierId: "other" },
    { date: "2025-04-01" },
    { family: "AUTRES" },
    { verdict: { strictCategory: "NON_EGALIM", declaredCategory: "BIO", marks: 0 } },
    { verdict: { strictCategory: "NON_EGALIM", declaredCategory: "NON_EGALIM", marks: 2 } },
  ])("another key is another cell: %o", (overrides) => {
    expect(cellsOfLines([line(), line(overrides)]).length).toBe(2);
  });

  test("a line taken out leaves the cells as if it had never been there", () => {
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 12 }), anyLine, (lines, extra) => {
        const cells = new Map<string, Cell>();
        for (const each of [extra, ...lines]) addToCells(cells, each);
        addToCells(cells, extra, -1);
        const byKey = (one: Cell, other: Cell) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1);
        expect([...cells.values()].toSorted(byKey)).toEqual(cellsOfLines(lines).toSorted(byKey));
      }),
    );
  });

  test("a line counts once: any indicator's whole is the sum of the lines", () => {
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 20 }), (lines) => {
        const cells = cellsOfLines(lines);
        const sum = (amounts: number[]): number => amounts.reduce((total, amount) => total + amount, 0);
        expect(sharesOf(cells, "value").EGALIM.declared).toEqual({
          numerator: sum(
            lines
              .filter((each) => each.verdict.declaredCategory !== "NON_EGALIM")
              .map((each) => each.amountCents),
          ),
          denominator: sum(lines.map((each) => each.amountCents)),
        });
        expect(sum(cells.map((each) => each.lines))).toBe(lines.length);
        expect(sharesOf(cells, "weight").LOCAL.strict.denominator).toBe(
          sum(lines.map((each) => each.weightGrams ?? 0)),
        );
      }),
    );
  });
});
