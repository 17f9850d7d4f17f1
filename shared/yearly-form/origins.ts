import type { Cell } from "../cells.ts";
import type { Certainty } from "../marks.ts";
import { hasMark } from "../marks.ts";

/** Origin amounts of a family, HT cents; they overlap, save France and Europe. */
export interface OriginAmounts {
  /** Null: the form of that year does not ask for it. */
  europe: number | null;
  france: number;
  circuit_court: number;
  local: number;
}

/** How the form of a year fills « France », and whether it asks for Europe. */
export interface OriginRule {
  /** First data year. */
  from: number;
  /** « France » also takes short circuit and local lines, each once. */
  franceTakesShortAndLocal: boolean;
  asksEurope: boolean;
}

/** Every rule by data year, oldest first. @law ma-cantine-formulaire */
export const ORIGIN_RULES: readonly [OriginRule, ...OriginRule[]] = [
  { from: 0, franceTakesShortAndLocal: false, asksEurope: false },
  { from: 2025, franceTakesShortAndLocal: true, asksEurope: false },
  { from: 2026, franceTakesShortAndLocal: false, asksEurope: true },
];

/** The origin rule of a data year. */
export function originRuleOf(year: number): OriginRule {
  return ORIGIN_RULES.findLast((rule) => rule.from <= year) ?? ORIGIN_RULES[0];
}

/** Whether the cell counts as « France » in the form of that rule. */
export function isFrance(cell: Pick<Cell, "marks">, rule: OriginRule, certainty: Certainty): boolean {
  if (hasMark(cell.marks, "FRANCE", certainty)) return true;
  if (!rule.franceTakesShortAndLocal) return false;
  return hasMark(cell.marks, "SHORT", certainty) || hasMark(cell.marks, "LOCAL", certainty);
}

/** Origin amounts of cells in the form of a data year. */
export function originAmounts(
  cells: readonly Cell[],
  { year, certainty }: { year: number; certainty: Certainty },
): OriginAmounts {
  const rule = originRuleOf(year);
  const sumWhere = (keep: (cell: Cell) => boolean): number =>
    cells.reduce((sum, cell) => (keep(cell) ? sum + cell.amountCents : sum), 0);
  return {
    europe: rule.asksEurope ? sumWhere((cell) => hasMark(cell.marks, "EUROPE", certainty)) : null,
    france: sumWhere((cell) => isFrance(cell, rule, certainty)),
    circuit_court: sumWhere((cell) => hasMark(cell.marks, "SHORT", certainty)),
    local: sumWhere((cell) => hasMark(cell.marks, "LOCAL", certainty)),
  };
}
