import type { LineCategory } from "../categories.ts";
import { CATEGORIES } from "../categories.ts";
import type { Family } from "../families.ts";
import type { Certainty } from "../marks.ts";
import { markBit } from "../marks.ts";
import type { CourtOuProximiteCell, Indicator } from "./indicators.ts";

/**
 * Which cells, and which lines, a figure is made of: the sum and its drill-down read this one datum.
 * Every condition holds at once; null or 0 is no condition.
 */
export interface CellPredicate {
  /** Which of the two categories `categories` is compared with. */
  certainty: Certainty;
  categories: readonly LineCategory[] | null;
  families: readonly Family[] | null;
  /** All of these bits are set: `(marks & allOf) = allOf`. */
  allOf: number;
  /** At least one of these bits is set: `(marks & anyOf) <> 0`. */
  anyOf: number;
  /** None of these bits is set: `(marks & noneOf) = 0`. */
  noneOf: number;
}

/** What a predicate reads of a cell or of a line. */
export interface PredicateRow {
  family: Family;
  strictCategory: LineCategory;
  declaredCategory: LineCategory;
  marks: number;
}

/** Families of the meat and fish rate; charcuterie is apart. @law rural-L230-5-1 */
export const MEAT_FISH_FAMILIES: readonly Family[] = ["VIANDES_VOLAILLES", "PRODUITS_DE_LA_MER"];

/** Numerator of an indicator. @law rural-R230-30-1 */
export function indicatorPredicate(indicator: Indicator, certainty: Certainty): CellPredicate {
  const short = markBit("SHORT", certainty);
  const local = markBit("LOCAL", certainty);
  const everything = everyCell(certainty);
  switch (indicator) {
    case "LOCAL":
      return { ...everything, allOf: local };
    case "SHORT":
      return { ...everything, allOf: short };
    case "SHORT_OR_LOCAL":
      return { ...everything, anyOf: short | local };
    case "ORGANIC":
      return { ...everything, categories: ["BIO"] };
    case "EGALIM":
      return { ...everything, categories: CATEGORIES };
    case "MEAT_FISH":
      return { ...everything, categories: CATEGORIES, families: MEAT_FISH_FAMILIES };
  }
}

/** Denominator of an indicator: all food, or all meat and fish. @law rural-R230-30-1 */
export function basePredicate(indicator: Indicator): CellPredicate {
  const everything = everyCell("declared");
  return indicator === "MEAT_FISH" ? { ...everything, families: MEAT_FISH_FAMILIES } : everything;
}

/** One of the four cells of « court ou proximité »; at one certainty they share out every line. */
export function courtOuProximitePredicate(cell: CourtOuProximiteCell, certainty: Certainty): CellPredicate {
  const short = markBit("SHORT", certainty);
  const local = markBit("LOCAL", certainty);
  const everything = everyCell(certainty);
  switch (cell) {
    case "both":
      return { ...everything, allOf: short | local };
    case "shortOnly":
      return { ...everything, allOf: short, noneOf: local };
    case "localOnly":
      return { ...everything, allOf: local, noneOf: short };
    case "neither":
      return { ...everything, noneOf: short | local };
  }
}

/** Every cell of the cube. */
export function everyCell(certainty: Certainty): CellPredicate {
  return { certainty, categories: null, families: null, allOf: 0, anyOf: 0, noneOf: 0 };
}

/** Whether the cell or line is part of the figure. */
export function matches(predicate: CellPredicate, row: PredicateRow): boolean {
  const { categories, families, allOf, anyOf, noneOf } = predicate;
  if ((row.marks & allOf) !== allOf || (row.marks & noneOf) !== 0) return false;
  if (anyOf !== 0 && (row.marks & anyOf) === 0) return false;
  if (families !== null && !families.includes(row.family)) return false;
  if (categories === null) return true;
  return categories.includes(predicate.certainty === "strict" ? row.strictCategory : row.declaredCategory);
}
