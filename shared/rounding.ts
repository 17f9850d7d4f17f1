/**
 * `numerator / denominator` rounded to the nearest integer, a half going away from zero.
 * Throws RangeError when the denominator is 0.
 */
export function divideHalfAway(numerator: bigint, denominator: bigint): bigint {
  const negative = numerator < 0n !== denominator < 0n;
  const top = numerator < 0n ? -numerator : numerator;
  const bottom = denominator < 0n ? -denominator : denominator;
  const rounded = (2n * top + bottom) / (2n * bottom);
  return negative ? -rounded : rounded;
}

/**
 * `numerator / denominator` rounded to the nearest integer, a half going up (towards +∞).
 * Throws RangeError when the denominator is 0.
 */
export function divideHalfUp(numerator: bigint, denominator: bigint): bigint {
  const top = denominator < 0n ? -numerator : numerator;
  const bottom = denominator < 0n ? -denominator : denominator;
  return divideFloor(2n * top + bottom, 2n * bottom);
}

/** Greatest integer not above `numerator / denominator`; the denominator is not 0. */
export function divideFloor(numerator: bigint, denominator: bigint): bigint {
  const quotient = numerator / denominator;
  const exact = quotient * denominator === numerator;
  return exact || numerator < 0n === denominator < 0n ? quotient : quotient - 1n;
}

/** The same integer as a number; throws RangeError beyond Number.MAX_SAFE_INTEGER. */
export function toSafeInteger(value: bigint): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new RangeError(`not a safe integer: ${value}`);
  return number;
}
