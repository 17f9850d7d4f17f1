import type { Ratio } from "../../shared/cells.ts";
import type { YieldReference } from "../../shared/legumerie/yield.ts";
import classes from "./legumerie.module.css";

/** A bar up to the yield, over the band of the reference and its mark; 0 to 100 %. Decorative. */
export function YieldBullet({
  measured,
  reference,
}: {
  measured: Ratio;
  reference: YieldReference | null;
}): React.ReactNode {
  const width = measured.denominator === 0 ? 0 : (measured.numerator / measured.denominator) * 100;
  return (
    <svg className={classes.bullet} width="100%" height="28" aria-hidden="true" focusable="false">
      <rect className={classes.bulletTrack} width="100%" height="28" rx="3" />
      {reference !== null && (
        <rect
          className={classes.bulletBand}
          x={percent(reference.lowBp)}
          width={percent(reference.highBp - reference.lowBp)}
          height="28"
        />
      )}
      <rect className={classes.bulletBar} y="8" width={`${Math.min(100, width)}%`} height="12" rx="2" />
      {reference !== null && (
        <svg x={percent(reference.referenceBp)} overflow="visible" aria-hidden="true">
          <rect className={classes.bulletMark} x="-1.5" y="2" width="3" height="24" />
        </svg>
      )}
    </svg>
  );
}

function percent(basisPoints: number): string {
  return `${basisPoints / 100}%`;
}
