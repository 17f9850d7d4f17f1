import type { Ratio } from "../cells.ts";
import { percentTenths } from "../format/ratios.ts";

export type Direction = "up" | "down" | "same";

/**
 * Which way a rate moved, between the two figures as people read them (one decimal), so that the word never
 * contradicts the figures beside it; null when either is over nothing.
 */
export function changeDirection(before: Ratio, now: Ratio): Direction | null {
  const [from, to] = [percentTenths(before), percentTenths(now)];
  if (from === null || to === null) return null;
  if (from === to) return "same";
  return to > from ? "up" : "down";
}
