import { useLingui } from "@lingui/react/macro";
import { useId } from "react";
import { Bar, BarChart, CartesianGrid, Legend, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { MONTH_SHORT_NAMES } from "../../shared/calendar-names.ts";
import { formatMonth } from "../../shared/format/dates.ts";
import { formatTonnes } from "../../shared/format/measures.ts";
import { ChartTip } from "../ui/chart-tip.tsx";
import { useLocale } from "../ui/locale.ts";
import { usePrintWidth } from "../ui/use-print-width.ts";
import classes from "./legumerie.module.css";
import type { WorkshopFigures } from "./workshop.ts";

type Month = WorkshopFigures["months"][number];

const HEIGHT = 440;
const TICK = { fontSize: 13, fill: "var(--bp-ink)" };

/** Two bars a month, raw in then ready to cook out; the table beside says the same. */
export default function TonnesChart({ months }: { months: readonly Month[] }): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const hatch = useId();
  const printed = usePrintWidth();
  const chart = (
    <BarChart
      data={[...months]}
      margin={{ top: 8, right: 8, bottom: 0, left: 0 }}
      barGap={2}
      {...(printed === null ? {} : { width: printed, height: HEIGHT })}
    >
      <defs>
        <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="6" height="6" fill="var(--mantine-color-white)" />
          <rect width="4" height="6" fill="var(--bp-organic)" />
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
        width={58}
        tickFormatter={(grams: number) => formatTonnes(grams, locale)}
      />
      <Tooltip
        content={({ active, label }) => (
          <ChartTip at={active === true ? (label ?? null) : null}>
            <MonthTip month={months.find(({ month }) => month === label)} />
          </ChartTip>
        )}
      />
      <Legend
        verticalAlign="top"
        align="left"
        iconType="square"
        height={36}
        itemSorter={null}
        formatter={(name: string) => <span className={classes.legend}>{name}</span>}
      />
      <Bar dataKey="receivedGrams" name={t`Reçu (brut)`} fill="var(--bp-local)" isAnimationActive={false} />
      <Bar
        dataKey="packedGrams"
        name={t`Produit (prêt à cuire)`}
        fill={`url(#${hatch})`}
        stroke="var(--bp-organic)"
        isAnimationActive={false}
      />
    </BarChart>
  );
  if (printed !== null) return chart;
  return (
    <ResponsiveContainer width="100%" height={HEIGHT}>
      {chart}
    </ResponsiveContainer>
  );
}

function MonthTip({ month }: { month: Month | undefined }): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  if (month === undefined) return null;
  const received = formatTonnes(month.receivedGrams, locale);
  const packed = formatTonnes(month.packedGrams, locale);
  const delivered = formatTonnes(month.deliveredGrams, locale);
  return (
    <div className={classes.tip}>
      <strong>{formatMonth(month.month, locale)}</strong>
      <span>{t`Reçu : ${received}`}</span>
      <span>{t`Produit : ${packed}`}</span>
      <span>{t`Livré : ${delivered}`}</span>
    </div>
  );
}
