import { useLingui } from "@lingui/react/macro";
import { useId } from "react";
import {
  Bar,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import { MONTH_SHORT_NAMES } from "../../shared/calendar-names.ts";
import type { Ratio } from "../../shared/cells.ts";
import { nextTarget } from "../../shared/figures.ts";
import { formatMonth } from "../../shared/format/dates.ts";
import { formatBasisPoints, formatPercent } from "../../shared/format/ratios.ts";
import type { Indicator } from "../../shared/indicators/indicators.ts";
import { ChartTip } from "../ui/chart-tip.tsx";
import { useLocale } from "../ui/locale.ts";
import { usePrintWidth } from "../ui/use-print-width.ts";
import classes from "./dashboard.module.css";
import type { Dashboard } from "./dashboard-data.ts";
import { COLOURS } from "./dashboard-data.ts";

const PRINTED_HEIGHT = 300;
const TICK = { fontSize: 13, fill: "var(--bp-ink)" };

interface MonthPoint {
  month: string;
  strict: Ratio;
  declared: Ratio;
  before: Ratio | null;
  /** Percentages, for drawing only. */
  strictPercent: number | null;
  claimedPercent: number | null;
  beforePercent: number | null;
}

/** One rate by month: confirmed, declared above it, the year before as points, the target as a line. */
export default function MonthChart({
  figures,
  indicator,
}: {
  figures: Dashboard;
  indicator: Indicator;
}): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const printed = usePrintWidth();
  const hatch = useId();
  const points = pointsOf(figures, indicator);
  const target = nextTarget(figures.targets[indicator]);
  const top = scaleTop([...points.map(({ declared }) => percent(declared)), (target?.shareBp ?? 0) / 100]);
  const colour = `var(--bp-${COLOURS[indicator]})`;
  const chart = (
    <ComposedChart
      data={points}
      margin={{ top: 12, right: target === null ? 8 : 64, bottom: 0, left: 0 }}
      {...(printed === null ? {} : { width: printed, height: PRINTED_HEIGHT })}
    >
      <defs>
        <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="6" height="6" fill="var(--mantine-color-white)" />
          <rect width="3" height="6" fill={colour} />
        </pattern>
      </defs>
      <CartesianGrid vertical={false} stroke="var(--bp-line)" />
      <XAxis
        dataKey="month"
        tick={TICK}
        tickLine={false}
        stroke="var(--bp-ink)"
        interval="preserveStartEnd"
        tickFormatter={(month: string) => MONTH_SHORT_NAMES[locale][Number(month.slice(5, 7)) - 1] ?? month}
      />
      <YAxis
        tick={TICK}
        tickLine={false}
        axisLine={false}
        width={52}
        domain={[0, top]}
        ticks={[0, 1, 2, 3, 4].map((quarter) => (quarter * top) / 4)}
        tickFormatter={(percent: number) => formatBasisPoints(Math.round(percent * 100), locale)}
      />
      <Tooltip
        content={({ active, label }) => (
          <ChartTip at={active === true ? (label ?? null) : null}>
            <MonthTip point={points.find(({ month }) => month === label)} />
          </ChartTip>
        )}
      />
      <Bar
        dataKey="strictPercent"
        name={t`Confirmé`}
        stackId="rate"
        fill={colour}
        isAnimationActive={false}
      />
      <Bar
        dataKey="claimedPercent"
        name={t`Déclaré`}
        stackId="rate"
        fill={`url(#${hatch})`}
        stroke={colour}
        strokeWidth={1}
        isAnimationActive={false}
      />
      <Line
        dataKey="beforePercent"
        name={t`Un an plus tôt`}
        stroke="none"
        dot={{ r: 4, stroke: "var(--bp-ink)", strokeWidth: 2, fill: "var(--mantine-color-white)" }}
        activeDot={false}
        isAnimationActive={false}
      />
      {target !== null && (
        <ReferenceLine
          y={target.shareBp / 100}
          stroke="var(--bp-ink)"
          strokeDasharray="6 4"
          label={{
            value: formatBasisPoints(target.shareBp, locale),
            position: "right",
            fill: "var(--bp-ink)",
            fontSize: 14,
            fontWeight: 600,
          }}
        />
      )}
    </ComposedChart>
  );
  if (printed !== null) return chart;
  return (
    <div className={classes.chart}>
      <ResponsiveContainer width="100%" height="100%">
        {chart}
      </ResponsiveContainer>
    </div>
  );
}

function MonthTip({ point }: { point: MonthPoint | undefined }): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  if (point === undefined) return null;
  const strict = formatPercent(point.strict, locale);
  const declared = formatPercent(point.declared, locale);
  const before = formatPercent(point.before, locale);
  return (
    <div className={classes.tip}>
      <strong>{formatMonth(point.month, locale)}</strong>
      <span>{t`Confirmé : ${strict}`}</span>
      <span>{t`Avec le déclaré : ${declared}`}</span>
      <span>{t`Un an plus tôt : ${before}`}</span>
    </div>
  );
}

function pointsOf({ byMonth, byMonthBefore }: Dashboard, indicator: Indicator): MonthPoint[] {
  return byMonth.map(({ key, shares }, index) => {
    const { strict, declared } = shares[indicator];
    const before = byMonthBefore[index]?.shares[indicator].strict ?? null;
    const [low, high] = [percent(strict), percent(declared)];
    return {
      month: key,
      strict,
      declared,
      before,
      strictPercent: low,
      claimedPercent: low === null || high === null ? null : high - low,
      beforePercent: before === null ? null : percent(before),
    };
  });
}

/** The first round end of scale over every figure: its quarters are whole percents. */
function scaleTop(percents: readonly (number | null)[]): number {
  const highest = Math.max(...percents.map((one) => one ?? 0));
  return [4, 8, 12, 20, 40, 60, 80].find((end) => highest <= end) ?? 100;
}

function percent({ numerator, denominator }: Ratio): number | null {
  return denominator === 0 ? null : (numerator / denominator) * 100;
}
