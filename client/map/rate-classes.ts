import type { Ratio } from "../../shared/cells.ts";

/** Lowest rate of each class, in percent: the classes a colour and a pattern stand for. */
export const CLASS_FLOORS = [0, 5, 10, 20, 50] as const;

/** Number of the class of a rate, 0 to 4; null over nothing. */
export function rateClass({ numerator, denominator }: Ratio): number | null {
  if (denominator <= 0) return null;
  return CLASS_FLOORS.findLastIndex((floor) => numerator * 100 >= floor * denominator || floor === 0);
}

/** How dark each class is drawn, percent of the indicator's colour. */
export const CLASS_STRENGTHS = [8, 25, 45, 70, 100] as const;
