import type { Cell, Ratio } from "../cells.ts";
import type { Basis, Indicator } from "./indicators.ts";
import { INDICATORS } from "./indicators.ts";
import type { CellPredicate, PredicateRow } from "./predicate.ts";
import { basePredicate, indicatorPredicate, matches } from "./predicate.ts";
import type { Shares } from "./shares.ts";

/** A cell with what it counts for: cells of the same content share one judgement. */
export interface JudgedCell extends Cell {
  judgement: Judgement;
}

/** Which of an indicator's three sums the cell is part of. */
export type Judgement = Readonly<Record<Indicator, { base: boolean; strict: boolean; declared: boolean }>>;

/** The cells with their judgement: a dashboard asks for a hundred rates of cells that have few distinct contents. */
export function judgeCells(cells: readonly Cell[]): JudgedCell[] {
  const known = new Map<string, Judgement>();
  return cells.map((cell) => {
    const { family, strictCategory, declaredCategory, marks } = cell;
    const content = `${family}|${strictCategory}|${declaredCategory}|${marks}`;
    let judgement = known.get(content);
    if (judgement === undefined) {
      judgement = judgeCell(cell);
      known.set(content, judgement);
    }
    return { ...cell, judgement };
  });
}

/** What `sharesOf` gives for the same cells, in one pass over the distinct contents. @law rural-R230-30-1 */
export function sharesOfJudged(cells: readonly JudgedCell[], basis: Basis): Shares {
  const sums = new Map<Judgement, number>();
  for (const { judgement, amountCents, weightGrams } of cells) {
    const amount = basis === "value" ? amountCents : weightGrams;
    sums.set(judgement, (sums.get(judgement) ?? 0) + amount);
  }
  const shares = INDICATORS.map((indicator) => {
    const total = { base: 0, strict: 0, declared: 0 };
    for (const [judgement, amount] of sums) {
      const counts = judgement[indicator];
      if (counts.base) total.base += amount;
      if (counts.strict) total.strict += amount;
      if (counts.declared) total.declared += amount;
    }
    const over = (numerator: number): Ratio => ({ numerator, denominator: total.base });
    return [indicator, { strict: over(total.strict), declared: over(total.declared) }] as const;
  });
  return Object.fromEntries(shares) as Shares;
}

const PREDICATES: readonly (readonly [Indicator, Record<"base" | "strict" | "declared", CellPredicate>])[] =
  INDICATORS.map((indicator) => [
    indicator,
    {
      base: basePredicate(indicator),
      strict: indicatorPredicate(indicator, "strict"),
      declared: indicatorPredicate(indicator, "declared"),
    },
  ]);

/** What a cell, or a line, counts for. */
export function judgeCell(row: PredicateRow): Judgement {
  const entries = PREDICATES.map(([indicator, { base, strict, declared }]) => [
    indicator,
    { base: matches(base, row), strict: matches(strict, row), declared: matches(declared, row) },
  ]);
  return Object.fromEntries(entries) as Judgement;
}
