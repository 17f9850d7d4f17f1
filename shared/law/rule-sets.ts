import { addDays } from "../calendar.ts";
import type { IsoDate } from "../facts.ts";
import { addMonths } from "../periods.ts";

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

export type RuleSets = readonly [RuleSet, ...RuleSet[]];

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
export const RULE_SETS: RuleSets = [FIRST];

/** The rule set in force on a day; `sets` is given by tests only. */
export function ruleSetOn(date: IsoDate, sets: RuleSets = RULE_SETS): RuleSet {
  let current = sets[0];
  for (const set of sets) if (set.from !== null && set.from <= date) current = set;
  return current;
}

/** First days of other rules: of whole sets, and of the end of certification level 2 within one. In their order. */
export function lawDays(sets: RuleSets = RULE_SETS): { sets: IsoDate[]; ce2: IsoDate[] } {
  return {
    sets: sets.flatMap(({ from }) => from ?? []).sort(),
    ce2: [...new Set(sets.map(({ ce2LastDay }) => addDays(ce2LastDay, 1)))].sort(),
  };
}

/** The same rules, each as many months earlier: what they say of a day is what the law says that much later. */
export function ruleSetsEarlier(months: number, [first, ...others]: RuleSets = RULE_SETS): RuleSets {
  const earlier = (day: IsoDate): IsoDate => `${addMonths(day.slice(0, 7), -months)}${day.slice(7)}`;
  const moved = (set: RuleSet): RuleSet => ({
    ...set,
    from: set.from === null ? null : earlier(set.from),
    // The day after is what turns: a month has not always a 31st.
    ce2LastDay: addDays(earlier(addDays(set.ce2LastDay, 1)), -1),
  });
  return [moved(first), ...others.map(moved)];
}
