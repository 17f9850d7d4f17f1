import fc from "fast-check";
import { INDICATORS } from "../../shared/indicators/indicators.ts";
import type { Effects, OptimiserProblem, Post, Switch } from "../../shared/optimiser/problem.ts";

/** What a purchase is, in the few facts that rates read. */
interface Kind {
  isMeat: boolean;
  isEgalim: boolean;
  isOrganic: boolean;
  isLocal: boolean;
}

/** What an amount of that kind adds to every indicator. */
export function effectsOf(cents: number, { isMeat, isEgalim, isOrganic, isLocal }: Kind): Effects {
  const egalim = isEgalim || isOrganic;
  const counts: Record<string, boolean> = {
    LOCAL: isLocal,
    SHORT: isLocal,
    SHORT_OR_LOCAL: isLocal,
    ORGANIC: isOrganic,
    EGALIM: egalim,
    MEAT_FISH: isMeat && egalim,
  };
  return Object.fromEntries(
    INDICATORS.map((indicator) => [
      indicator,
      {
        base: indicator === "MEAT_FISH" && !isMeat ? 0 : cents,
        counted: counts[indicator] === true ? cents : 0,
      },
    ]),
  ) as unknown as Effects;
}

/** One less the other, indicator by indicator. */
export function differenceOf(into: Effects, out: Effects): Effects {
  return Object.fromEntries(
    INDICATORS.map((indicator) => [
      indicator,
      {
        base: into[indicator].base - out[indicator].base,
        counted: into[indicator].counted - out[indicator].counted,
      },
    ]),
  ) as unknown as Effects;
}

/** The sum, indicator by indicator. */
export function sumOfEffects(all: readonly Effects[]): Effects {
  const nothing = effectsOf(0, { isMeat: false, isEgalim: false, isOrganic: false, isLocal: false });
  return all.reduce(
    (sum, each) =>
      Object.fromEntries(
        INDICATORS.map((indicator) => [
          indicator,
          {
            base: sum[indicator].base + each[indicator].base,
            counted: sum[indicator].counted + each[indicator].counted,
          },
        ]),
      ) as unknown as Effects,
    nothing,
  );
}

const SUPPLIERS = ["s0", "s1", "s2"];
const kind = fc.record({
  isMeat: fc.constant(false),
  isEgalim: fc.boolean(),
  isOrganic: fc.boolean(),
  isLocal: fc.boolean(),
});
const supplier = fc.constantFrom(...SUPPLIERS);

const way = fc.record({
  supplierId: supplier,
  /** Of the post, in tenths: in season all of it or a part. */
  tenths: fc.constantFrom(10, 10, 10, 4),
  priceBp: fc.integer({ min: 8_000, max: 16_000 }),
  grams: fc.integer({ min: 1, max: 900 }),
  orders: fc.integer({ min: 1, max: 6 }),
  kind,
});

const post = fc.record({
  supplierId: supplier,
  cents: fc.integer({ min: 100, max: 30_000 }),
  orders: fc.integer({ min: 1, max: 6 }),
  isMeat: fc.boolean(),
  kind,
  ways: fc.array(way, { maxLength: 3 }),
});

/** Problems of a few articles whose every choice can be tried. */
export const smallProblem: fc.Arbitrary<OptimiserProblem> = fc
  .record({
    posts: fc.array(post, { minLength: 1, maxLength: 5 }),
    fixed: fc.integer({ min: 0, max: 20_000 }),
    egalimBp: fc.option(fc.integer({ min: 0, max: 9_000 }), { nil: null }),
    organicBp: fc.option(fc.integer({ min: 0, max: 6_000 }), { nil: null }),
    meatBp: fc.option(fc.integer({ min: 0, max: 9_000 }), { nil: null }),
    maxChanges: fc.option(fc.integer({ min: 0, max: 4 }), { nil: null }),
    budgetBp: fc.option(fc.integer({ min: 9_500, max: 12_500 }), { nil: null }),
    keptSuppliers: fc.uniqueArray(supplier, { maxLength: 1 }),
    minimums: fc.array(fc.option(fc.integer({ min: 100, max: 9_000 }), { nil: null }), {
      minLength: 3,
      maxLength: 3,
    }),
    capacities: fc.array(fc.option(fc.integer({ min: 0, max: 1_500 }), { nil: null }), {
      minLength: 3,
      maxLength: 3,
    }),
  })
  .map((drawn) => {
    const posts = drawn.posts.map(postOf);
    const fixed = effectsOf(drawn.fixed, { isMeat: true, isEgalim: false, isOrganic: false, isLocal: false });
    const start = sumOfEffects([fixed, ...posts.map(({ effects }) => effects)]);
    const startCents = start.LOCAL.base;
    const wanted = [
      ["EGALIM", drawn.egalimBp],
      ["ORGANIC", drawn.organicBp],
      ["MEAT_FISH", drawn.meatBp],
    ] as const;
    return {
      targets: wanted.flatMap(([indicator, shareBp]) => (shareBp === null ? [] : [{ indicator, shareBp }])),
      wishes: {
        maxChanges: drawn.maxChanges,
        budgetCents: drawn.budgetBp === null ? null : Math.floor((startCents * drawn.budgetBp) / 10_000),
        keptSuppliers: drawn.keptSuppliers,
      },
      startCents,
      start,
      posts: posts.map(({ post: each }) => each),
      suppliers: SUPPLIERS.map((id, index) => ({
        id,
        fixedCents: index === 0 ? drawn.fixed : 0,
        fixedOrders: index === 0 ? 1 : 0,
        minimumCents: drawn.minimums[index] ?? null,
        capacityGrams: drawn.capacities[index] ?? null,
      })),
    };
  });

interface DrawnPost {
  supplierId: string;
  cents: number;
  orders: number;
  isMeat: boolean;
  kind: Kind;
  ways: {
    supplierId: string;
    tenths: number;
    priceBp: number;
    grams: number;
    orders: number;
    kind: Kind;
  }[];
}

function postOf(drawn: DrawnPost, index: number): { post: Post; effects: Effects } {
  const { supplierId, cents, orders, isMeat } = drawn;
  const own = { ...drawn.kind, isMeat };
  const switches = drawn.ways.map((each, at): Switch => {
    const outCents = Math.floor((cents * each.tenths) / 10);
    const inCents = Math.round((outCents * each.priceBp) / 10_000);
    return {
      id: `p${index}w${at}`,
      supplierId: each.supplierId,
      outCents,
      inCents,
      grams: each.grams,
      orders: each.orders,
      ordersLeft: each.tenths === 10 ? 0 : orders,
      effects: differenceOf(effectsOf(inCents, { ...each.kind, isMeat }), effectsOf(outCents, own)),
    };
  });
  return {
    post: { id: `p${index}`, supplierId, amountCents: cents, orders, switches },
    effects: effectsOf(cents, own),
  };
}

/** Every choice of at most one switch a post. */
export function everyChoice({ posts }: OptimiserProblem): Set<string>[] {
  let choices: string[][] = [[]];
  for (const { switches } of posts)
    choices = choices.flatMap((choice) => [choice, ...switches.map(({ id }) => [...choice, id])]);
  return choices.map((choice) => new Set(choice));
}
