import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { findPath } from "../../../server/optimiser/find-path.ts";
import type { Engine } from "../../../server/optimiser/highs-engine.ts";
import { openHighs } from "../../../server/optimiser/highs-engine.ts";
import { evaluate } from "../../../shared/optimiser/evaluate.ts";
import type { OptimiserProblem } from "../../../shared/optimiser/problem.ts";
import { oneArticle } from "../../support/one-article.ts";
import { everyChoice, smallProblem } from "../../support/optimiser-problems.ts";

const NOTHING_FOUND = {
  status: "late",
  objective: Number.POSITIVE_INFINITY,
  values: null,
  bound: Number.NEGATIVE_INFINITY,
  rowDuals: new Float64Array(),
} as const;

/** An engine that finds an answer and has no time left to prove that it is the best. */
function stoppedEarly(engine: Engine): Engine {
  return (model, options) => {
    const answer = engine(model, options);
    if (options.isRelaxed || answer.status !== "optimal") return answer;
    return { ...answer, status: "late", bound: Number.NEGATIVE_INFINITY };
  };
}

describe("the path to the targets", () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openHighs();
  });
  const find = (problem: OptimiserProblem) => findPath(engine, problem, 20_000);

  test("is the cheapest switch that reaches the target", () => {
    expect(find(oneArticle())).toMatchObject({ status: "optimal", choice: ["organic"] });
  });

  test("is to change nothing when all is reached and nothing is cheaper", () => {
    expect(find(oneArticle({ targets: [] }))).toMatchObject({ status: "optimal", choice: [] });
  });

  test("does not exist when the budget and the target clash, and says by how much", () => {
    const answer = find(oneArticle({ budgetCents: 100_00 }));
    expect(answer).toMatchObject({ status: "impossible", together: ["budget", "target:ORGANIC"] });
    expect(answer.status === "impossible" && answer.concessions).toEqual([
      { rule: "budget", by: 30_00, choice: ["organic"] },
      { rule: "target:ORGANIC", by: 50_00, choice: [] },
    ]);
  });

  test("does not exist when the only organic supplier's article must stay where it is", () => {
    const answer = find(oneArticle({ keptSuppliers: ["now"] }));
    expect(answer).toMatchObject({ status: "impossible", together: ["kept", "target:ORGANIC"] });
    expect(answer.status === "impossible" && answer.concessions[0]).toMatchObject({ rule: "kept", by: 1 });
  });

  test("does not exist when the supplier's minimum order is never met, or it cannot deliver enough", () => {
    expect(find(oneArticle({ minimumCents: 50_00 }))).toMatchObject({
      status: "impossible",
      concessions: [{ rule: "minimum", by: 20_00 }, { rule: "target:ORGANIC" }],
    });
    expect(find(oneArticle({ capacityGrams: 9_999 }))).toMatchObject({
      status: "impossible",
      concessions: [{ rule: "capacity", by: 1 }, { rule: "target:ORGANIC" }],
    });
  });

  test("when the time is up, is the best found so far and the most that a better one could save", () => {
    fc.assert(
      fc.property(smallProblem, (problem) => {
        const costs = everyChoice(problem)
          .map((choice) => evaluate(problem, choice))
          .filter(({ breaches }) => breaches.length === 0)
          .map(({ extraCents }) => extraCents);
        if (costs.length === 0) return;
        const answer = findPath(stoppedEarly(engine), problem, 20_000);
        if (answer.status !== "late" || answer.choice === null) throw new Error(answer.status);
        const found = evaluate(problem, new Set(answer.choice));
        expect(found.breaches).toEqual([]);
        expect(Math.min(...costs)).toBeGreaterThanOrEqual(found.extraCents - answer.gapCents);
        expect(found.extraCents).toBeGreaterThanOrEqual(Math.min(...costs));
      }),
      { numRuns: 40 },
    );
    expect(findPath(() => NOTHING_FOUND, oneArticle(), 20_000)).toMatchObject({
      status: "late",
      choice: null,
      gapCents: null,
    });
  });

  test("rules that clash do so together, and no longer when one of them is left out", () => {
    const names = { impossible: 0 };
    fc.assert(
      fc.property(smallProblem, (problem) => {
        const answer = find(problem);
        if (answer.status !== "impossible") return;
        names.impossible++;
        const broken = everyChoice(problem).map(
          (choice) => new Set(evaluate(problem, choice).breaches.map(({ rule }) => rule)),
        );
        const clash = (rules: readonly string[]): boolean =>
          broken.every((each) => rules.some((rule) => each.has(rule as never)));
        expect(clash(answer.together)).toBe(true);
        for (const rule of answer.together)
          expect(clash(answer.together.filter((each) => each !== rule))).toBe(false);
      }),
      { numRuns: 50 },
    );
    expect(names.impossible).toBeGreaterThan(10);
  });
});
