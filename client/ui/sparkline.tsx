import classes from "./sparkline.module.css";
import type { Indicator } from "./theme.ts";

export interface SparklineProps {
  /** In order of time; null leaves a gap. */
  values: readonly (number | null)[];
  /** What the line says, for who cannot see it: « en hausse, de 12,0 % à 18,0 % ». */
  label: string;
  indicator?: Indicator;
  width?: number;
  height?: number;
}

const MARGIN = 3;

/** A small line of one figure over time, from zero (or the lowest value, when negative) to its highest. */
export function Sparkline(props: SparklineProps): React.ReactNode {
  const { values, label, indicator = "sustainable", width = 120, height = 32 } = props;
  const known = values.filter((value) => value !== null);
  const top = Math.max(0, ...known);
  const bottom = Math.min(0, ...known);
  const place = (value: number, index: number): string => {
    const x = MARGIN + (index / Math.max(1, values.length - 1)) * (width - 2 * MARGIN);
    const y = height - MARGIN - ((value - bottom) / (top - bottom || 1)) * (height - 2 * MARGIN);
    return `${x.toFixed(1)} ${y.toFixed(1)}`;
  };
  const lastIndex = values.findLastIndex((value) => value !== null);
  const last = values[lastIndex] ?? null;
  const [lastX, lastY] = last === null ? [] : place(last, lastIndex).split(" ");
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <path className={classes.base} d={`M${MARGIN} ${height - MARGIN}H${width - MARGIN}`} />
      <path className={classes.line} stroke={`var(--bp-${indicator})`} d={linePath(values, place)} />
      {lastX !== undefined && lastY !== undefined && (
        <circle cx={lastX} cy={lastY} r={MARGIN} fill={`var(--bp-${indicator})`} />
      )}
    </svg>
  );
}

/** Pen up over a gap. */
function linePath(
  values: readonly (number | null)[],
  place: (value: number, index: number) => string,
): string {
  return values
    .map((value, index) => {
      if (value === null) return "";
      const drawing = index > 0 && values[index - 1] !== null;
      return `${drawing ? "L" : "M"}${place(value, index)}`;
    })
    .join("");
}
