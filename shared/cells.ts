import type { LineCategory } from "./categories.ts";
import type { IsoMonth } from "./facts.ts";
import type { Family } from "./families.ts";
import type { Id } from "./ids.ts";

/** One cell of the indicator cube: every figure of every screen is a sum over cells. */
export interface Cell {
  canteenId: Id;
  month: IsoMonth;
  supplierId: Id;
  family: Family;
  strictCategory: LineCategory;
  declaredCategory: LineCategory;
  /** Bit set, see marks.ts. */
  marks: number;
  /** Bit set, see social-marks.ts. */
  social: number;
  /** HT, cents, signed (credit notes). */
  amountCents: number;
  /** Grams, signed, of the lines that have a weight. */
  weightGrams: number;
  /** HT cents of the lines that have a weight: how much of the amount the weight speaks for. */
  weighedCents: number;
  lines: number;
}

/** An exact rate: integers until display. `denominator` 0 means the rate is null (« aucun achat »). */
export interface Ratio {
  numerator: number;
  denominator: number;
}
