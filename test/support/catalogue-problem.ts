import type { Indicator } from "../../shared/indicators/indicators.ts";
import { gainOf } from "../../shared/optimiser/path-model.ts";
import type { OptimiserProblem, Post, Switch } from "../../shared/optimiser/problem.ts";
import { createRandom } from "../../shared/random.ts";
import { differenceOf, effectsOf, sumOfEffects } from "./optimiser-problems.ts";

const SUPPLIERS = 60;
const ARTICLES_OF_A_PRODUCT = 4;
const TARGETS: readonly { indicator: Indicator; shareBp: number }[] = [
  { indicator: "EGALIM", shareBp: 5000 },
  { indicator: "ORGANIC", shareBp: 2000 },
  { indicator: "MEAT_FISH", shareBp: 6000 },
  { indicator: "SHORT_OR_LOCAL", shareBp: 3750 },
];

/**
 * As the demonstration's canteens, larger: each article may be exchanged for any offer of its product, at that offer's
 * price, wherever it brings a target nearer; most suppliers have a minimum order.
 */
export function catalogueProblem(size: { seed: number; articles: number; offers: number }): OptimiserProblem {
  const random = createRandom(`catalogue problem ${size.seed}`);
  const products = Array.from({ length: Math.ceil(size.articles / ARTICLES_OF_A_PRODUCT) }, () => ({
    isMeat: random.chance(2000),
  }));
  const catalogue = Array.from({ length: size.offers }, (_, index) => {
    const product = index % products.length;
    const isEgalim = random.chance(4200);
    const kind = {
      isMeat: products[product]?.isMeat ?? false,
      isEgalim,
      isOrganic: isEgalim && random.chance(3500),
      isLocal: random.chance(3500),
    };
    const priceBp = random.between(6_500, 13_000) + (kind.isOrganic ? 3_000 : isEgalim ? 1_500 : 0);
    return { id: String(index), product, kind, priceBp, supplierId: `s${random.below(SUPPLIERS)}` };
  });
  const bought = Array.from({ length: size.articles }, (_, index) => {
    const offers = catalogue.filter(({ product }) => product === index % products.length);
    const own = offers[random.below(offers.length)];
    if (own === undefined) throw new Error("more products than offers");
    const orders = 1 + Math.floor(random.below(5) * (random.below(500) / 100));
    const worth = Math.exp(9.4 + random.below(3600) / 1000);
    const amountCents = Math.round((worth * own.priceBp) / 10_000);
    const start = effectsOf(amountCents, own.kind);
    const switches = offers.flatMap((offer): Switch[] => {
      const inCents = Math.round((worth * offer.priceBp) / 10_000);
      const way = {
        id: `${index}>${offer.id}`,
        supplierId: offer.supplierId,
        outCents: amountCents,
        inCents,
        grams: Math.round(worth * 2),
        orders,
        ordersLeft: 0,
        effects: differenceOf(effectsOf(inCents, offer.kind), start),
      };
      return offer !== own && TARGETS.some((target) => gainOf(way, target) > 0) ? [way] : [];
    });
    const post: Post = { id: String(index), supplierId: own.supplierId, amountCents, orders, switches };
    return { post, start };
  });
  return {
    targets: TARGETS,
    wishes: { maxChanges: 30, budgetCents: null, keptSuppliers: [] },
    startCents: bought.reduce((sum, { post }) => sum + post.amountCents, 0),
    start: sumOfEffects(bought.map(({ start }) => start)),
    posts: bought.map(({ post }) => post),
    suppliers: Array.from({ length: SUPPLIERS }, (_, index) => ({
      id: `s${index}`,
      fixedCents: 0,
      fixedOrders: 0,
      minimumCents: random.chance(7000) ? random.between(4, 30) * 10_00 : null,
      capacityGrams: null,
    })),
  };
}
