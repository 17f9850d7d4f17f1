import { Trans, useLingui } from "@lingui/react/macro";
import { lazy } from "react";
import { tableFile } from "../table-file.ts";
import { ChartWithTable } from "../ui/chart-with-table.tsx";
import type { Column } from "../ui/data-table.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { MonthText, WeightText } from "../ui/values.tsx";
import type { FiguresAsked, WorkshopFigures } from "./workshop.ts";

const TonnesChart = lazy(() => import("./tonnes-chart.tsx"));

type Month = WorkshopFigures["months"][number];

/** Tonnes in and out, month by month. */
export function TonnesSection({
  figures,
  asked,
}: {
  figures: WorkshopFigures;
  asked: FiguresAsked;
}): React.ReactNode {
  const { t } = useLingui();
  const columns: Column<Month>[] = [
    { key: "month", header: t`Mois`, cell: ({ month }) => <MonthText month={month} />, total: t`Année` },
    {
      key: "received",
      header: t`Reçu`,
      numeric: true,
      cell: ({ receivedGrams }) => <WeightText grams={receivedGrams} tonnes />,
      total: <WeightText grams={figures.receivedGrams} tonnes />,
    },
    {
      key: "packed",
      header: t`Produit`,
      numeric: true,
      cell: ({ packedGrams }) => <WeightText grams={packedGrams} tonnes />,
      total: <WeightText grams={figures.packedGrams} tonnes />,
    },
    {
      key: "delivered",
      header: t`Livré`,
      numeric: true,
      cell: ({ deliveredGrams }) => <WeightText grams={deliveredGrams} tonnes />,
      total: <WeightText grams={figures.deliveredGrams} tonnes />,
    },
  ];
  const { year } = figures;
  return (
    <ChartWithTable
      title={t`Tonnes par mois, ${year}`}
      summary={
        <Trans>
          <WeightText grams={figures.receivedGrams} tonnes /> de légumes bruts sont entrées,{" "}
          <WeightText grams={figures.packedGrams} tonnes /> de légumes prêts à cuire en sont sorties.
        </Trans>
      }
      layout="beside"
      chart={<TonnesChart months={figures.months} />}
      table={
        <DataTable
          caption={t`Reçu, produit et livré par mois`}
          captionHidden
          columns={columns}
          rows={figures.months}
          rowKey={({ month }) => month}
          download={tableFile("legumerie-tonnes", asked)}
        />
      }
    />
  );
}
