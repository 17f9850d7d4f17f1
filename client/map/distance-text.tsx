import { Trans } from "@lingui/react/macro";
import type { Position } from "../../shared/facts.ts";
import { formatWholeKm } from "../../shared/format/measures.ts";
import { MISSING } from "../../shared/format/ratios.ts";
import { useLocale } from "../ui/locale.ts";
import { distanceBetween } from "./map-data.ts";

const SURE_M = 500;
const NEAR_M = 1_000;

/** « 34 km », « ≈ 34 km » when either place is only known roughly, « sur place » under a kilometre then. */
export function DistanceText({ from, to }: { from: Position | null; to: Position | null }): React.ReactNode {
  const locale = useLocale();
  const distance = distanceBetween(from, to);
  if (distance === null) return MISSING;
  if (distance.uncertaintyM > SURE_M && distance.metres < NEAR_M) return <Trans>sur place</Trans>;
  const words = formatWholeKm(distance.metres, locale);
  return distance.uncertaintyM <= SURE_M ? words : `≈\u00A0${words}`;
}
