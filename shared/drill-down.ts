import { yearOf } from "./calendar.ts";
import type { Cell } from "./cells.ts";
import type { FactStatus, IsoMonth } from "./facts.ts";
import type { Family } from "./families.ts";
import type { Id } from "./ids.ts";
import type { CourtOuProximiteCell, Indicator } from "./indicators/indicators.ts";
import type { CellPredicate, PredicateRow } from "./indicators/predicate.ts";
import {
  basePredicate,
  courtOuProximitePredicate,
  everyCell,
  indicatorPredicate,
  matches,
} from "./indicators/predicate.ts";
import type { SocialIndicator } from "./indicators/social.ts";
import { socialBits } from "./indicators/social.ts";
import type { LineSort, LineStatus, Part } from "./line-filter-words.ts";
import type { Translated } from "./locales.ts";
import type { Certainty } from "./marks.ts";
import type { LineFact } from "./moves.ts";
import { LINE_FACTS } from "./moves.ts";
import { amountPredicate } from "./yearly-form/amounts.ts";

export const LINE_STATUS_LABELS: Record<LineStatus, Translated> = {
  toCheck: { fr: "À vérifier", en: "To check" },
  confirmed: { fr: "Confirmé", en: "Confirmed" },
  declared: { fr: "Déclaré, preuve manquante", en: "Declared, proof missing" },
  rejected: { fr: "Refusé par la règle", en: "Rejected by the rule" },
  unknown: { fr: "Information manquante", en: "Information missing" },
  no: { fr: "Non", en: "No" },
};

/** Lines behind a figure, as the address of the page holds them; absent is no condition. */
export interface LineFilter {
  from?: IsoMonth | undefined;
  to?: IsoMonth | undefined;
  indicator?: Indicator | undefined;
  /** Only with an indicator or a cell; absent: `declared`. */
  part?: Part | undefined;
  /** One of the four cells of « court ou proximité », at the certainty of `part`. */
  cell?: CourtOuProximiteCell | undefined;
  family?: Family | undefined;
  /** An amount of the yearly form, by the State's name, of the year of `from`, at the certainty of `part`. */
  amount?: string | undefined;
  /** What the supplier was on the day, at the side of `part`; beside an indicator, both hold. */
  social?: SocialIndicator | undefined;
  supplier?: Id | undefined;
  /** Words that the line's name holds, in any order, with or without accents. */
  text?: string | undefined;
  /** State of the fact that `fact` names, else of those the indicator rests on, else of any. */
  status?: LineStatus | undefined;
  fact?: LineFact | undefined;
  sort?: LineSort | undefined;
  page?: number | undefined;
}

/** The page's address: the lines of one canteen, of one territory, or of all one may read. */
export interface LineSearch extends LineFilter {
  canteen?: Id | undefined;
  territory?: string | undefined;
  /** Of the territory, or of all one may read, those in this group of canteens. */
  group?: Id | undefined;
}

/** Lines per page. */
export const LINES_PAGE_SIZE = 50;

/** What a figure is made of: a row belongs when every `all` keeps it and no `none` does. */
export interface FigureConditions {
  all: readonly CellPredicate[];
  none: readonly CellPredicate[];
  /** On the bits of `social`; null: whoever sold. */
  social: SocialCondition | null;
}

/** At least one of `anyOf` is set (0: no condition), and none of `noneOf`. */
export interface SocialCondition {
  anyOf: number;
  noneOf: number;
}

/** The conditions of a filter on cells and on lines alike: the sum and its lines read this one datum. */
export function conditionsOf(filter: LineFilter): FigureConditions {
  const { indicator, part = "declared", cell, family, amount } = filter;
  const all: CellPredicate[] = [];
  const none: CellPredicate[] = [];
  if (amount !== undefined) addAmount({ all, none }, amount, filter);
  else if (cell !== undefined) all.push(courtOuProximitePredicate(cell, certaintyOf(part)));
  else if (indicator !== undefined) addPart({ all, none }, indicator, part);
  if (family !== undefined) all.push({ ...everyCell("declared"), families: [family] });
  return { all, none, social: socialCondition(filter) };
}

function socialCondition({ social, part = "declared" }: LineFilter): SocialCondition | null {
  if (social === undefined) return null;
  const [strict, declared] = [socialBits(social, "strict"), socialBits(social, "declared")];
  switch (part) {
    case "base":
      return null;
    case "strict":
      return { anyOf: strict, noneOf: 0 };
    case "declared":
      return { anyOf: declared, noneOf: 0 };
    case "claimed":
      return { anyOf: declared, noneOf: strict };
    case "outside":
      return { anyOf: 0, noneOf: declared };
  }
}

/** Whether a cell or a line is part of the figure. */
export function isPartOf(conditions: FigureConditions, row: PredicateRow & Pick<Cell, "social">): boolean {
  const { social } = conditions;
  return (
    (social === null ||
      ((social.anyOf === 0 || (row.social & social.anyOf) !== 0) && (row.social & social.noneOf) === 0)) &&
    conditions.all.every((predicate) => matches(predicate, row)) &&
    conditions.none.every((predicate) => !matches(predicate, row))
  );
}

/** The facts of a line an indicator rests on. */
export function factsOf(indicator: Indicator | undefined): readonly LineFact[] {
  switch (indicator) {
    case undefined:
      return LINE_FACTS;
    case "LOCAL":
      return ["local"];
    case "SHORT":
      return ["short"];
    case "SHORT_OR_LOCAL":
      return ["short", "local"];
    case "ORGANIC":
      return ["organic"];
    case "EGALIM":
    case "MEAT_FISH":
      return ["organic", "quality"];
  }
}

/** The states of a fact that a status of the filter takes. */
export function statusesOf(status: LineStatus): readonly FactStatus[] {
  return status === "toCheck" ? ["declared", "unknown"] : [status];
}

/** The cells are shared out at one certainty: every other part reads the declared one. */
export function certaintyOf(part: Part): Certainty {
  return part === "strict" ? "strict" : "declared";
}

/** An amount that the form of that year does not have is the sum of no line. */
function addAmount(
  { all, none }: { all: CellPredicate[]; none: CellPredicate[] },
  name: string,
  { from, part = "declared" }: LineFilter,
): void {
  const year = from === undefined ? 0 : yearOf(from);
  const at = (certainty: Certainty): CellPredicate =>
    amountPredicate(name, { year, certainty }) ?? { ...everyCell(certainty), allOf: 1, noneOf: 1 };
  all.push(at(certaintyOf(part)));
  if (part === "claimed") none.push(at("strict"));
}

function addPart(
  { all, none }: { all: CellPredicate[]; none: CellPredicate[] },
  indicator: Indicator,
  part: Part,
): void {
  switch (part) {
    case "base":
      all.push(basePredicate(indicator));
      return;
    case "strict":
    case "declared":
      all.push(indicatorPredicate(indicator, part));
      return;
    case "claimed":
      all.push(indicatorPredicate(indicator, "declared"));
      none.push(indicatorPredicate(indicator, "strict"));
      return;
    case "outside":
      all.push(basePredicate(indicator));
      none.push(indicatorPredicate(indicator, "declared"));
  }
}
