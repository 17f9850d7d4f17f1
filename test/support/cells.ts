import * as fc from "fast-check";
import { LINE_CATEGORIES } from "../../shared/categories.ts";
import type { Cell } from "../../shared/cells.ts";
import { FAMILIES } from "../../shared/families.ts";
import type { Certainty, Mark } from "../../shared/marks.ts";
import { MARKS, markBit } from "../../shared/marks.ts";
import { bitsOfStatus } from "../../shared/social-marks.ts";
import { SOCIAL_STATUSES } from "../../shared/social-statuses.ts";

/** A cell of one line of 10 € of vegetables that says nothing. */
export function cell(overrides: Partial<Cell> = {}): Cell {
  return {
    canteenId: "canteen-a",
    month: "2025-03",
    supplierId: "supplier-a",
    family: "FRUITS_ET_LEGUMES",
    strictCategory: "NON_EGALIM",
    declaredCategory: "NON_EGALIM",
    marks: 0,
    social: 0,
    amountCents: 1000,
    weightGrams: 0,
    weighedCents: 0,
    lines: 1,
    ...overrides,
  };
}

/** The bit set of marks: confirmed ones are also declared. */
export function bits(marks: Partial<Record<Mark, Certainty>>): number {
  return MARKS.reduce((set, mark) => {
    const certainty = marks[mark];
    if (certainty === undefined) return set;
    return set | markBit(mark, "declared") | markBit(mark, certainty);
  }, 0);
}

const anyMarks = fc
  .array(fc.option(fc.constantFrom("strict" as const, "declared" as const), { nil: undefined }), {
    minLength: MARKS.length,
    maxLength: MARKS.length,
  })
  .map((certainties) =>
    MARKS.reduce((set, mark, index) => {
      const certainty = certainties[index];
      return certainty === undefined ? set : set | bits({ [mark]: certainty });
    }, 0),
  );

const anySocial = fc
  .array(
    fc.record({
      status: fc.constantFrom(...SOCIAL_STATUSES),
      reference: fc.constantFrom(null, "Arrêté"),
    }),
    { maxLength: 3 },
  )
  .map((statuses) => statuses.reduce((set, status) => set | bitsOfStatus(status), 0));

/** Any cell that lines could make: the declared category is never lower than the strict one. */
export const anyCell: fc.Arbitrary<Cell> = fc
  .record({
    canteenId: fc.constantFrom("canteen-a", "canteen-b"),
    month: fc.constantFrom("2024-12", "2025-01", "2025-12", "2026-01"),
    supplierId: fc.constantFrom("supplier-a", "supplier-b"),
    family: fc.constantFrom(...FAMILIES),
    categories: fc.tuple(fc.constantFrom(...LINE_CATEGORIES), fc.constantFrom(...LINE_CATEGORIES)),
    marks: anyMarks,
    social: anySocial,
    amountCents: fc.integer({ min: -50_000, max: 1_000_000 }),
    weightGrams: fc.integer({ min: -5000, max: 500_000 }),
    weighedCents: fc.integer({ min: -50_000, max: 1_000_000 }),
    lines: fc.integer({ min: 1, max: 50 }),
  })
  .map(({ categories, ...rest }) => {
    const [one, other] = categories;
    const ordered = LINE_CATEGORIES.indexOf(one) <= LINE_CATEGORIES.indexOf(other);
    return { ...rest, declaredCategory: ordered ? one : other, strictCategory: ordered ? other : one };
  });
