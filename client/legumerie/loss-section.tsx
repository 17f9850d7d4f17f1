import { Trans, useLingui } from "@lingui/react/macro";
import { Title } from "@mantine/core";
import type { Ratio } from "../../shared/cells.ts";
import { LOSS_CAUSE_LABELS, LOSS_DESTINATION_LABELS } from "../../shared/legumerie.ts";
import { tableFile } from "../table-file.ts";
import type { Column } from "../ui/data-table.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { useLocale } from "../ui/locale.ts";
import { TableDownload } from "../ui/table-download.tsx";
import { PercentText, WeightText } from "../ui/values.tsx";
import classes from "./legumerie.module.css";
import type { FiguresAsked, WorkshopFigures } from "./workshop.ts";

interface LossRow {
  key: string;
  label: string;
  loss: Ratio;
}

/** What was lost, why, and what became of it, as shares of what was worked. */
export function LossSection({
  figures,
  asked,
}: {
  figures: WorkshopFigures;
  asked: FiguresAsked;
}): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const causes = figures.lossByCause.map(({ key, loss }) => ({
    key,
    label: LOSS_CAUSE_LABELS[key][locale],
    loss,
  }));
  const destinations = figures.lossByDestination.map(({ key, loss }) => ({
    key,
    label: LOSS_DESTINATION_LABELS[key][locale],
    loss,
  }));
  return (
    <section aria-labelledby="losses">
      <Title order={2} id="losses" mb="sm">
        <Trans>Pertes</Trans>
      </Title>
      <div className={classes.pair}>
        <LossTable caption={t`Par cause`} rows={causes} total={figures.loss} />
        <LossTable caption={t`Par destination`} rows={destinations} total={figures.loss} />
      </div>
      <TableDownload of={t`Pertes`} {...tableFile("legumerie-pertes", asked)} />
    </section>
  );
}

function LossTable({
  caption,
  rows,
  total,
}: {
  caption: string;
  rows: readonly LossRow[];
  total: Ratio;
}): React.ReactNode {
  const { t } = useLingui();
  const most = Math.max(1, ...rows.map(({ loss }) => loss.numerator));
  const columns: Column<LossRow>[] = [
    { key: "label", header: caption, cell: ({ label }) => label, total: t`Ensemble` },
    {
      key: "bar",
      header: t`Part`,
      cell: ({ loss }) => (
        <svg className={classes.lossBar} width="100%" height="12" aria-hidden="true" focusable="false">
          <rect width={`${(loss.numerator / most) * 100}%`} height="12" rx="2" />
        </svg>
      ),
    },
    {
      key: "weight",
      header: t`Poids`,
      numeric: true,
      cell: ({ loss }) => <WeightText grams={loss.numerator} tonnes />,
      total: <WeightText grams={total.numerator} tonnes />,
    },
    {
      key: "share",
      header: t`Du poids travaillé`,
      numeric: true,
      cell: ({ loss }) => <PercentText ratio={loss} />,
      total: <PercentText ratio={total} />,
    },
  ];
  return (
    <DataTable caption={caption} captionHidden columns={columns} rows={rows} rowKey={({ key }) => key} />
  );
}
