import type { IsoDate } from "../facts.ts";

/** The figures of the rules between two changes of the law; shares and weights in basis points. */
export interface RuleSet {
  /** First day; null: as far back as lines go. */
  from: IsoDate | null;
  /** Least share of one category's ingredients in a processed product. @law rural-L230-5-1 */
  processedMinShareBp: number;
  /** Last day environmental certification level 2 counts as HVE. @law rural-L230-5-1 */
  ce2LastDay: IsoDate;
  /** Weight of the externalities criterion, both ends allowed. @law rural-R230-30-2 */
  externalitiesWeightMinBp: number;
  externalitiesWeightMaxBp: number;
  /** Least mark for externalities, of the maximum. @law rural-R230-30-2 */
  externalitiesMarkMinBp: number;
  /** Least sum of the environment and direct supply weights. @law guide-cnrc-2024-01 */
  performanceWeightMinBp: number;
  /** Most owners between producer and canteen in a short circuit. @law ministere-circuit-court */
  shortMaxIntermediaries: number;
}

/** The rules of the law « EGalim » as the code rural states them. */
const FIRST: RuleSet = {
  from: null,
  processedMinShareBp: 9500,
  ce2LastDay: "2026-12-31",
  externalitiesWeightMinBp: 1000,
  externalitiesWeightMaxBp: 3000,
  externalitiesMarkMinBp: 4000,
  performanceWeightMinBp: 5000,
  shortMaxIntermediaries: 1,
};

/** Every rule set, oldest first; a change of the law is one more entry, dated. */
export const RULE_SETS: readonly [RuleSet, ...RuleSet[]] = [FIRST];

/** The rule set in force on a day; `sets` is given by tests only. */
export function ruleSetOn(date: IsoDate, sets: readonly [RuleSet, ...RuleSet[]] = RULE_SETS): RuleSet {
  let current = sets[0];
  for (const set of sets) if (set.from !== null && set.from <= date) current = set;
  return current;
}
