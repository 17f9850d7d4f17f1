import type { LowerBound } from "./bound.ts";
import { boundsWithin, lossOfRank, lowerBoundOf } from "./bound.ts";
import type { Engine } from "./highs-engine.ts";
import type { LinearModel } from "./linear-model.ts";

/** What is known of a model after the search. */
export interface Solution {
  /** Proven best; proven impossible; or the time was up. */
  status: "optimal" | "infeasible" | "late";
  cost: number;
  /** The switches taken; null: none was found. */
  taken: string[] | null;
  /** No answer costs less. */
  bound: number;
}

export interface SearchLimits {
  maxMs: number;
  /** Ways left open in the first search: of weight for the time only. */
  firstSearch?: number;
}

/** Ways left open in the first search. */
const FIRST_SEARCH = 400;
/** Costs are whole cents: an answer that is better is so by 1, of which this much and the rounding are looked at. */
const STEP = 0.9;
const ROUNDING = 0.05;

/**
 * The cheapest answer, proven. The relaxed model prices every rule, hence what each switch loses at least; a first
 * search looks among those that lose least. Any better answer than the one found can only hold switches that lose less
 * than what separates it from the bound: when some were left out, one more search among exactly these is the proof.
 */
export function solveExactly(
  engine: Engine,
  model: LinearModel,
  { maxMs, firstSearch = FIRST_SEARCH }: SearchLimits,
): Solution {
  const deadline = performance.now() + maxMs;
  const left = (): number => Math.max(1, deadline - performance.now());
  const relaxed = engine(model, { isRelaxed: true, maxMs: left() });
  if (relaxed.status !== "optimal")
    return { status: relaxed.status, cost: Infinity, taken: null, bound: -Infinity };
  const bound = lowerBoundOf(model, relaxed.rowDuals);
  return search({ engine, model, bound, left, firstSearch });
}

interface Search {
  engine: Engine;
  model: LinearModel;
  bound: LowerBound;
  /** Milliseconds. */
  left: () => number;
  firstSearch: number;
}

function search({ engine, model, bound, left, firstSearch }: Search): Solution {
  let loss = lossOfRank(bound, firstSearch);
  for (;;) {
    const bounds = boundsWithin(model, bound, loss);
    const found = engine(model, { isRelaxed: false, maxMs: left(), bounds });
    const { cost } = bound;
    if (found.status === "infeasible") {
      if (loss === Infinity) return { status: "infeasible", cost: Infinity, taken: null, bound: cost };
      loss = Infinity;
      continue;
    }
    const answer = { cost: found.objective, taken: takenOf(model, found.values), bound: cost };
    if (found.status === "late") return { ...answer, status: "late" };
    const still = found.objective - STEP - cost;
    if (still <= loss + ROUNDING) return { ...answer, status: "optimal" };
    loss = still;
  }
}

function takenOf({ columns }: LinearModel, values: Float64Array | null): string[] | null {
  if (values === null) return null;
  return columns.flatMap(({ switchId }, index) =>
    switchId !== null && (values[index] ?? 0) > 0.5 ? [switchId] : [],
  );
}
