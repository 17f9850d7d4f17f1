import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { digestCells, monthCellsOf, sizeOf, suppliersOf } from "../../shared/cell-digest.ts";
import { figuresOf } from "../../shared/figures.ts";
import { groupCells } from "../../shared/indicators/groups.ts";
import { isInRange, yearRange } from "../../shared/periods.ts";
import { anyCell, cell } from "../support/cells.ts";

const RANGE = yearRange(2025);

describe("digests of canteens", () => {
  test("add up to the figures of their cells, whatever the basis", () => {
    fc.assert(
      fc.property(
        fc.array(anyCell, { maxLength: 60 }),
        fc.constantFrom("value", "weight"),
        (cells, basis) => {
          const known = cells.filter(({ month }) => month >= "2024-01" && month <= RANGE.toMonth);
          const digests = [...groupCells(known, "canteen").values()].map((own) => digestCells(own, RANGE));
          const asked = { range: RANGE, basis, today: "2026-02-10" } as const;
          const { bySupplier: _, ...added } = figuresOf(monthCellsOf(digests, RANGE), asked);
          expect(figuresOf(known, asked)).toMatchObject(added);
          expect(suppliersOf(digests).toSorted()).toEqual(
            [
              ...new Set(
                known.filter(({ month }) => isInRange(month, RANGE)).map(({ supplierId }) => supplierId),
              ),
            ].toSorted(),
          );
        },
      ),
      { numRuns: 200 },
    );
  });

  test("hold one sum for each month and content, and for each supplier and content of the period", () => {
    const cells = [
      cell({ supplierId: "a" }),
      cell({ supplierId: "b" }),
      cell({ supplierId: "b", month: "2025-04" }),
      cell({ supplierId: "b", month: "2024-04" }),
    ];
    expect(sizeOf(digestCells(cells, RANGE))).toBe(3 + 2);
  });

  test("of nobody are nothing", () => {
    expect(monthCellsOf([], RANGE)).toEqual([]);
    expect(suppliersOf([digestCells([], RANGE)])).toEqual([]);
  });
});
