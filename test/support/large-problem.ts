import type { OptimiserProblem, Post, Switch } from "../../shared/optimiser/problem.ts";
import { createRandom } from "../../shared/random.ts";
import { differenceOf, effectsOf, sumOfEffects } from "./optimiser-problems.ts";

const SUPPLIERS = 60;

export interface LargeProblem {
  seed: number;
  articles: number;
  offers: number;
  /** 0: targets alone; 1: few changes too; 2: budget, kept suppliers, minimum orders and capacities too. */
  setting: number;
}

/**
 * A canteen that buys many articles, a quarter of them EGalim, and may buy each elsewhere; amounts, deliveries and
 * minimum orders spread as in the demonstration.
 */
export function largeProblem({ seed, articles, offers, setting }: LargeProblem): OptimiserProblem {
  const random = createRandom(`large problem ${seed}`);
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
    const orders = random.between(1, 5);
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
      maxChanges: setting === 0 ? null : 40,
      budgetCents: setting < 2 ? null : Math.round(startCents * 1.06),
      keptSuppliers: setting < 2 ? [] : ["s1", "s2"],
    },
    startCents,
    start,
    posts: drawn.map(({ post }) => post),
    suppliers: Array.from({ length: SUPPLIERS }, (_, index) => ({
      id: `s${index}`,
      fixedCents: 0,
      fixedOrders: 0,
      minimumCents: setting < 2 ? null : random.between(4, 30) * 10_00,
      capacityGrams: setting < 2 || index % 3 > 0 ? null : 5_000_000,
    })),
  };
}

function share(offers: number, articles: number, index: number): number {
  return Math.floor((offers * (index + 1)) / articles) - Math.floor((offers * index) / articles);
}
