import { Trans } from "@lingui/react/macro";
import type { ProductionDistance } from "../../shared/comparison.ts";
import { formatWholeKm } from "../../shared/format/measures.ts";
import { MISSING } from "../../shared/format/ratios.ts";
import { useLocale } from "../ui/locale.ts";
import classes from "./comparison.module.css";

const METRES_IN_KM = 1000;

/** How far it is grown or made, and how sure that is. */
export function DistanceText({ distance }: { distance: ProductionDistance | null }): React.ReactNode {
  const locale = useLocale();
  if (distance === null) {
    return (
      <div className={classes.stack}>
        <span>{MISSING}</span>
        <span className={classes.detail}>
          <Trans>lieu de production inconnu</Trans>
        </span>
      </div>
    );
  }
  const { nearestM, farthestM, uncertaintyM, communeNames, assumed } = distance;
  const far = formatWholeKm(farthestM, locale);
  const near = formatWholeKm(nearestM, locale);
  const margin = formatWholeKm(Math.ceil(uncertaintyM / METRES_IN_KM) * METRES_IN_KM, locale);
  return (
    <div className={classes.stack}>
      <span>
        {near === far ? (
          far
        ) : (
          <Trans>
            {near} à {far}
          </Trans>
        )}
      </span>
      {uncertaintyM > 0 && (
        <span className={classes.detail}>
          <Trans>à {margin} près</Trans>
        </span>
      )}
      <span className={classes.detail}>{communeNames.join(", ")}</span>
      {assumed && (
        <span className={classes.detail}>
          <Trans>lieu du producteur ; l'article ne dit rien</Trans>
        </span>
      )}
    </div>
  );
}
