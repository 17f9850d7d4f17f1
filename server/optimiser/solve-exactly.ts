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
  /** No answer costs less: as far as the relaxed model tells, or further when the time was up in the search. */
  bound: number;
}

export interface SearchLimits {
  maxMs: number;
  /** Ways left open in the first search: of weight for the time only. */
  firstSearch?: number;
}

/** Ways left open in the first search. */
const FIRST_SEARCH = 40;
/** Costs are whole cents: an answer that is better is so by 1, of which this much and the rounding are looked at. */
const STEP = 0.9;
const ROUNDING = 0.05;

/**
 * The cheapest answer, proven. The relaxed model prices every rule, hence what each switch loses at least; a first
 * search looks among those that lose least: quick, and nearly always close to the best. Any better answer than the
 * one found can only hold switches that lose less than what separates it from the bound: when some were left out, one
 * more search among exactly these is the proof. When nothing was found, the prices say too little: it is among all.
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
  const { cost } = bound;
  let loss = lossOfRank(bound, firstSearch);
  let best = { cost: Infinity, values: null as Float64Array | null };
  for (;;) {
    const bounds = boundsWithin(model, bound, loss);
    const found = engine(model, { isRelaxed: false, maxMs: left(), bounds, start: best.values });
    if (found.objective < best.cost) best = { cost: found.objective, values: found.values };
    const answer = { cost: best.cost, taken: takenOf(model, best.values), bound: cost };
    if (found.status === "late") {
      // Better answers are within what was searched, or lose more than all of it.
      const further = Math.max(cost, Math.min(found.bound, cost + loss));
      return { ...answer, bound: further, status: "late" };
    }
    if (found.status === "infeasible") {
      if (loss === Infinity) return { ...answer, status: "infeasible" };
      loss = Infinity;
      continue;
    }
    const still = best.cost - STEP - cost;
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
