import { useLingui } from "@lingui/react/macro";
import type { Column } from "../ui/data-table.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { useLocale } from "../ui/locale.ts";
import type { TableDownloadProps } from "../ui/table-download.tsx";
import { MonthText, PercentText } from "../ui/values.tsx";
import type { Projection } from "./target-data.ts";
import { formatShare } from "./words.ts";

type Point = Projection["points"][number];

/** The curve's figures: the rate since January at each month's end, known or expected. */
export function TrajectoryMonths({
  projection,
  name,
  download,
}: {
  projection: Projection;
  name: string;
  download: Omit<TableDownloadProps, "of">;
}): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const columns: Column<Point>[] = [
    { key: "month", header: t`Fin de`, cell: ({ month }) => <MonthText month={month} /> },
    { key: "days", header: t`Jours de service`, numeric: true, cell: ({ daysUpTo }) => Math.round(daysUpTo) },
    {
      key: "known",
      header: t`Depuis janvier`,
      numeric: true,
      cell: ({ known }) => <PercentText ratio={known} />,
    },
    {
      key: "expected",
      header: t`Attendu`,
      numeric: true,
      cell: ({ expected }) => (expected === null ? "–" : formatShare(expected.middleBp, locale)),
    },
    {
      key: "range",
      header: t`Huit fois sur dix entre`,
      numeric: true,
      cell: ({ expected }) => {
        if (expected === null) return "–";
        const [low, high] = [formatShare(expected.lowBp, locale), formatShare(expected.highBp, locale)];
        return t`${low} et ${high}`;
      },
    },
  ];
  return (
    <DataTable
      caption={t`${name} : taux depuis janvier, à la fin de chaque mois`}
      captionHidden
      columns={columns}
      rows={projection.points}
      rowKey={({ month }) => month}
      download={download}
    />
  );
}
