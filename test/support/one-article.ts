import type { Id } from "../../shared/ids.ts";
import type { OptimiserProblem, ShareTarget } from "../../shared/optimiser/problem.ts";
import { differenceOf, effectsOf } from "./optimiser-problems.ts";

interface Wished {
  targets?: ShareTarget[];
  budgetCents?: number | null;
  keptSuppliers?: Id[];
  minimumCents?: number | null;
  capacityGrams?: number | null;
}

const PLAIN = { isMeat: false, isEgalim: false, isOrganic: false, isLocal: false };
const ORGANIC = { ...PLAIN, isOrganic: true };

/** 100 € of one article in three deliveries, to be had organic for 130 € or 150 € elsewhere; half must be organic. */
export function oneArticle(wished: Wished = {}): OptimiserProblem {
  const start = effectsOf(100_00, PLAIN);
  const way = (id: string, inCents: number) => ({
    id,
    supplierId: id,
    outCents: 100_00,
    inCents,
    grams: 10_000,
    orders: 3,
    ordersLeft: 0,
    effects: differenceOf(effectsOf(inCents, ORGANIC), start),
  });
  const terms = { fixedCents: 0, fixedOrders: 0, minimumCents: null, capacityGrams: null };
  const { minimumCents = null, capacityGrams = null } = wished;
  const isLimited = minimumCents !== null || capacityGrams !== null;
  return {
    targets: wished.targets ?? [{ indicator: "ORGANIC", shareBp: 5000 }],
    wishes: {
      maxChanges: null,
      budgetCents: wished.budgetCents ?? null,
      keptSuppliers: wished.keptSuppliers ?? [],
    },
    startCents: 100_00,
    start,
    posts: [
      {
        id: "carrots",
        supplierId: "now",
        amountCents: 100_00,
        orders: 3,
        switches: isLimited ? [way("organic", 130_00)] : [way("dear", 150_00), way("organic", 130_00)],
      },
    ],
    suppliers: [
      { ...terms, id: "now" },
      { ...terms, id: "organic", minimumCents, capacityGrams },
    ],
  };
}
