import type { Concession } from "../../shared/optimiser/answer.ts";
import { evaluate } from "../../shared/optimiser/evaluate.ts";
import type { OptimiserProblem, RuleKey } from "../../shared/optimiser/problem.ts";
import { rulesOf } from "../../shared/optimiser/problem.ts";
import type { Engine } from "./highs-engine.ts";
import { buildLinearModel } from "./linear-model.ts";
import { solveExactly } from "./solve-exactly.ts";

/** What may be given up first: the rules left at the end are those the answer speaks of. */
const GIVEN_UP_FIRST: readonly RuleKey[] = ["capacity", "minimum", "kept", "budget", "changes"];

export interface Explaining {
  engine: Engine;
  problem: OptimiserProblem;
  /** Milliseconds left to whoever asks. */
  left: () => number;
}

/** Rules that cannot hold together, of which none can be left out: without any one of them the others can. */
export function rulesThatClash({ engine, problem, left }: Explaining): RuleKey[] {
  const rules = rulesOf(problem);
  const order = [
    ...GIVEN_UP_FIRST.filter((rule) => rules.includes(rule)),
    ...rules.filter((rule) => !GIVEN_UP_FIRST.includes(rule)),
  ];
  let clashing = order;
  for (const rule of order) {
    const others = clashing.filter((each) => each !== rule);
    const model = buildLinearModel(problem, { rules: others, isFree: true });
    const { status } = solveExactly(engine, model, { maxMs: left() });
    // When the time is up the rule stays: too many are named rather than too few.
    if (status === "infeasible") clashing = others;
  }
  return clashing;
}

/** By how much each of these rules must be broken when all the others of the problem hold. */
export function concessionsOf(
  { engine, problem, left }: Explaining,
  rules: readonly RuleKey[],
): Concession[] {
  return rules.map((rule) => {
    const model = buildLinearModel(problem, { relaxed: rule });
    const { status, taken } = solveExactly(engine, model, { maxMs: left() });
    if (status !== "optimal" || taken === null) return { rule, by: null, choice: [] };
    const breach = evaluate(problem, new Set(taken)).breaches.find((each) => each.rule === rule);
    return { rule, by: breach?.by ?? 0, choice: taken };
  });
}
