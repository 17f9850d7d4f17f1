import { gapToTarget } from "./gap.ts";
import type { Projection } from "./projection.ts";

/** « Y arriverons-nous ? », from the surest yes to the surest no. */
export const OUTLOOKS = ["secured", "likely", "uncertain", "unlikely", "out-of-reach"] as const;
export type Outlook = (typeof OUTLOOKS)[number];

/** What a target asks of the rest of the year. */
export interface TargetOutlook {
  outlook: Outlook;
  /** What must still count, in the unit of the base; 0: enough counts already. */
  needed: number;
  /** Share that what remains must have, basis points, rounded up; above 10 000 out of reach; null: nothing remains. */
  neededBp: number | null;
}

const BASIS_POINTS = 10_000;

/**
 * Out of reach: were everything that is expected to be bought still to count, the target would not be met.
 * Secured: were nothing of it to count, the target would be met. Both exactly, on integers. Between the two the word
 * follows the range: likely when it stands above the target, unlikely when below.
 */
export function outlookOf(projection: Projection, targetBp: number): TargetOutlook | null {
  const { soFar, remaining, final } = projection;
  const end = { numerator: soFar.numerator, denominator: soFar.denominator + remaining };
  const needed = gapToTarget({ ratio: end, targetBp });
  if (needed === null) return null;
  const neededBp = remaining === 0 ? null : Math.ceil((needed * BASIS_POINTS) / remaining);
  const found = (outlook: Outlook): TargetOutlook => ({ outlook, needed, neededBp });
  if (needed === 0) return found("secured");
  if (needed > remaining) return found("out-of-reach");
  if (final.lowBp >= targetBp) return found("likely");
  return found(final.highBp < targetBp ? "unlikely" : "uncertain");
}
