import type { Bounds } from "./highs-engine.ts";
import { boundsOf } from "./highs-engine.ts";
import type { LinearModel } from "./linear-model.ts";

/**
 * What no answer can cost less than, and what each way of a post costs above it: the rows but « one switch a post »
 * are priced at what they are worth in the relaxed model.
 */
export interface LowerBound {
  cost: number;
  /** By post: of leaving it as it is, then of each of its switches. At least one is 0. */
  losses: readonly (readonly number[])[];
}

/** Prices of a row that would let its bound at infinity win are rounding. */
export function lowerBoundOf(model: LinearModel, rowDuals: Float64Array): LowerBound {
  const reduced = Float64Array.from(model.columns, ({ cost }) => cost);
  let cost = 0;
  for (const [index, { lower, upper, rule, entries }] of model.rows.entries()) {
    const price = rule === "choice" ? 0 : (rowDuals[index] ?? 0);
    const bound = price > 0 ? lower : upper;
    if (price === 0 || !Number.isFinite(bound)) continue;
    cost += price * bound;
    for (const [column, value] of entries) reduced[column] = (reduced[column] ?? 0) - price * value;
  }
  const inGroups = new Set(model.groups.flat());
  for (const [index, { lower, upper }] of model.columns.entries()) {
    const value = reduced[index] ?? 0;
    if (!inGroups.has(index) && value !== 0) cost += value > 0 ? value * lower : leastOf(value, upper);
  }
  const losses = model.groups.map((group) => {
    const ways = [0, ...group.map((at) => (model.columns[at]?.upper === 0 ? Infinity : (reduced[at] ?? 0)))];
    const best = Math.min(...ways);
    cost += best;
    return ways.map((way) => way - best);
  });
  return { cost, losses };
}

/** Bounds that leave each post the ways that cost no more than `loss` above the bound; how many are free. */
export function boundsWithin(model: LinearModel, { losses }: LowerBound, loss: number): Bounds {
  const bounds = boundsOf(model);
  for (const [index, group] of model.groups.entries()) {
    const ways = losses[index] ?? [];
    const left = ways.filter((way) => way <= loss).length;
    for (const [at, column] of group.entries()) {
      const isLeft = (ways[at + 1] ?? Infinity) <= loss;
      if (!isLeft) bounds.upper[column] = 0;
      else if (left === 1) bounds.lower[column] = 1;
    }
  }
  return bounds;
}

/** The loss within which `count` ways stay open beside the best of each post. */
export function lossOfRank({ losses }: LowerBound, count: number): number {
  const open = losses
    .flat()
    .filter((loss) => loss > 0 && loss < Infinity)
    .sort((a, b) => a - b);
  return open[count - 1] ?? Infinity;
}

/** A column without an upper bound never lowers the bound but by rounding. */
function leastOf(value: number, upper: number): number {
  return Number.isFinite(upper) ? value * upper : 0;
}
