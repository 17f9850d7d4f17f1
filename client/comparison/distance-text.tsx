import { Trans } from "@lingui/react/macro";
import type { ProductionDistance } from "../../shared/comparison.ts";
import { formatKm } from "../../shared/format/measures.ts";
import { MISSING } from "../../shared/format/ratios.ts";
import { useLocale } from "../ui/locale.ts";
import classes from "./comparison.module.css";

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
  const far = formatKm(farthestM, locale);
  const near = formatKm(nearestM, locale);
  const margin = formatKm(uncertaintyM, locale);
  return (
    <div className={classes.stack}>
      <span>
        {nearestM === farthestM ? (
          far
        ) : (
          <Trans>
            {near} à {far}
          </Trans>
        )}
      </span>
      <span className={classes.detail}>
        <Trans>à {margin} près</Trans>
      </span>
      <span className={classes.detail}>{communeNames.join(", ")}</span>
      {assumed && (
        <span className={classes.detail}>
          <Trans>lieu du producteur ; l'article ne dit rien</Trans>
        </span>
      )}
    </div>
  );
}
