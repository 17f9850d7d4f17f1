import type { PathAnswer } from "../../shared/optimiser/answer.ts";
import { evaluate } from "../../shared/optimiser/evaluate.ts";
import type { OptimiserProblem } from "../../shared/optimiser/problem.ts";
import { concessionsOf, rulesThatClash } from "./explain.ts";
import type { Engine } from "./highs-engine.ts";
import type { LinearModel } from "./linear-model.ts";
import { buildLinearModel } from "./linear-model.ts";
import type { Solution } from "./solve-exactly.ts";
import { solveExactly } from "./solve-exactly.ts";

/** What the solver's bound may be off by, cents. */
const ROUNDING = 0.05;

/** The cheapest choice that holds every rule, or which rules cannot hold together and what each must give. */
export function findPath(engine: Engine, problem: OptimiserProblem, maxMs: number): PathAnswer {
  const start = performance.now();
  const left = (): number => Math.max(1, maxMs - (performance.now() - start));
  const ms = (): number => Math.round(performance.now() - start);
  const solution = solveChecked(engine, problem, left);
  switch (solution.status) {
    case "optimal":
      return {
        status: "optimal",
        choice: solution.taken ?? [],
        boundCents: Math.ceil(solution.bound),
        ms: ms(),
      };
    case "late":
      return lateAnswer(solution, ms());
    case "infeasible": {
      const explaining = { engine, problem, left };
      const together = rulesThatClash(explaining);
      const concessions = concessionsOf(explaining, together);
      return { status: "impossible", together, concessions, ms: ms() };
    }
  }
}

/** Costs are whole cents: so is what a better choice could save at most. */
function lateAnswer({ taken, cost, bound }: Solution, ms: number): PathAnswer {
  if (taken === null) return { status: "late", choice: null, gapCents: null, ms };
  return {
    status: "late",
    choice: taken,
    gapCents: Math.max(0, Math.round(cost) - Math.ceil(bound - ROUNDING)),
    ms,
  };
}

/** The solver computes in floating point: an answer that breaks a rule on integers is shut out, and the search goes on. */
function solveChecked(engine: Engine, problem: OptimiserProblem, left: () => number): Solution {
  const model = buildLinearModel(problem);
  for (;;) {
    const solution = solveExactly(engine, model, { maxMs: left() });
    if (solution.taken === null) return solution;
    const { breaches } = evaluate(problem, new Set(solution.taken));
    if (breaches.length === 0) return solution;
    if (solution.status === "late") return { ...solution, taken: null };
    shutOut(model, new Set(solution.taken));
  }
}

/** At least one switch differs from this choice. */
function shutOut(model: LinearModel, taken: ReadonlySet<string>): void {
  const switches = model.columns.flatMap(({ switchId }, at) => (switchId === null ? [] : [{ at, switchId }]));
  model.rows.push({
    rule: "differs",
    lower: 1 - switches.filter(({ switchId }) => taken.has(switchId)).length,
    upper: Infinity,
    entries: switches.map(({ at, switchId }) => [at, taken.has(switchId) ? -1 : 1]),
  });
}
