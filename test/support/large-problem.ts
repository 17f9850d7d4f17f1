import type { OptimiserProblem, Post, Switch } from "../../shared/optimiser/problem.ts";
import { createRandom } from "../../shared/random.ts";
import { catalogueProblem } from "./catalogue-problem.ts";
import { differenceOf, effectsOf, sumOfEffects } from "./optimiser-problems.ts";

const SUPPLIERS = 60;

export interface LargeProblem {
  seed: number;
  articles: number;
  offers: number;
  setting: LargeSetting;
}

/** How tight the problem is: which rules it sets beside the three targets. */
export const LARGE_SETTINGS = [
  "targets",
  "targets, 40 changes",
  "everything",
  "everything, large minimum orders",
  "one catalogue, 30 changes",
] as const;
export type LargeSetting = (typeof LARGE_SETTINGS)[number];

/** A canteen that buys many articles, a quarter of them EGalim, and may buy each elsewhere. */
export function largeProblem({ seed, articles, offers, setting }: LargeProblem): OptimiserProblem {
  if (setting === "one catalogue, 30 changes") return catalogueProblem({ seed, articles, offers });
  const random = createRandom(`large problem ${seed}`);
  const isEverything = setting.startsWith("everything");
  const isLarge = setting === "everything, large minimum orders";
  const drawn = Array.from({ length: articles }, (_, index) => {
    const isMeat = random.chance(2000);
    const isEgalim = random.chance(2500);
    const kind = {
      isMeat,
      isEgalim,
      isOrganic: isEgalim && random.chance(3000),
      isLocal: random.chance(3000),
    };
    const amountCents = Math.round(Math.exp(8 + random.below(4000) / 1000));
    const orders = isLarge ? random.between(2, 30) : random.between(1, 5);
    const effects = effectsOf(amountCents, kind);
    const switches = Array.from({ length: share(offers, articles, index) }, (__, at): Switch => {
      const isBetter = random.chance(5000);
      const into = {
        isMeat,
        isEgalim: isBetter,
        isOrganic: isBetter && random.chance(5000),
        isLocal: random.chance(4000),
      };
      const inCents = Math.round((amountCents * random.between(isBetter ? 9_800 : 9_000, 17_000)) / 10_000);
      return {
        id: `${index}/${at}`,
        supplierId: `s${random.below(SUPPLIERS)}`,
        outCents: amountCents,
        inCents,
        grams: inCents * 2,
        orders,
        ordersLeft: 0,
        effects: differenceOf(effectsOf(inCents, into), effects),
      };
    });
    const post: Post = {
      id: String(index),
      supplierId: `s${random.below(SUPPLIERS)}`,
      amountCents,
      orders,
      switches,
    };
    return { post, effects };
  });
  const start = sumOfEffects(drawn.map(({ effects }) => effects));
  const startCents = start.LOCAL.base;
  return {
    targets: [
      { indicator: "EGALIM", shareBp: 5000 },
      { indicator: "ORGANIC", shareBp: 2000 },
      { indicator: "MEAT_FISH", shareBp: 6000 },
    ],
    wishes: {
      maxChanges: setting === "targets" ? null : 40,
      budgetCents: !isEverything ? null : Math.round(startCents * 1.06),
      keptSuppliers: !isEverything ? [] : ["s1", "s2"],
    },
    startCents,
    start,
    posts: drawn.map(({ post }) => post),
    suppliers: Array.from({ length: SUPPLIERS }, (_, index) => ({
      id: `s${index}`,
      fixedCents: 0,
      fixedOrders: 0,
      minimumCents: isLarge
        ? index % 2 === 0
          ? 150_00
          : null
        : isEverything
          ? random.between(4, 30) * 10_00
          : null,
      capacityGrams: !isEverything || index % 3 > 0 ? null : 5_000_000,
    })),
  };
}

function share(offers: number, articles: number, index: number): number {
  return Math.floor((offers * (index + 1)) / articles) - Math.floor((offers * index) / articles);
}
