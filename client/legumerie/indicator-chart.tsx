import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import type { Ratio } from "../../shared/cells.ts";
import { formatFixed } from "../../shared/format/numbers.ts";
import type { IndicatorUnit } from "../../shared/legumerie/indicator-list.ts";
import { indicatorText, toldValue } from "../../shared/legumerie/indicator-text.ts";
import { ChartTip } from "../ui/chart-tip.tsx";
import { useLocale } from "../ui/locale.ts";
import { usePrintWidth } from "../ui/use-print-width.ts";
import classes from "./legumerie.module.css";

interface IndicatorChartProps {
  points: readonly { period: string; ratio: Ratio | null }[];
  unit: IndicatorUnit;
  label: string;
}

const HEIGHT = 320;
const TICK = { fontSize: 13, fill: "var(--bp-ink)" };

/** A bar a period; none where the figure is not known. The table beside says the same. */
export default function IndicatorChart({ points, unit, label }: IndicatorChartProps): React.ReactNode {
  const locale = useLocale();
  const printed = usePrintWidth();
  const decimals = toldValue({ numerator: 0, denominator: 1 }, unit).decimals;
  const bars = points.map(({ period, ratio }) => ({
    period,
    told: ratio === null ? null : toldValue(ratio, unit).value,
  }));
  const chart = (
    <BarChart
      data={bars}
      margin={{ top: 8, right: 8, bottom: 0, left: 0 }}
      {...(printed === null ? {} : { width: printed, height: HEIGHT })}
    >
      <CartesianGrid vertical={false} stroke="var(--bp-line)" />
      <XAxis
        dataKey="period"
        tick={TICK}
        tickLine={false}
        stroke="var(--bp-ink)"
        interval="preserveStartEnd"
      />
      <YAxis
        tick={TICK}
        tickLine={false}
        axisLine={false}
        width={68}
        tickFormatter={(value: number) =>
          formatFixed({ value: Math.round(value), decimals, minDecimals: 0 }, locale)
        }
      />
      <Tooltip
        content={({ active, label: at }) => {
          const point = points.find(({ period }) => period === at);
          return (
            <ChartTip at={active === true ? (at ?? null) : null}>
              <div className={classes.tip}>
                <strong>{point?.period}</strong>
                <span>{point?.ratio == null ? null : indicatorText(point.ratio, unit, locale)}</span>
              </div>
            </ChartTip>
          );
        }}
      />
      <Bar dataKey="told" name={label} fill="var(--bp-organic)" isAnimationActive={false} />
    </BarChart>
  );
  if (printed !== null) return chart;
  return (
    <ResponsiveContainer width="100%" height={HEIGHT}>
      {chart}
    </ResponsiveContainer>
  );
}
