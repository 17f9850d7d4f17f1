/** How some rates spread, basis points. */
export interface Distribution {
  n: number;
  /** A quarter of them is at most this. */
  lowerQuartileBp: number;
  medianBp: number;
  upperQuartileBp: number;
}

/** Median and quartiles, between the two nearest values where they fall between, to the basis point; null of none. */
export function distributionOf(valuesBp: readonly number[]): Distribution | null {
  if (valuesBp.length === 0) return null;
  const sorted = valuesBp.toSorted((a, b) => a - b);
  return {
    n: sorted.length,
    lowerQuartileBp: quantile(sorted, 1),
    medianBp: quantile(sorted, 2),
    upperQuartileBp: quantile(sorted, 3),
  };
}

/** Place of a value among others, 1 for the highest; equal values share the best place. */
export function rankOf(valueBp: number, valuesBp: readonly number[]): number {
  return 1 + valuesBp.filter((other) => other > valueBp).length;
}

function quantile(sorted: readonly number[], quarter: 1 | 2 | 3): number {
  const steps = (sorted.length - 1) * quarter;
  const below = sorted[Math.floor(steps / 4)] ?? 0;
  const above = sorted[Math.ceil(steps / 4)] ?? 0;
  return Math.round(below + ((above - below) * (steps % 4)) / 4);
}
