import { useId } from "react";
import type { Ratio } from "../../shared/cells.ts";
import classes from "./gauge.module.css";
import type { Indicator } from "./theme.ts";

export interface GaugeProps {
  indicator: Indicator;
  /** Null, or over nothing: the track stays empty. */
  strict: Ratio | null;
  declared: Ratio | null;
  /** Basis points. */
  targetBp?: number | null;
  /** The rate a year before: an open circle. */
  previous?: Ratio | null;
}

/** Bullet from 0 to 100 %, so that two of them compare: solid up to the strict rate, hatched up to the declared one, a mark at the target. Decorative. */
export function Gauge(props: GaugeProps): React.ReactNode {
  const { indicator, strict, declared, targetBp = null, previous = null } = props;
  const hatch = useId();
  const colour = `var(--bp-${indicator})`;
  const solid = ratioWidth(strict);
  const claimed = Math.max(ratioWidth(declared), solid);
  return (
    <svg className={classes.gauge} width="100%" height="26" aria-hidden="true" focusable="false">
      <defs>
        <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect className={classes.hatchGround} width="6" height="6" />
          <rect width="3" height="6" fill={colour} />
        </pattern>
      </defs>
      <rect className={classes.track} y="7" width="100%" height="12" rx="3" />
      <rect x={`${solid}%`} y="7" width={`${claimed - solid}%`} height="12" rx="3" fill={`url(#${hatch})`} />
      <rect y="7" width={`${solid}%`} height="12" rx="3" fill={colour} />
      {previous !== null && previous.denominator !== 0 && (
        <circle className={classes.previous} cx={`${ratioWidth(previous)}%`} cy="13" r="4" />
      )}
      {targetBp !== null && (
        <svg x={`${clamp(targetBp / 100)}%`} overflow="visible" aria-hidden="true">
          <path className={classes.target} d="M-1 2h2v22h-2zM-5 0h10l-5 6z" />
        </svg>
      )}
    </svg>
  );
}

/** Percent of the gauge's width, 0 to 100. */
function ratioWidth(ratio: Ratio | null): number {
  if (ratio === null || ratio.denominator === 0) return 0;
  return clamp((ratio.numerator / ratio.denominator) * 100);
}

function clamp(percent: number): number {
  return Math.min(100, Math.max(0, percent));
}
