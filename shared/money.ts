import { divideFloor, divideHalfAway, toSafeInteger } from "./rounding.ts";

/** A line's quantity in thousandths of its unit and its price HT in ten-thousandths of a euro per unit. */
export interface PricedQuantity {
  quantityMilli: number;
  unitPriceHtE4: number;
}

/**
 * Amount of a line in cents HT: quantity x unit price, half a cent going away from zero. Signed.
 * Throws RangeError when an argument is not an integer or the amount is not a safe integer.
 */
export function lineAmountHtCents({ quantityMilli, unitPriceHtE4 }: PricedQuantity): number {
  return toSafeInteger(divideHalfAway(BigInt(quantityMilli) * BigInt(unitPriceHtE4), 100_000n));
}

/**
 * `totalCents` cut in proportion to the weights (largest remainder, first of equals), one part per weight.
 * The parts always add up to the total; weights that add up to 0 share it equally.
 * Throws RangeError when there is a total to share and no weight, or a non-integer argument.
 */
export function apportionCents(totalCents: number, weights: readonly number[]): number[] {
  if (weights.length === 0) {
    if (totalCents === 0) return [];
    throw new RangeError("no weight to apportion to");
  }
  const parts = apportionMagnitude(BigInt(Math.abs(totalCents)), usableWeights(weights));
  return parts.map((part) => toSafeInteger(totalCents < 0 ? -part : part));
}

/** Amount including VAT in cents; `vatBp` in basis points (550 is 5.5 %); half a cent goes away from zero. */
export function htToTtcCents(amountHtCents: number, vatBp: number): number {
  return toSafeInteger(divideHalfAway(BigInt(amountHtCents) * BigInt(10_000 + vatBp), 10_000n));
}

function usableWeights(weights: readonly number[]): bigint[] {
  const exact = weights.map((weight) => BigInt(weight));
  const sum = exact.reduce((total, weight) => total + weight, 0n);
  if (sum === 0n) return exact.map(() => 1n);
  return sum < 0n ? exact.map((weight) => -weight) : exact;
}

/** Parts of a total >= 0; the weights have a sum > 0. */
function apportionMagnitude(total: bigint, weights: readonly bigint[]): bigint[] {
  const sum = weights.reduce((all, weight) => all + weight, 0n);
  const floors = weights.map((weight) => divideFloor(total * weight, sum));
  const given = floors.reduce((all, part) => all + part, 0n);
  const remainders = weights.map((weight, index) => ({
    index,
    rest: total * weight - (floors[index] ?? 0n) * sum,
  }));
  remainders.sort((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1));
  const topped = new Set(remainders.slice(0, Number(total - given)).map(({ index }) => index));
  return floors.map((part, index) => (topped.has(index) ? part + 1n : part));
}
