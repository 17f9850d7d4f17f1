import { Trans, useLingui } from "@lingui/react/macro";
import { Title } from "@mantine/core";
import { CANTEEN_RATES } from "../../shared/council-report.ts";
import { formatWholeEuros } from "../../shared/format/money.ts";
import { formatPercent } from "../../shared/format/ratios.ts";
import { formatReportChange } from "../../shared/format/report-values.ts";
import { INDICATOR_LABELS } from "../../shared/indicators/indicators.ts";
import { tableFile } from "../table-file.ts";
import type { Column } from "../ui/data-table.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { useLocale } from "../ui/locale.ts";
import sections from "../ui/sections.module.css";
import classes from "./council.module.css";
import type { Report } from "./council-data.ts";

type Canteen = Report["canteens"][number];

/** Every canteen with its rates and their change; printed whole. */
export function CanteensAnnex({ report }: { report: Report }): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  if (report.canteens.length === 0) return null;
  const columns: Column<Canteen>[] = [
    {
      key: "name",
      header: t`Cantine`,
      cell: ({ name, communeName }) => (
        <>
          {name}
          <div className={classes.detail}>{communeName}</div>
        </>
      ),
    },
    {
      key: "spend",
      header: t`Achats HT`,
      numeric: true,
      cell: ({ spendHtCents }) => formatWholeEuros(spendHtCents, locale),
    },
    ...CANTEEN_RATES.map(
      (rate): Column<Canteen> => ({
        key: rate,
        header: rate === "EGALIM" ? "EGalim" : INDICATOR_LABELS[rate][locale],
        numeric: true,
        cell: ({ rates }) => (
          <>
            <strong>{formatPercent(rates.now[rate], locale)}</strong>
            <div className={classes.detail}>
              {formatReportChange(
                { now: rates.now[rate], before: rates.before[rate], unit: "share" },
                locale,
              )}
            </div>
          </>
        ),
      }),
    ),
  ];
  return (
    <section className={sections.section} aria-labelledby="annex">
      <Title order={2} id="annex">
        <Trans>Annexe : cantine par cantine</Trans>
      </Title>
      <p className={sections.words}>
        <Trans>Sous chaque taux, son évolution depuis le semestre précédent.</Trans>
      </p>
      <DataTable
        stacked
        caption={t`Les taux de chaque cantine`}
        captionHidden
        columns={columns}
        rows={report.canteens}
        rowKey={({ id }) => id}
        foldAfter={10}
        download={tableFile("cdess-cantines", { semester: report.semester })}
      />
    </section>
  );
}
