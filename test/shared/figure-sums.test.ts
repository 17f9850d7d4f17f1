import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { digestCells } from "../../shared/cell-digest.ts";
import type { Cell } from "../../shared/cells.ts";
import { addSums, figuresOfSums, noSums, ratesDuring, sumsOfDigest } from "../../shared/figure-sums.ts";
import { figuresOf, totalsOf } from "../../shared/figures.ts";
import { BASES } from "../../shared/indicators/indicators.ts";
import { sharesOf } from "../../shared/indicators/shares.ts";
import { isInRange, schoolYearRange, yearRange } from "../../shared/periods.ts";
import { anyCell, cell } from "../support/cells.ts";

const RANGE = yearRange(2025);
const TODAY = "2026-02-10";

describe("sums of figures", () => {
  test("of several canteens say what their cells say, on either basis, before and after one of them changes", () => {
    fc.assert(
      fc.property(
        fc.array(anyCell, { maxLength: 40 }),
        fc.array(anyCell, { maxLength: 20 }),
        fc.constantFrom(...BASES),
        fc.constantFrom(RANGE, schoolYearRange(2024)),
        (all, others, basis, range) => {
          const asked = { range, basis, today: TODAY };
          const known = (cells: readonly Cell[], canteenId: string) =>
            cells.filter(
              (one) => one.canteenId === canteenId && one.month >= "2024-01" && one.month <= range.toMonth,
            );
          const sums = (cells: readonly Cell[]) => sumsOfDigest(digestCells(cells, range), asked);
          const [first, second, changed] = [
            known(all, "canteen-a"),
            known(all, "canteen-b"),
            known(others, "canteen-b"),
          ];
          const several = noSums();
          addSums(several, sums(first), 1);
          addSums(several, sums(second), 1);
          expect(figuresOfSums(several, asked)).toEqual(figuresOf([...first, ...second], asked));
          addSums(several, sums(second), -1);
          addSums(several, sums(changed), 1);
          expect(figuresOfSums(several, asked)).toEqual(figuresOf([...first, ...changed], asked));
          const { fromMonth } = range;
          const begin = { fromMonth, toMonth: fromMonth };
          const cells = [...first, ...changed].filter(({ month }) => isInRange(month, begin));
          expect(ratesDuring(several, begin)).toEqual(
            cells.length === 0 ? null : { totals: totalsOf(cells), shares: sharesOf(cells, basis) },
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  test("of months that a credit note brings to zero still have their lines", () => {
    const cells = [
      cell({ amountCents: 500 }),
      cell({ amountCents: -500, supplierId: "supplier-b", strictCategory: "BIO", declaredCategory: "BIO" }),
    ];
    const asked = { range: RANGE, basis: "value", today: TODAY } as const;
    const sums = sumsOfDigest(digestCells(cells, RANGE), asked);
    expect(ratesDuring(sums, RANGE)?.totals).toEqual({ amountCents: 0, weightGrams: 0, lines: 2 });
    expect(figuresOfSums(sums, asked).bySupplier.map(({ totals }) => totals.amountCents)).toEqual([
      500, -500,
    ]);
  });

  test("of nobody are no purchases", () => {
    const asked = { range: RANGE, basis: "value", today: TODAY } as const;
    expect(ratesDuring(noSums(), RANGE)).toBeNull();
    expect(figuresOfSums(noSums(), asked)).toEqual(figuresOf([], asked));
  });
});
