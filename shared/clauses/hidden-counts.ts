import type { ClauseHours } from "./hours.ts";

/** A count of people under this tells who they are. Source: DOMAIN section 8. */
export const FEWEST_SHOWN = 5;

/** A count as a reader may see it: `FEW` is hidden, null was not said. */
export type ShownCount = number | "FEW" | null;

/** Hours as a reader may see them. */
export interface ShownHours extends Omit<ClauseHours, "people"> {
  people: ShownCount;
}

/** The count, hidden when it is small. */
export function showCount(people: number | null): ShownCount {
  return people !== null && people < FEWEST_SHOWN ? "FEW" : people;
}

/** The hours with small counts hidden. */
export function hideSmallCounts(hours: readonly ClauseHours[]): ShownHours[] {
  return hours.map((one) => ({ ...one, people: showCount(one.people) }));
}

/**
 * The sum of counts of the same people's month. One that holds a hidden count is hidden with it: else the small count
 * would be the difference between the sum and the others. Null: none was said.
 */
export function sumShown(counts: readonly ShownCount[]): ShownCount {
  let sum: number | null = null;
  for (const count of counts) {
    if (count === "FEW") return "FEW";
    if (count !== null) sum = (sum ?? 0) + count;
  }
  return sum;
}
