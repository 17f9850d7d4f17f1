import type { Id } from "../ids.ts";
import type { Indicator } from "../indicators/indicators.ts";

/** What some purchases add to an indicator: what it is a share of, and what counts in it; cents HT. */
export interface Effect {
  base: number;
  counted: number;
}

export type Effects = Readonly<Record<Indicator, Effect>>;

/** Buying (a part of) an article elsewhere, otherwise, or of another kind. */
export interface Switch {
  /** Unique in the problem. */
  id: string;
  supplierId: Id;
  /** What leaves the post's supplier, HT cents. */
  outCents: number;
  /** What is paid instead, HT cents. */
  inCents: number;
  /** Bought there instead, grams. */
  grams: number;
  /** Deliveries it needs over the period. */
  orders: number;
  /** Deliveries the post still needs from its own supplier: 0 when all of it leaves. */
  ordersLeft: number;
  /** What it changes in each indicator, signed. */
  effects: Effects;
}

/** An article as it was bought over the period, and what it could be exchanged for. */
export interface Post {
  id: string;
  supplierId: Id;
  amountCents: number;
  orders: number;
  switches: readonly Switch[];
}

/** What is known of a supplier beside the posts. */
export interface SupplierTerms {
  id: Id;
  /** Bought there outside the posts over the period, HT cents. */
  fixedCents: number;
  /** Deliveries of what is outside the posts. */
  fixedOrders: number;
  /** Least amount of a delivery, HT cents; null: none, or not known. */
  minimumCents: number | null;
  /** Most that may be bought there instead, grams; null: no limit known. */
  capacityGrams: number | null;
}

export interface ShareTarget {
  indicator: Indicator;
  /** Basis points. */
  shareBp: number;
}

/** What the answer must respect beside the targets; null: no limit. */
export interface Wishes {
  maxChanges: number | null;
  /** Everything bought over the period, HT cents. */
  budgetCents: number | null;
  /** Suppliers that lose nothing. */
  keptSuppliers: readonly Id[];
}

/** A canteen's purchases over a period, what could be bought instead, and what must be reached. */
export interface OptimiserProblem {
  targets: readonly ShareTarget[];
  wishes: Wishes;
  /** Everything bought over the period: HT cents, and what it is worth to each indicator. */
  startCents: number;
  start: Effects;
  posts: readonly Post[];
  suppliers: readonly SupplierTerms[];
}

/** The rules an answer can break, one of each kind; a target by its indicator. */
export const RULE_KINDS = ["changes", "budget", "kept", "minimum", "capacity"] as const;
export type RuleKind = (typeof RULE_KINDS)[number];
export type RuleKey = RuleKind | `target:${Indicator}`;

/** The rules that the problem really sets, targets first. */
export function rulesOf({ targets, wishes, suppliers }: OptimiserProblem): RuleKey[] {
  return [
    ...targets.map(({ indicator }): RuleKey => `target:${indicator}`),
    ...(wishes.maxChanges === null ? [] : (["changes"] as const)),
    ...(wishes.budgetCents === null ? [] : (["budget"] as const)),
    ...(wishes.keptSuppliers.length === 0 ? [] : (["kept"] as const)),
    ...(suppliers.some(({ minimumCents }) => minimumCents !== null) ? (["minimum"] as const) : []),
    ...(suppliers.some(({ capacityGrams }) => capacityGrams !== null) ? (["capacity"] as const) : []),
  ];
}

/** The target behind a rule; null: another kind of rule. */
export function targetOfRule({ targets }: OptimiserProblem, rule: RuleKey): ShareTarget | null {
  return targets.find(({ indicator }) => rule === `target:${indicator}`) ?? null;
}
