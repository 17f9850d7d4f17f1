import { divideHalfAway } from "../rounding.ts";
import type { ChangeItem, Pair, Period } from "./rate-change-items.ts";

/** One bit a part: which period its quantities, choices, prices, plain amounts, proofs and definitions come from. */
export const STATE_COUNT = 64;
export const LAST_STATE = STATE_COUNT - 1;

/** What an item adds to the numerator and the denominator of the rate in each state, in millionths of a unit. */
export interface Sums {
  numerators: readonly bigint[];
  denominators: readonly bigint[];
}

/** A millionth of a cent: mixed states are rounded there, the two real ones are exact. */
const SCALE = 1_000_000n;

/** The sums of each item, in the order of the items. */
export function itemSums(items: readonly ChangeItem[]): Sums[] {
  const blocks = new Map<string, Pair<bigint>>();
  for (const { canteenId, family, grams } of items) {
    const key = `${canteenId}|${family}`;
    const [before, now] = blocks.get(key) ?? [0n, 0n];
    blocks.set(key, [before + grams[0], now + grams[1]]);
  }
  return items.map((item) => sumsOf(item, blocks.get(`${item.canteenId}|${item.family}`) ?? [0n, 0n]));
}

function sumsOf(item: ChangeItem, block: Pair<bigint>): Sums {
  const weighed = PERIODS.map((volume) =>
    PERIODS.map((mix) => PERIODS.map((price) => weighedUnits(item, block, { volume, mix, price }))),
  );
  const numerators: bigint[] = [];
  const denominators: bigint[] = [];
  const [sameProof, sameRules] = [hasSameProof(item), hasSameRules(item)];
  for (let state = 0; state < STATE_COUNT; state += 1) {
    const at = (bit: number): Period => ((state >> bit) & 1) as Period;
    const [plain, proof, definition] = [at(3), at(4), at(5)];
    // What a part does not change is not counted again.
    const known =
      definition === 1 && sameRules
        ? state - DEFINITION_BIT
        : proof === 1 && sameProof
          ? state - PROOF_BIT
          : null;
    if (known !== null) {
      numerators.push(numerators[known] ?? 0n);
      denominators.push(denominators[known] ?? 0n);
      continue;
    }
    if (!item.shared) {
      denominators.push(item.units[plain] * SCALE);
      numerators.push(item.strict[plain][definition] * SCALE);
      continue;
    }
    const rest = (item.units[plain] - item.weighed[plain]) * SCALE;
    const units = (weighed[at(0)]?.[at(1)]?.[at(2)] ?? 0n) + rest;
    denominators.push(units);
    numerators.push(confirmedPart(item, units, { proof, definition }));
  }
  return { numerators, denominators };
}

const PERIODS = [0, 1] as const;
const PROOF_BIT = 16;
const DEFINITION_BIT = 32;

/** Proofs confirm the same share of it in both periods, by the rules of each. */
function hasSameProof({ shared, units, strict }: ChangeItem): boolean {
  if (!shared || units[0] === 0n || units[1] === 0n) return true;
  return PERIODS.every((rules) => strict[0][rules] * units[1] === strict[1][rules] * units[0]);
}

function hasSameRules({ strict }: ChangeItem): boolean {
  return PERIODS.every((period) => strict[period][0] === strict[period][1]);
}

/** The block's quantity, shared as the mix says, at the price: a period that has none takes the other's. */
function weighedUnits(
  { grams, weighed }: ChangeItem,
  block: Pair<bigint>,
  from: Record<"volume" | "mix" | "price", Period>,
): bigint {
  const mix = block[from.mix] === 0n ? other(from.mix) : from.mix;
  const price = grams[from.price] === 0n ? other(from.price) : from.price;
  const bottom = block[mix] * grams[price];
  if (bottom === 0n) return 0n;
  return divideHalfAway(block[from.volume] * grams[mix] * weighed[price] * SCALE, bottom);
}

/** The share that proofs confirm, as in the period the proofs come from: one that bought nothing takes the other's. */
function confirmedPart(
  { units, strict }: ChangeItem,
  scaled: bigint,
  from: { proof: Period; definition: Period },
): bigint {
  const proof = units[from.proof] === 0n ? other(from.proof) : from.proof;
  const whole = units[proof];
  return whole === 0n ? 0n : divideHalfAway(scaled * strict[proof][from.definition], whole);
}

function other(period: Period): Period {
  return period === 0 ? 1 : 0;
}
