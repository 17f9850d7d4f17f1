import { useLingui } from "@lingui/react/macro";
import {
  CartesianGrid,
  Line,
  LineChart,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import { formatMonth, formatMonthShort } from "../../shared/format/dates.ts";
import { formatFollowed } from "../../shared/format/followed-values.ts";
import { ChartTip } from "../ui/chart-tip.tsx";
import { useLocale } from "../ui/locale.ts";
import { usePrintWidth } from "../ui/use-print-width.ts";
import type { MeasureDetail } from "./measure-data.ts";
import classes from "./measures.module.css";

const PRINTED_HEIGHT = 300;
const TICK = { fontSize: 13, fill: "var(--bp-ink)" };

/** The figure at each month's end, and the target as a line. */
export default function MeasureChart({ measure }: { measure: MeasureDetail }): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const printed = usePrintWidth();
  const shown = (value: number): string => formatFollowed(value, measure, locale);
  const top = scaleTop([...measure.points.map(({ value }) => value ?? 0), measure.targetValue]);
  const chart = (
    <LineChart
      data={measure.points}
      margin={{ top: 16, right: 16, bottom: 0, left: 8 }}
      {...(printed === null ? {} : { width: printed, height: PRINTED_HEIGHT })}
    >
      <CartesianGrid vertical={false} stroke="var(--bp-line)" />
      <XAxis
        dataKey="month"
        tick={TICK}
        tickLine={false}
        stroke="var(--bp-ink)"
        interval="preserveStartEnd"
        minTickGap={24}
        tickFormatter={(month: string) => formatMonthShort(month, locale)}
      />
      <YAxis
        tick={TICK}
        tickLine={false}
        axisLine={false}
        width={88}
        domain={[0, top]}
        ticks={[0, 1, 2, 3, 4].map((quarter) => (quarter * top) / 4)}
        tickFormatter={shown}
      />
      <Tooltip
        content={({ active, label }) => {
          const point = measure.points.find(({ month }) => month === label);
          return (
            <ChartTip at={active === true ? (label ?? null) : null}>
              {point !== undefined && (
                <div className={classes.tip}>
                  <strong>{formatMonth(point.month, locale)}</strong>
                  <span>{formatFollowed(point.value, measure, locale)}</span>
                </div>
              )}
            </ChartTip>
          );
        }}
      />
      <Line
        dataKey="value"
        name={t`Valeur`}
        stroke="var(--mantine-color-beet-9)"
        strokeWidth={2.5}
        dot={{ r: 3, fill: "var(--mantine-color-beet-9)" }}
        isAnimationActive={false}
      />
      <ReferenceLine
        y={measure.targetValue}
        stroke="var(--bp-ink)"
        strokeDasharray="6 4"
        label={{
          value: t`Cible : ${shown(measure.targetValue)}`,
          position: "insideTopLeft",
          fill: "var(--bp-ink)",
          fontSize: 14,
          fontWeight: 600,
        }}
      />
    </LineChart>
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

/** The first round end of scale over every figure: its quarters are round too. */
function scaleTop(values: readonly number[]): number {
  const highest = Math.max(4, ...values) * 1.05;
  const power = 10 ** Math.floor(Math.log10(highest));
  return (
    [1, 1.2, 1.6, 2, 2.4, 3.2, 4, 6, 8, 10].map((step) => step * power).find((end) => highest <= end) ??
    10 * power
  );
}
