import { Trans } from "@lingui/react/macro";
import { MISSING } from "../../shared/format/ratios.ts";

/** Owners between the producer and the canteen; « – » when not known. */
export function IntermediariesText({ count }: { count: number | null }): React.ReactNode {
  if (count === null) return MISSING;
  return count === 0 ? <Trans>0 (vente directe)</Trans> : count;
}
