import type { Cell, Ratio } from "../cells.ts";
import type { Certainty } from "../marks.ts";
import type { Basis, CourtOuProximiteCell, Indicator } from "./indicators.ts";
import type { CellPredicate } from "./predicate.ts";
import {
  basePredicate,
  courtOuProximitePredicate,
  everyCell,
  indicatorPredicate,
  matches,
} from "./predicate.ts";

/** Both ends of a rate: confirmed only, and confirmed with declared. */
export type Share = Readonly<Record<Certainty, Ratio>>;

export type Shares = Readonly<Record<Indicator, Share>>;

/** Cents or grams of each of the four cells; they add up to the total exactly. */
export type CourtOuProximite = Readonly<Record<CourtOuProximiteCell | "total", number>>;

/** What a figure needs of a cell. */
export type FigureCell = Pick<
  Cell,
  "family" | "strictCategory" | "declaredCategory" | "marks" | "amountCents" | "weightGrams" | "weighedCents"
>;

/** Every indicator at both certainties, in cents HT or in grams of weighed lines. @law rural-R230-30-1 */
export function sharesOf(cells: readonly FigureCell[], basis: Basis): Shares {
  return {
    LOCAL: shareOf(cells, { indicator: "LOCAL", basis }),
    SHORT: shareOf(cells, { indicator: "SHORT", basis }),
    SHORT_OR_LOCAL: shareOf(cells, { indicator: "SHORT_OR_LOCAL", basis }),
    ORGANIC: shareOf(cells, { indicator: "ORGANIC", basis }),
    EGALIM: shareOf(cells, { indicator: "EGALIM", basis }),
    MEAT_FISH: shareOf(cells, { indicator: "MEAT_FISH", basis }),
  };
}

/** One indicator at both certainties. */
export function shareOf(
  cells: readonly FigureCell[],
  { indicator, basis }: { indicator: Indicator; basis: Basis },
): Share {
  const denominator = sumOf(cells, { predicate: basePredicate(indicator), basis });
  const ratioAt = (certainty: Certainty): Ratio => ({
    numerator: sumOf(cells, { predicate: indicatorPredicate(indicator, certainty), basis }),
    denominator,
  });
  return { strict: ratioAt("strict"), declared: ratioAt("declared") };
}

/** The four cells of « court ou proximité » at one certainty, in cents HT or grams. */
export function courtOuProximiteCells(
  cells: readonly FigureCell[],
  { basis, certainty }: { basis: Basis; certainty: Certainty },
): CourtOuProximite {
  const part = (cell: CourtOuProximiteCell): number =>
    sumOf(cells, { predicate: courtOuProximitePredicate(cell, certainty), basis });
  return {
    both: part("both"),
    shortOnly: part("shortOnly"),
    localOnly: part("localOnly"),
    neither: part("neither"),
    total: sumOf(cells, { predicate: everyCell(certainty), basis }),
  };
}

/** How much of the amount the weights speak for, in cents HT: shown beside every rate by weight. */
export function weightCoverage(cells: readonly FigureCell[]): Ratio {
  return {
    numerator: cells.reduce((sum, cell) => sum + cell.weighedCents, 0),
    denominator: cells.reduce((sum, cell) => sum + cell.amountCents, 0),
  };
}

/** Sum of the cells a predicate keeps, signed, in cents HT or grams. */
export function sumOf(
  cells: readonly FigureCell[],
  { predicate, basis }: { predicate: CellPredicate; basis: Basis },
): number {
  let sum = 0;
  for (const cell of cells) if (matches(predicate, cell)) sum += amountOf(cell, basis);
  return sum;
}

function amountOf(cell: FigureCell, basis: Basis): number {
  return basis === "value" ? cell.amountCents : cell.weightGrams;
}
