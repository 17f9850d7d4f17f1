import type { Ratio } from "../cells.ts";
import { YIELD_BAND_BP } from "../reference-refuse.ts";

/** How a measured yield stands beside the reference. */
export type YieldStanding = "below" | "within" | "above";

/** A yield and the band it is expected in, basis points of the gross weight. */
export interface YieldReference {
  referenceBp: number;
  lowBp: number;
  highBp: number;
}

/** The reference yield of a product (10 000 less its refuse) and its band, kept inside 0 to 100 %. Null: no reference. */
export function yieldReference(refuseBp: number | null): YieldReference | null {
  if (refuseBp === null) return null;
  const referenceBp = 10_000 - refuseBp;
  return {
    referenceBp,
    lowBp: Math.max(0, referenceBp - YIELD_BAND_BP),
    highBp: Math.min(10_000, referenceBp + YIELD_BAND_BP),
  };
}

/** Where a yield stands beside the band, both ends inside; null when one of them is not known. Exact. */
export function yieldStanding(measured: Ratio, reference: YieldReference | null): YieldStanding | null {
  const { numerator, denominator } = measured;
  if (reference === null || denominator === 0) return null;
  const scaled = BigInt(numerator) * 10_000n;
  if (scaled < BigInt(reference.lowBp) * BigInt(denominator)) return "below";
  return scaled > BigInt(reference.highBp) * BigInt(denominator) ? "above" : "within";
}
