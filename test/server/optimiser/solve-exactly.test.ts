import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { Engine } from "../../../server/optimiser/highs-engine.ts";
import { openHighs } from "../../../server/optimiser/highs-engine.ts";
import { buildLinearModel } from "../../../server/optimiser/linear-model.ts";
import { solveExactly } from "../../../server/optimiser/solve-exactly.ts";
import { evaluate } from "../../../shared/optimiser/evaluate.ts";
import type { OptimiserProblem } from "../../../shared/optimiser/problem.ts";
import { rulesOf } from "../../../shared/optimiser/problem.ts";
import { everyChoice, smallProblem } from "../../support/optimiser-problems.ts";

describe("the cheapest path", () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openHighs();
  });

  /** Extra cost of the cheapest choice that breaks nothing, by trying all; null: none. */
  function tryAll(problem: OptimiserProblem): number | null {
    const costs = everyChoice(problem)
      .map((choice) => evaluate(problem, choice))
      .filter(({ breaches }) => breaches.length === 0)
      .map(({ extraCents }) => extraCents);
    return costs.length === 0 ? null : Math.min(...costs);
  }

  test("is the one that trying every choice finds, and is none exactly when there is none", () => {
    const seen = { solved: 0, impossible: 0 };
    fc.assert(
      fc.property(smallProblem, fc.constantFrom(1, 2, 40), (problem, firstSearch) => {
        const best = tryAll(problem);
        const solution = solveExactly(engine, buildLinearModel(problem), { maxMs: 10_000, firstSearch });
        if (best === null) {
          seen.impossible++;
          expect(solution.status).toBe("infeasible");
          return;
        }
        seen.solved++;
        expect(solution.status).toBe("optimal");
        const found = evaluate(problem, new Set(solution.taken));
        expect(found.breaches).toEqual([]);
        expect(found.extraCents).toBe(best);
        expect(solution.bound).toBeLessThanOrEqual(best + 1e-3);
      }),
      { numRuns: 120 },
    );
    expect(Math.min(seen.solved, seen.impossible)).toBeGreaterThan(15);
  });

  test("broken rule by rule, what must be given is the least that trying every choice finds", () => {
    fc.assert(
      fc.property(smallProblem, fc.constantFrom(1, 40), (problem, firstSearch) => {
        const evaluations = everyChoice(problem).map((choice) => evaluate(problem, choice));
        for (const rule of rulesOf(problem)) {
          const given = evaluations
            .filter(({ breaches }) => breaches.every((breach) => breach.rule === rule))
            .map(({ breaches }) => breaches[0]?.by ?? 0);
          const solution = solveExactly(engine, buildLinearModel(problem, { relaxed: rule }), {
            maxMs: 10_000,
            firstSearch,
          });
          if (given.length === 0) expect(solution.status).toBe("infeasible");
          else expect(Math.abs(Math.ceil(solution.cost - 1e-6) - Math.min(...given))).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 20 },
    );
  });
});
