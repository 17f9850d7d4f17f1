import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { percentTenths } from "../../../shared/format/ratios.ts";
import { CHANGE_PARTS } from "../../../shared/indicators/change-parts.ts";
import type { RateChange } from "../../../shared/indicators/rate-change.ts";
import { rateChangeOf, shownChange } from "../../../shared/indicators/rate-change.ts";
import type { JudgedAmounts } from "../../../shared/indicators/rate-change-items.ts";

const COUNTS = {
  out: { strict: false, declared: false },
  claimed: { strict: false, declared: true },
  confirmed: { strict: true, declared: true },
} as const;

function bought(overrides: Partial<JudgedAmounts> = {}): JudgedAmounts {
  return {
    canteenId: "a",
    supplierId: "s",
    family: "FRUITS_ET_LEGUMES",
    period: 0,
    counts: [COUNTS.out, COUNTS.out],
    units: 1000,
    grams: 500,
    weighedUnits: 1000,
    ...overrides,
  };
}

const confirmed = { counts: [COUNTS.confirmed, COUNTS.confirmed] } as const;
const claimed = { counts: [COUNTS.claimed, COUNTS.claimed] } as const;

/** The same purchases in both periods, those of now changed by `change`. */
function twice(
  amounts: readonly JudgedAmounts[],
  change: (one: JudgedAmounts) => Partial<JudgedAmounts>,
): JudgedAmounts[] {
  return amounts.flatMap((one) => [one, { ...one, ...change(one), period: 1 as const }]);
}

function times(units: number, factor: number): Partial<JudgedAmounts> {
  return { units: units * factor, weighedUnits: units * factor };
}

function withoutClaims(amounts: readonly JudgedAmounts[]): JudgedAmounts[] {
  return amounts.map((one) => (one.counts[0].strict ? one : { ...one, counts: [COUNTS.out, COUNTS.out] }));
}

function changeOf(amounts: readonly JudgedAmounts[]): RateChange {
  const change = rateChangeOf(amounts);
  if (change === null) throw new Error("no rate");
  return change;
}

function movedParts({ parts }: RateChange): string[] {
  return CHANGE_PARTS.filter((part) => parts[part] !== 0n);
}

const anyCounts = fc.constantFrom(COUNTS.out, COUNTS.claimed, COUNTS.confirmed);
/** Ordinary purchases and credit notes; weights known, unknown or absurd. */
const anyBought: fc.Arbitrary<JudgedAmounts> = fc
  .record({
    canteenId: fc.constantFrom("a", "b"),
    supplierId: fc.constantFrom("s", "t"),
    family: fc.constantFrom("FRUITS_ET_LEGUMES" as const, "BOISSONS" as const),
    period: fc.constantFrom(0 as const, 1 as const),
    own: anyCounts,
    foreign: fc.option(anyCounts, { nil: null }),
    units: fc.integer({ min: -2000, max: 100_000 }),
    grams: fc.oneof(fc.constant(0), fc.integer({ min: -500, max: 90_000 })),
    weighed: fc.boolean(),
  })
  .map(({ own, foreign, weighed, ...rest }) => {
    const other = foreign ?? own;
    return {
      ...rest,
      counts: rest.period === 0 ? ([own, other] as const) : ([other, own] as const),
      grams: weighed ? rest.grams : 0,
      weighedUnits: weighed && rest.grams !== 0 ? rest.units : 0,
    };
  });
const anyPurchases = fc.array(anyBought, { minLength: 1, maxLength: 25 });
/** Everything weighed and bought: prices exist. */
const anyWeighed = fc.array(
  anyBought.map((one) => ({
    ...one,
    period: 0 as const,
    counts: [one.counts[0], one.counts[0]] as const,
    units: Math.abs(one.units) + 1,
    grams: Math.abs(one.grams) + 1,
    weighedUnits: Math.abs(one.units) + 1,
  })),
  { minLength: 1, maxLength: 12 },
);

describe("the parts of a change", () => {
  test("add up to it exactly, whatever was bought, and as displayed", () => {
    fc.assert(
      fc.property(anyPurchases, (amounts) => {
        const change = rateChangeOf(amounts);
        if (change === null) return;
        const { before, now, parts, denominator } = change;
        expect(CHANGE_PARTS.reduce((sum, part) => sum + parts[part], 0n)).toBe(change.change);
        const cross = BigInt(before.denominator) * BigInt(now.denominator);
        const moved =
          BigInt(now.numerator) * BigInt(before.denominator) -
          BigInt(before.numerator) * BigInt(now.denominator);
        expect(change.change * cross).toBe(moved * denominator);
        const shown = shownChange(change);
        expect(CHANGE_PARTS.reduce((sum, part) => sum + shown.parts[part], 0)).toBe(shown.total);
        expect(shown.total).toBe((percentTenths(now) ?? 0) - (percentTenths(before) ?? 0));
        for (const part of CHANGE_PARTS) if (parts[part] === 0n) expect(shown.parts[part]).toBe(0);
      }),
      { numRuns: 150 },
    );
  });

  test("are those of the sums of the amounts, strict over all", () => {
    fc.assert(
      fc.property(anyPurchases, (amounts) => {
        const change = rateChangeOf(amounts);
        if (change === null) return;
        for (const period of [0, 1] as const) {
          const own = amounts.filter((one) => one.period === period);
          const units = (some: readonly JudgedAmounts[]) => some.reduce((sum, one) => sum + one.units, 0);
          expect([change.before, change.now][period]).toEqual({
            numerator: units(own.filter(({ counts }) => counts[period].strict)),
            denominator: units(own),
          });
        }
      }),
      { numRuns: 50 },
    );
  });

  test("are the opposite on the way back", () => {
    fc.assert(
      fc.property(anyPurchases, (amounts) => {
        const back = amounts.map(
          (one): JudgedAmounts => ({
            ...one,
            period: one.period === 0 ? 1 : 0,
            counts: [one.counts[1], one.counts[0]],
          }),
        );
        const [there, home] = [rateChangeOf(amounts), rateChangeOf(back)];
        if (there === null || home === null) return;
        for (const part of CHANGE_PARTS)
          expect(there.parts[part] * home.denominator).toBe(-home.parts[part] * there.denominator);
      }),
      { numRuns: 100 },
    );
  });

  test("are nothing when nothing moved", () => {
    fc.assert(
      fc.property(anyWeighed, (amounts) => {
        expect(movedParts(changeOf(twice(amounts, () => ({}))))).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  /** Every price of a supplier moves alike; amounts without weight come beside what is proven and weighed. */
  test.each([
    ["price", ({ supplierId, units }: JudgedAmounts) => times(units, supplierId === "s" ? 3 : 2)],
    ["proof", ({ counts: [{ declared }] }: JudgedAmounts) => (declared ? confirmed : {})],
    ["plain", ({ units, counts: [{ strict }] }: JudgedAmounts) => ({ units: units + (strict ? 700 : 90) })],
  ])("are all %s when nothing else changed", (part, move) => {
    const amounts = part === "plain" ? anyWeighed.map(withoutClaims) : anyWeighed;
    fc.assert(
      fc.property(amounts, (some) => {
        expect(movedParts(changeOf(twice(some, move))).filter((one) => one !== part)).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  test("of each item add up to the parts", () => {
    fc.assert(
      fc.property(anyPurchases, (amounts) => {
        const change = rateChangeOf(amounts);
        if (change === null || change.moved.length === 0) return;
        const size = Math.max(
          ...change.moved.flatMap(({ effects }) => Object.values(effects).map(Math.abs)),
          1,
        );
        for (const part of CHANGE_PARTS) {
          const exact = Number((change.parts[part] * 10n ** 12n) / change.denominator) / 1e12;
          const sum = change.moved.reduce((total, { effects }) => total + effects[part], 0);
          expect(Math.abs(sum - exact)).toBeLessThan(1e-6 * size);
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe("a change of one kind", () => {
  const carrots = bought({ ...confirmed });
  const beans = bought({ supplierId: "t" });

  test("of price alone: dearer carrots weigh more in what is paid", () => {
    const change = changeOf(
      twice([carrots, beans], ({ supplierId }) =>
        supplierId === "s" ? { units: 3000, weighedUnits: 3000 } : {},
      ),
    );
    expect(movedParts(change)).toEqual(["price"]);
    expect(shownChange(change)).toMatchObject({ total: 250, parts: { price: 250 } });
  });

  test("of choice alone: the same kilos, other suppliers", () => {
    const change = changeOf(
      twice([carrots, beans], ({ supplierId }) =>
        supplierId === "s"
          ? { units: 1600, weighedUnits: 1600, grams: 800 }
          : { units: 400, weighedUnits: 400, grams: 200 },
      ),
    );
    expect(movedParts(change)).toEqual(["mix"]);
    expect(shownChange(change).total).toBe(300);
  });

  test("of quantity alone: a canteen that buys twice as much weighs twice as much", () => {
    const change = changeOf(
      twice([carrots, { ...beans, canteenId: "b" }], ({ canteenId }) =>
        canteenId === "b" ? { units: 2000, weighedUnits: 2000, grams: 1000 } : {},
      ),
    );
    expect(movedParts(change)).toEqual(["volume"]);
  });

  test("of definition alone: the same lines under another radius", () => {
    const change = changeOf([
      carrots,
      { ...carrots, period: 1 },
      { ...beans, counts: [COUNTS.out, COUNTS.confirmed] },
      { ...beans, period: 1, counts: [COUNTS.out, COUNTS.confirmed] },
    ]);
    expect(movedParts(change)).toEqual(["definition"]);
    expect(shownChange(change).total).toBe(500);
  });

  test("of proof alone: a certificate ended", () => {
    const change = changeOf(twice([carrots, beans], ({ supplierId }) => (supplierId === "s" ? claimed : {})));
    expect(shownChange(change)).toMatchObject({ total: -500, parts: { proof: -500 } });
  });

  test("without weight is told apart", () => {
    const unweighed = { grams: 0, weighedUnits: 0 };
    const change = changeOf(
      twice([{ ...carrots, ...unweighed }, beans], ({ supplierId }) =>
        supplierId === "s" ? { units: 3000 } : {},
      ),
    );
    expect(movedParts(change)).toEqual(["plain"]);
  });

  test("needs purchases in both periods", () => {
    expect(rateChangeOf([carrots])).toBeNull();
    expect(rateChangeOf([])).toBeNull();
  });
});
