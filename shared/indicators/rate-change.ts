import type { Ratio } from "../cells.ts";
import { percentTenths } from "../format/ratios.ts";
import { divideFloor, toSafeInteger } from "../rounding.ts";
import type { ChangePart } from "./change-parts.ts";
import { CHANGE_PARTS } from "./change-parts.ts";
import type { ChangeItem, JudgedAmounts } from "./rate-change-items.ts";
import { changeItems, MOST_ITEMS } from "./rate-change-items.ts";
import type { Sums } from "./rate-change-states.ts";
import { itemSums, LAST_STATE, STATE_COUNT } from "./rate-change-states.ts";

/** The exact change of a confirmed rate and its parts, all over one denominator. Bit k of a state is the k-th part. */
export interface RateChange {
  before: Ratio;
  now: Ratio;
  /** `now` minus `before`, times `denominator`: the parts add up to it exactly. */
  change: bigint;
  parts: Readonly<Record<ChangePart, bigint>>;
  denominator: bigint;
  /** What each item moves, largest first; in each part they add up to it but for rounding. */
  moved: readonly MovedItem[];
  /** False: so many items that those of one canteen and family were put together. */
  bySupplier: boolean;
}

export interface MovedItem {
  item: ChangeItem;
  /** In points (0.01 is one percentage point), rounded as floating numbers are. */
  effects: Readonly<Record<ChangePart, number>>;
}

/**
 * The change of the rate shared out exactly: the mean, over every order in which the quantities, choices, prices,
 * amounts without weight, proofs and definitions of one period may replace those of the other, of what each
 * replacement moves (the Shapley value). A part that did not change is 0; the way back is the opposite of the way
 * there. `amounts`: those of the rate's denominator. Null: in one of the periods there is nothing to take a share of.
 */
export function rateChangeOf(amounts: readonly JudgedAmounts[]): RateChange | null {
  const fine = changeItems(amounts, true);
  const bySupplier = fine.length <= MOST_ITEMS;
  const items = bySupplier ? fine : changeItems(amounts, false);
  const before = ratioOf(items, 0);
  const now = ratioOf(items, 1);
  if (before.denominator <= 0 || now.denominator <= 0) return null;
  const sums = itemSums(items);
  const whole = totalOf(sums);
  if (whole.denominators.some((one) => one <= 0n)) return { ...untold(before, now), bySupplier };
  return { before, now, ...shareOut(whole), moved: movedItems(items, sums, whole), bySupplier };
}

/** Displayed tenths of a point: the parts add up to the difference of the two displayed rates; a part of 0 shows 0. */
export function shownChange(change: RateChange): { total: number; parts: Record<ChangePart, number> } {
  const total = (percentTenths(change.now) ?? 0) - (percentTenths(change.before) ?? 0);
  const exact = CHANGE_PARTS.map((part) => {
    const top = change.parts[part] * TENTHS_IN_ONE;
    const floor = divideFloor(top, change.denominator);
    return { part, tenths: toSafeInteger(floor), rest: top - floor * change.denominator };
  });
  let missing = total - exact.reduce((sum, { tenths }) => sum + tenths, 0);
  for (const one of exact.toSorted((a, b) => (a.rest === b.rest ? 0 : a.rest > b.rest ? -1 : 1)))
    if (missing > 0 && one.rest > 0n) {
      one.tenths += 1;
      missing -= 1;
    }
  return {
    total,
    parts: Object.fromEntries(exact.map(({ part, tenths }) => [part, tenths])) as Record<ChangePart, number>,
  };
}

/** Tenths of a percentage point in the whole. */
const TENTHS_IN_ONE = 1000n;

function ratioOf(items: readonly ChangeItem[], period: 0 | 1): Ratio {
  let [numerator, denominator] = [0n, 0n];
  for (const { strict, units } of items) {
    numerator += strict[period][period];
    denominator += units[period];
  }
  return { numerator: toSafeInteger(numerator), denominator: toSafeInteger(denominator) };
}

interface Whole {
  numerators: bigint[];
  denominators: bigint[];
}

function totalOf(sums: readonly Sums[]): Whole {
  const numerators = Array.from({ length: STATE_COUNT }, () => 0n);
  const denominators = Array.from({ length: STATE_COUNT }, () => 0n);
  for (const one of sums)
    for (let state = 0; state < STATE_COUNT; state += 1) {
      numerators[state] = (numerators[state] ?? 0n) + (one.numerators[state] ?? 0n);
      denominators[state] = (denominators[state] ?? 0n) + (one.denominators[state] ?? 0n);
    }
  return { numerators, denominators };
}

/** `s! (n − 1 − s)!` of the n! orders replace a part after exactly s others. */
const ORDERS = [120n, 24n, 12n, 12n, 24n, 120n];
const ALL_ORDERS = 720n;

function shareOut(whole: Whole): Pick<RateChange, "change" | "parts" | "denominator"> {
  const common = [...new Set(whole.denominators)].reduce((product, one) => product * one, 1n);
  const rates = whole.numerators.map((one, state) => (one * common) / (whole.denominators[state] ?? 1n));
  const rate = (state: number): bigint => rates[state] ?? 0n;
  const parts = CHANGE_PARTS.map((part, bit) => {
    const moved = statesWithout(bit).map(
      ({ state, orders }) => orders * (rate(state | (1 << bit)) - rate(state)),
    );
    return [part, moved.reduce((sum, one) => sum + one, 0n)] as const;
  });
  return {
    change: (rate(LAST_STATE) - rate(0)) * ALL_ORDERS,
    parts: Object.fromEntries(parts) as Record<ChangePart, bigint>,
    denominator: common * ALL_ORDERS,
  };
}

function statesWithout(bit: number): { state: number; orders: bigint }[] {
  return Array.from({ length: STATE_COUNT }, (_, state) => state)
    .filter((state) => (state & (1 << bit)) === 0)
    .map((state) => ({ state, orders: ORDERS[bitCount(state)] ?? 0n }));
}

function bitCount(state: number): number {
  let count = 0;
  for (let rest = state; rest > 0; rest >>= 1) count += rest & 1;
  return count;
}

/** Credit notes leave a state without anything to take a share of: nothing can be told apart. */
function untold(before: Ratio, now: Ratio): Omit<RateChange, "bySupplier"> {
  const denominator = BigInt(before.denominator) * BigInt(now.denominator);
  const change =
    BigInt(now.numerator) * BigInt(before.denominator) - BigInt(before.numerator) * BigInt(now.denominator);
  const parts = { volume: 0n, mix: 0n, price: 0n, plain: change, proof: 0n, definition: 0n };
  return { before, now, change, parts, denominator, moved: [] };
}

/** Of `N'/D' − N/D`, an item's part is `(Δn (D + D') − Δd (N + N')) / 2DD'`: additive, and its opposite on the way back. */
function movedItems(items: readonly ChangeItem[], sums: readonly Sums[], whole: Whole): MovedItem[] {
  const top = whole.numerators.map(Number);
  const bottom = whole.denominators.map(Number);
  const steps = CHANGE_PARTS.map((_, bit) =>
    statesWithout(bit).map(({ state, orders }) => {
      const next = state | (1 << bit);
      const [d, other] = [bottom[state] ?? 1, bottom[next] ?? 1];
      const weight = Number(orders) / Number(ALL_ORDERS) / (2 * d * other);
      return {
        state,
        next,
        ofTop: weight * (d + other),
        ofBottom: weight * ((top[state] ?? 0) + (top[next] ?? 0)),
      };
    }),
  );
  const moved = items.map((item, index) => {
    const numerators = (sums[index]?.numerators ?? []).map(Number);
    const denominators = (sums[index]?.denominators ?? []).map(Number);
    const difference = (
      values: readonly number[],
      { state, next }: { state: number; next: number },
    ): number => (values[next] ?? 0) - (values[state] ?? 0);
    const effects = CHANGE_PARTS.map((part, bit) => {
      let effect = 0;
      for (const step of steps[bit] ?? [])
        effect += difference(numerators, step) * step.ofTop - difference(denominators, step) * step.ofBottom;
      return [part, effect] as const;
    });
    return { item, effects: Object.fromEntries(effects) as Record<ChangePart, number> };
  });
  return moved;
}
