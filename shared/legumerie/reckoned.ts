import type { Ratio } from "../cells.ts";
import type { IsoDate } from "../facts.ts";
import type { Point } from "../geo/distance.ts";
import type { Id } from "../ids.ts";
import type { LedgerFact } from "./facts.ts";
import type { IndicatorKey } from "./indicator-list.ts";
import type { Period, PeriodKind } from "./indicator-periods.ts";
import type { OrganicProof } from "./traits.ts";

/** Why a figure is not told. */
export const NO_FIGURE_REASONS = [
  "NOTHING_RECEIVED",
  "NOTHING_BOUGHT",
  "NOTHING_WORKED",
  "NOTHING_DELIVERED",
  "NOTHING_LOST",
  "NO_PLACE",
  "NO_CAPACITY",
  "NO_CANTEEN",
  "NO_WANTED_DAY",
  "NO_HOURS",
  "HOURS_ARE_OF_MONTHS",
  "WHOLE_WORKSHOP_ONLY",
  "NO_STOCK",
  "STOCK_OF_LATEST",
] as const;
export type NoFigureReason = (typeof NO_FIGURE_REASONS)[number];

/** A figure is a quotient, its unit the indicator's; over 1 when it is a plain amount. */
export type Reckoned = { ratio: Ratio; why: null } | { ratio: null; why: NoFigureReason };
export type ReckonedFigures = Readonly<Record<IndicatorKey, Reckoned>>;

/** What is known around the facts. */
export interface FactSurroundings {
  /** INSEE code of the workshop's département; null: not known. */
  departement: string | null;
  /** Where the workshop stands; null: not known. */
  point: Point | null;
  /** Organic certificates of each producer. */
  proofs: ReadonlyMap<Id, readonly OrganicProof[]>;
  /** Canteens that it may deliver to. */
  eligible: number;
  /** Gross grams that could be worked over these days; null: nobody said. */
  capacityOf: (period: Period) => number | null;
  /** Grams of a meal's portion, asked for all products; null: each product's own. */
  mealGrams: number | null;
}

/** What is asked of the facts. */
export interface FactsAsked {
  kind: PeriodKind;
  period: Period;
  /** Raw product; null: all of them. */
  productId: Id | null;
  /** Stock facts are of the end of this day, and told of the period that ends with it. */
  stockOn: IsoDate;
}

/** A plain amount. */
export function amount(value: number): Reckoned {
  return { ratio: { numerator: value, denominator: 1 }, why: null };
}

/** Null with its reason when there is nothing to divide by. */
export function quotient(numerator: number, denominator: number, why: NoFigureReason): Reckoned {
  return denominator === 0 ? { ratio: null, why } : { ratio: { numerator, denominator }, why: null };
}

/** No figure. */
export function missing(why: NoFigureReason): Reckoned {
  return { ratio: null, why };
}

/** What `of` takes from each row, added up. */
export function sumOf<Row>(rows: readonly Row[], of: (row: Row) => number): number {
  return rows.reduce((sum, row) => sum + of(row), 0);
}

/** The facts of one kind. */
export function factsOf<Kind extends LedgerFact["kind"]>(
  facts: readonly LedgerFact[],
  kind: Kind,
): Extract<LedgerFact, { kind: Kind }>[] {
  return facts.filter((fact): fact is Extract<LedgerFact, { kind: Kind }> => fact.kind === kind);
}
