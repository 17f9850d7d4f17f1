import type { IsoDate, IsoMonth } from "../facts.ts";
import type { Gamme } from "../gammes.ts";
import type { Id } from "../ids.ts";
import type { Indicator } from "../indicators/indicators.ts";
import type { Certainty } from "../marks.ts";
import type { MonthRange } from "../periods.ts";
import type { SupplierKind } from "../supplier-kinds.ts";
import type { TargetSource } from "../targets.ts";
import type { PathWishes } from "./path-wishes.ts";
import type { Effects, OptimiserProblem, Post, ShareTarget, SupplierTerms, Switch } from "./problem.ts";

/** What a person reads of an article that is bought. */
export interface PostWords {
  productName: string;
  articleName: string;
  gamme: Gamme | null;
  grams: number;
}

/** A price list, by the name its supplier gives it. */
export interface AnnouncingList {
  name: string;
  from: IsoDate;
}

/** What a person reads of what could be bought instead. */
export interface WayWords {
  productName: string;
  articleName: string;
  gamme: Gamme | null;
  /** Mean price paid or price announced, HT cents per kilogram. */
  centsPerKg: number;
  /** Lines that the price is a mean of; 0: none, it is announced. */
  lines: number;
  /** The price list in force that announces the price; null: it was paid. */
  list: AnnouncingList | null;
  /** Months of the period it replaces, when it does not replace all of them: its season. */
  months: readonly IsoMonth[] | null;
}

export interface PathSupplier {
  id: Id;
  name: string;
  kind: SupplierKind;
  /** Bought there over the period, HT cents. */
  amountCents: number;
}

/** A canteen's purchases over a period with all that could be bought instead: what answers are looked for in. */
export interface PathModel {
  range: MonthRange;
  certainty: Certainty;
  /** Meals over the period; null: nobody has said how many are served. */
  meals: number | null;
  /** The year's targets, by value. */
  targets: readonly (ShareTarget & { source: TargetSource })[];
  startCents: number;
  start: Effects;
  posts: readonly Post[];
  terms: readonly SupplierTerms[];
  suppliers: readonly PathSupplier[];
  postWords: Readonly<Record<string, PostWords>>;
  wayWords: Readonly<Record<string, WayWords>>;
}

/** The targets looked for when none is chosen: the highest of each indicator that the law or the canteen sets. */
export function usualTargets({ targets }: Pick<PathModel, "targets">): ShareTarget[] {
  const highest = new Map<Indicator, number>();
  for (const { indicator, shareBp } of targets)
    highest.set(indicator, Math.max(shareBp, highest.get(indicator) ?? 0));
  return [...highest].map(([indicator, shareBp]) => ({ indicator, shareBp }));
}

/** The problem that a person's wishes make of the model. */
export function problemOf(model: PathModel, wishes: PathWishes): OptimiserProblem {
  const targets = wishes.targets ?? usualTargets(model);
  const { budgetCentsPerMeal, capacities, keptSuppliers, maxChanges, savings } = wishes;
  const isWanted = (way: Switch): boolean =>
    (savings && way.inCents < way.outCents) || targets.some((target) => helps(way, target));
  return {
    targets,
    wishes: {
      maxChanges,
      budgetCents:
        model.meals === null || budgetCentsPerMeal === null ? null : model.meals * budgetCentsPerMeal,
      keptSuppliers,
    },
    startCents: model.startCents,
    start: model.start,
    posts: model.posts.map((post) => ({ ...post, switches: post.switches.filter(isWanted) })),
    suppliers: model.terms.map((terms) => {
      const limit = capacities.find(({ supplierId }) => supplierId === terms.id);
      return limit === undefined ? terms : { ...terms, capacityGrams: limit.kg * 1000 };
    }),
  };
}

/** Whether the switch adds purchases that count and so brings the target nearer; spending less alone does not. */
function helps(way: Switch, target: ShareTarget): boolean {
  return gainOf(way, target) > 0;
}

/** Cents by which a switch that adds purchases that count brings the target nearer; 0: it does not. */
export function gainOf({ effects }: Switch, { indicator, shareBp }: ShareTarget): number {
  const { counted, base } = effects[indicator];
  return counted <= 0 ? 0 : Math.max(0, counted - (base * shareBp) / 10_000);
}
