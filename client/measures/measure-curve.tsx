import { Trans, useLingui } from "@lingui/react/macro";
import { lazy } from "react";
import { formatMonth } from "../../shared/format/dates.ts";
import { formatFollowed } from "../../shared/format/followed-values.ts";
import type { MeasurePoint } from "../../shared/measures.ts";
import { tableFile } from "../table-file.ts";
import { ChartWithTable } from "../ui/chart-with-table.tsx";
import type { Column } from "../ui/data-table.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { useLocale } from "../ui/locale.ts";
import { MonthText } from "../ui/values.tsx";
import type { MeasureDetail } from "./measure-data.ts";

const MeasureChart = lazy(() => import("./measure-chart.tsx"));

/** The figure month by month, with its target. */
export function MeasureCurve({ measure }: { measure: MeasureDetail }): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const columns: Column<MeasurePoint>[] = [
    { key: "month", header: t`À fin`, cell: ({ month }) => <MonthText month={month} /> },
    {
      key: "value",
      header: t`Valeur`,
      numeric: true,
      cell: ({ value }) => formatFollowed(value, measure, locale),
    },
  ];
  return (
    <ChartWithTable
      title={t`Mois par mois`}
      summary={<Summary measure={measure} />}
      layout="beside"
      chart={<MeasureChart measure={measure} />}
      table={
        <DataTable
          caption={t`Valeur à la fin de chaque mois`}
          captionHidden
          columns={columns}
          rows={measure.points.toReversed()}
          rowKey={({ month }) => month}
          foldAfter={12}
          download={tableFile("mesure-mois", { id: measure.id })}
        />
      }
    />
  );
}

function Summary({ measure }: { measure: MeasureDetail }): React.ReactNode {
  const locale = useLocale();
  const known = measure.points.filter(({ value }) => value !== null);
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined)
    return <Trans>Aucune valeur n'est encore connue depuis le départ.</Trans>;
  const from = formatFollowed(first.value, measure, locale);
  const to = formatFollowed(last.value, measure, locale);
  const target = formatFollowed(measure.targetValue, measure, locale);
  const [firstMonth, lastMonth] = [formatMonth(first.month, locale), formatMonth(last.month, locale)];
  return (
    <Trans>
      De {from} à fin {firstMonth} à {to} à fin {lastMonth}, pour une cible de {target}. Chaque point porte
      sur les douze mois qui le précèdent, ou sur la dernière valeur relevée.
    </Trans>
  );
}
