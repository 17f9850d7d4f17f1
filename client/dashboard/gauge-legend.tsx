import { Trans } from "@lingui/react/macro";
import classes from "./dashboard.module.css";

/** How to read the gauges, once a page. */
export function GaugeLegend(): React.ReactNode {
  return (
    <ul className={classes.legend}>
      <li>
        <span className={classes.solidKey} aria-hidden="true" />
        <Trans>confirmé par une preuve</Trans>
      </li>
      <li>
        <span className={classes.hatchKey} aria-hidden="true" />
        <Trans>déclaré, preuve manquante</Trans>
      </li>
      <li>
        <span className={classes.targetKey} aria-hidden="true" />
        <Trans>objectif</Trans>
      </li>
      <li>
        <span className={classes.previousKey} aria-hidden="true" />
        <Trans>un an plus tôt</Trans>
      </li>
    </ul>
  );
}
