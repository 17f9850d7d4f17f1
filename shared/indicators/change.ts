import type { Ratio } from "../cells.ts";
import { divideHalfAway, toSafeInteger } from "../rounding.ts";

/**
 * By how much a rate moved, in tenths of a percentage point (21 is + 2.1 points), from the exact rates and
 * not from the rounded ones; null when either is over nothing.
 */
export function changeTenths(before: Ratio, now: Ratio): number | null {
  if (before.denominator === 0 || now.denominator === 0) return null;
  const [n1, d1] = [BigInt(before.numerator), BigInt(before.denominator)];
  const [n2, d2] = [BigInt(now.numerator), BigInt(now.denominator)];
  return toSafeInteger(divideHalfAway((n2 * d1 - n1 * d2) * 1000n, d1 * d2));
}
