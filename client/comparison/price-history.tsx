import { Trans, useLingui } from "@lingui/react/macro";
import type { MonthPrice } from "../../shared/comparison.ts";
import { centsPerKg } from "../../shared/comparison.ts";
import { formatMonthShort } from "../../shared/format/dates.ts";
import { formatEuros } from "../../shared/format/money.ts";
import { MISSING } from "../../shared/format/ratios.ts";
import { DataTable } from "../ui/data-table.tsx";
import { SideDrawer } from "../ui/dialogs.tsx";
import { useLocale } from "../ui/locale.ts";
import type { TableDownloadProps } from "../ui/table-download.tsx";
import { MoneyText, MonthText, PercentText, WeightText } from "../ui/values.tsx";
import type { ComparedRow } from "./compared-rows.ts";
import classes from "./comparison.module.css";

/** What a kilogram of one article cost month by month, drawn and written. */
export function PriceHistory({
  row,
  onClose,
  download,
}: {
  row: ComparedRow;
  onClose: () => void;
  download: Omit<TableDownloadProps, "of">;
}): React.ReactNode {
  const { t } = useLingui();
  const months = row.price?.history ?? [];
  return (
    <SideDrawer
      title={t`Historique des prix : ${row.supplierName}, ${row.articleName}`}
      opened
      onClose={onClose}
    >
      <p className={classes.historySummary}>
        <Trans>
          Prix moyen du kilo HT de chaque mois, pondéré par les poids achetés. Un mois sans achat n'a pas de
          prix.
        </Trans>
      </p>
      <PriceChart months={months} />
      <PriceTable months={months} download={download} />
    </SideDrawer>
  );
}

const [WIDTH, HEIGHT, LEFT, BOTTOM, TOP] = [560, 200, 58, 26, 14];

/** Steps of a line from month to month, a point at each price, from zero. */
function PriceChart({ months }: { months: readonly MonthPrice[] }): React.ReactNode {
  const locale = useLocale();
  const prices = months.map(centsPerKg);
  const top = Math.max(1, ...prices);
  const x = (index: number): number => LEFT + ((index + 0.5) * (WIDTH - LEFT)) / Math.max(1, months.length);
  const y = (cents: number): number => TOP + (1 - cents / top) * (HEIGHT - TOP - BOTTOM);
  const [first, last] = [months[0], months.at(-1)];
  return (
    <svg className={classes.priceChart} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      {[0, top].map((cents) => (
        <g key={cents}>
          <path className={classes.axis} d={`M${LEFT} ${y(cents)}H${WIDTH}`} />
          <text x={LEFT - 6} y={y(cents) + 4} textAnchor="end">
            {formatEuros(cents, locale)}
          </text>
        </g>
      ))}
      <path
        className={classes.curve}
        d={prices.map((cents, index) => `${index === 0 ? "M" : "L"}${x(index)} ${y(cents)}`).join("")}
      />
      {prices.map((cents, index) => (
        <circle key={months[index]?.month} className={classes.point} cx={x(index)} cy={y(cents)} r={4} />
      ))}
      {first !== undefined && (
        <text x={x(0)} y={HEIGHT - 6} textAnchor="middle">
          {formatMonthShort(first.month, locale)}
        </text>
      )}
      {last !== undefined && months.length > 1 && (
        <text x={x(months.length - 1)} y={HEIGHT - 6} textAnchor="middle">
          {formatMonthShort(last.month, locale)}
        </text>
      )}
    </svg>
  );
}

function PriceTable({
  months,
  download,
}: {
  months: readonly MonthPrice[];
  download: Omit<TableDownloadProps, "of">;
}): React.ReactNode {
  const { t } = useLingui();
  const rows = months.map((month, index) => ({ month, before: months[index - 1] ?? null })).reverse();
  return (
    <DataTable
      caption={t`Prix du kilo HT par mois`}
      captionHidden
      columns={[
        {
          key: "month",
          header: t`Mois`,
          rowHeader: true,
          cell: ({ month }) => <MonthText month={month.month} />,
        },
        {
          key: "price",
          header: t`Prix au kilo HT`,
          numeric: true,
          cell: ({ month }) => <MoneyText cents={centsPerKg(month)} />,
        },
        {
          key: "change",
          header: t`Écart`,
          numeric: true,
          cell: ({ month, before }) => <ChangeText month={month} before={before} />,
        },
        {
          key: "weight",
          header: t`Poids`,
          numeric: true,
          cell: ({ month }) => <WeightText grams={month.weightGrams} />,
        },
      ]}
      rows={rows}
      rowKey={({ month }) => month.month}
      download={download}
    />
  );
}

/** Against the month before that has a price. */
function ChangeText({ month, before }: { month: MonthPrice; before: MonthPrice | null }): React.ReactNode {
  if (before === null) return MISSING;
  const [now, then] = [centsPerKg(month), centsPerKg(before)];
  return (
    <>
      {now > then && "+"}
      <PercentText ratio={{ numerator: now - then, denominator: then }} />
    </>
  );
}
