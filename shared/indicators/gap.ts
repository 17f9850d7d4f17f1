import type { Ratio } from "../cells.ts";

const BASIS_POINTS = 10_000;

/**
 * Least amount, in the ratio's unit (cents or grams), still to move into the numerator, the total staying
 * the same, to reach `targetBp`; 0 when reached, null when there is nothing to take a share of.
 */
export function gapToTarget({ ratio, targetBp }: { ratio: Ratio; targetBp: number }): number | null {
  const { numerator, denominator } = ratio;
  if (denominator <= 0) return null;
  const whole = Math.floor(denominator / BASIS_POINTS);
  const rest = denominator % BASIS_POINTS;
  const needed = whole * targetBp + Math.ceil((rest * targetBp) / BASIS_POINTS);
  return Math.max(0, needed - numerator);
}

/** Whether the share is at or over the target, exactly; null when there is nothing to take a share of. */
export function isReached({ ratio, targetBp }: { ratio: Ratio; targetBp: number }): boolean | null {
  const gap = gapToTarget({ ratio, targetBp });
  return gap === null ? null : gap === 0;
}
