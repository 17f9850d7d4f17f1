import type { Share } from "../../shared/indicators/shares.ts";
import { Gauge } from "../ui/gauge.tsx";
import type { Indicator as Colour } from "../ui/theme.ts";
import { PercentText } from "../ui/values.tsx";
import classes from "./dashboard.module.css";

/** A rate in a table: its figure, and the same as a bar. */
export function ShareBar({
  share,
  colour,
  targetBp = null,
}: {
  share: Share;
  colour: Colour;
  targetBp?: number | null;
}): React.ReactNode {
  return (
    <span className={classes.shareBar}>
      <span className={classes.shareFigure}>
        <PercentText ratio={share.strict} />
      </span>
      <span className={classes.shareGauge}>
        <Gauge indicator={colour} strict={share.strict} declared={share.declared} targetBp={targetBp} />
      </span>
    </span>
  );
}
