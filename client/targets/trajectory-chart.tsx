import { Trans, useLingui } from "@lingui/react/macro";
import { useElementSize } from "@mantine/hooks";
import { MONTH_SHORT_NAMES } from "../../shared/calendar-names.ts";
import { formatBasisPoints } from "../../shared/format/ratios.ts";
import { useLocale } from "../ui/locale.ts";
import { usePrintWidth } from "../ui/use-print-width.ts";
import type { ProjectedTarget, Projection } from "./target-data.ts";
import classes from "./targets.module.css";
import { placesOf } from "./trajectory-places.ts";
import { formatShare } from "./words.ts";

const HEIGHT = 320;
const LEAST_MONTH_PX = 30;
const MONTHS_IN_QUARTER = 3;
/** Nearer to each other, the labels of today and of the year's end would meet. */
const LEAST_LABEL_PX = 70;

export interface TrajectoryChartProps {
  projection: Projection;
  targets: readonly ProjectedTarget[];
  colour: string;
}

/** The rate since January along the days of service, where it is expected to go, and the targets across. */
export function TrajectoryChart({ projection, targets, colour }: TrajectoryChartProps): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const { ref, width: measured } = useElementSize();
  const printed = usePrintWidth();
  const width = printed ?? measured;
  const { known, cone, middle, months, lines, ticks, now, end } = placesOf(projection, {
    targetsBp: targets.map(({ shareBp }) => shareBp),
    width,
    height: HEIGHT,
  });
  const narrow = (known.right - known.left) / months.length < LEAST_MONTH_PX;
  const tight = now !== null && end !== null && end.x - now.x < LEAST_LABEL_PX;
  const bottomBp = ticks[0]?.bp ?? 0;
  const bottom = formatBasisPoints(bottomBp, locale);
  const labelOf = (bp: number): string => {
    const share = formatBasisPoints(bp, locale);
    return t`objectif ${share}`;
  };
  return (
    <div ref={ref} className={classes.curve}>
      {width > 0 && (
        <svg width={width} height={HEIGHT} aria-hidden="true" focusable="false">
          {ticks.map(({ y, bp }) => (
            <g key={bp}>
              <path className={classes.grid} d={`M${known.left} ${y}H${known.right}`} />
              <text className={classes.tick} x={known.left - 8} y={y + 4} textAnchor="end">
                {formatBasisPoints(bp, locale)}
              </text>
            </g>
          ))}
          {months.map(({ x, span, index }) =>
            (narrow ? index % MONTHS_IN_QUARTER !== 0 : span < LEAST_MONTH_PX) ? null : (
              <text key={index} className={classes.tick} x={x} y={HEIGHT - 8} textAnchor="middle">
                {MONTH_SHORT_NAMES[locale][index]}
              </text>
            ),
          )}
          {cone !== "" && <path d={cone} fill={`var(--bp-${colour})`} className={classes.cone} />}
          {lines.map(({ bp, y, labelY }) => (
            <g key={bp}>
              <path className={classes.targetLine} d={`M${known.left} ${y}H${known.right}`} />
              <text className={classes.targetLabel} x={known.left + 6} y={labelY}>
                {labelOf(bp)}
              </text>
            </g>
          ))}
          <path d={middle} stroke={`var(--bp-${colour})`} className={classes.middle} />
          <path d={known.path} stroke={`var(--bp-${colour})`} className={classes.known} />
          {now !== null && (
            <g>
              <circle cx={now.x} cy={now.y} r="5" fill={`var(--bp-${colour})`} />
              <text className={classes.point} x={now.x - 4} y={now.y - 14} textAnchor="end">
                {formatShare(now.bp, locale)}
              </text>
            </g>
          )}
          {end !== null && (
            <text
              className={classes.point}
              x={end.x - 4}
              y={tight ? end.y + 24 : end.y - 12}
              textAnchor="end"
            >
              {formatShare(end.bp, locale)}
            </text>
          )}
        </svg>
      )}
      {bottomBp > 0 && (
        <p className={classes.scale}>
          <Trans>L'échelle commence à {bottom}, pas à zéro.</Trans>
        </p>
      )}
    </div>
  );
}
