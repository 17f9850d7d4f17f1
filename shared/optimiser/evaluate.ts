import type { Ratio } from "../cells.ts";
import type { Id } from "../ids.ts";
import { gapToTarget } from "../indicators/gap.ts";
import type { Indicator } from "../indicators/indicators.ts";
import { INDICATORS } from "../indicators/indicators.ts";
import type { OptimiserProblem, Post, RuleKey, Switch } from "./problem.ts";

/** The switches taken, at most one a post, by id. */
export type Choice = ReadonlySet<string>;

/** A rule that a choice breaks, and by how much. */
export interface Breach {
  rule: RuleKey;
  /** Cents still to count (targets), changes or suppliers too many, cents too many or missing, grams too many. */
  by: number;
}

/** A supplier's deliveries under a choice. */
export interface SupplierState {
  id: Id;
  amountCents: number;
  /** Deliveries needed: as many as its most often delivered article. */
  orders: number;
  /** HT cents missing to the minimum over all deliveries; 0: none. */
  missingCents: number;
  /** Grams bought there instead. */
  addedGrams: number;
}

/** All that a choice changes, exactly. */
export interface Evaluation {
  changes: number;
  /** Against what was paid: negative when it saves. HT cents. */
  extraCents: number;
  totalCents: number;
  rates: Readonly<Record<Indicator, Ratio>>;
  breaches: readonly Breach[];
}

/** What the choice gives: the one truth of the solver's check, of the tests and of the page's what-if. */
export function evaluate(problem: OptimiserProblem, choice: Choice): Evaluation {
  const taken = takenSwitches(problem, choice);
  const extraCents = taken.reduce((sum, { way }) => sum + way.inCents - way.outCents, 0);
  const rates = Object.fromEntries(
    INDICATORS.map((indicator) => [indicator, rateOf(problem, taken, indicator)]),
  ) as Record<Indicator, Ratio>;
  const totalCents = problem.startCents + extraCents;
  return {
    changes: taken.length,
    extraCents,
    totalCents,
    rates,
    breaches: [
      ...targetBreaches(problem, rates),
      ...over("changes", taken.length, problem.wishes.maxChanges),
      ...over("budget", totalCents, problem.wishes.budgetCents),
      ...over(
        "kept",
        releasedSuppliers(problem, taken).length,
        problem.wishes.keptSuppliers.length === 0 ? null : 0,
      ),
      ...supplierBreaches(problem, choice),
    ],
  };
}

/** Every supplier of the problem as the choice leaves it. */
export function supplierStates(problem: OptimiserProblem, choice: Choice): SupplierState[] {
  const states = new Map(
    problem.suppliers.map(({ id, fixedCents, fixedOrders }) => [
      id,
      { amountCents: fixedCents, orders: fixedOrders, addedGrams: 0 },
    ]),
  );
  for (const post of problem.posts) {
    const way = takenOf(post, choice);
    const own = states.get(post.supplierId);
    if (own !== undefined) {
      own.amountCents += post.amountCents - (way?.outCents ?? 0);
      own.orders = Math.max(own.orders, way === null ? post.orders : way.ordersLeft);
    }
    const other = way === null ? undefined : states.get(way.supplierId);
    if (way === null || other === undefined) continue;
    other.amountCents += way.inCents;
    other.orders = Math.max(other.orders, way.orders);
    if (way.supplierId !== post.supplierId) other.addedGrams += way.grams;
  }
  return problem.suppliers.map(({ id, minimumCents }) => {
    const state = states.get(id) ?? { amountCents: 0, orders: 0, addedGrams: 0 };
    return {
      id,
      ...state,
      missingCents: Math.max(0, (minimumCents ?? 0) * state.orders - state.amountCents),
    };
  });
}

/** The switch a choice takes of the post; null: it stays as it is. */
export function takenOf(post: Post, choice: Choice): Switch | null {
  return post.switches.find(({ id }) => choice.has(id)) ?? null;
}

/** Kept suppliers that lose something all the same. */
export function releasedSuppliers(
  { wishes }: OptimiserProblem,
  taken: readonly { post: Post; way: Switch }[],
): Id[] {
  const losing = new Set(
    taken.filter(({ post, way }) => way.supplierId !== post.supplierId).map(({ post }) => post.supplierId),
  );
  return wishes.keptSuppliers.filter((id) => losing.has(id));
}

/** The posts that change and how. */
export function takenSwitches({ posts }: OptimiserProblem, choice: Choice): { post: Post; way: Switch }[] {
  return posts.flatMap((post) => {
    const way = takenOf(post, choice);
    return way === null ? [] : [{ post, way }];
  });
}

function rateOf({ start }: OptimiserProblem, taken: readonly { way: Switch }[], indicator: Indicator): Ratio {
  let { counted: numerator, base: denominator } = start[indicator];
  for (const { way } of taken) {
    numerator += way.effects[indicator].counted;
    denominator += way.effects[indicator].base;
  }
  return { numerator, denominator };
}

/** A share of nothing asks for nothing. */
function targetBreaches({ targets }: OptimiserProblem, rates: Evaluation["rates"]): Breach[] {
  return targets.flatMap(({ indicator, shareBp }) => {
    const by = gapToTarget({ ratio: rates[indicator], targetBp: shareBp }) ?? 0;
    return by === 0 ? [] : [{ rule: `target:${indicator}` as const, by }];
  });
}

/** What a supplier already misses today is no breach: it must not miss more. */
function supplierBreaches(problem: OptimiserProblem, choice: Choice): Breach[] {
  const before = supplierStates(problem, new Set());
  let missing = 0;
  let grams = 0;
  for (const [index, state] of supplierStates(problem, choice).entries()) {
    missing += Math.max(0, state.missingCents - (before[index]?.missingCents ?? 0));
    const limit = problem.suppliers[index]?.capacityGrams ?? null;
    if (limit !== null) grams += Math.max(0, state.addedGrams - limit);
  }
  return [...over("minimum", missing, 0), ...over("capacity", grams, 0)];
}

function over(rule: RuleKey, value: number, limit: number | null): Breach[] {
  return limit === null || value <= limit ? [] : [{ rule, by: value - limit }];
}
