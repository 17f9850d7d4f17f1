import { Trans, useLingui } from "@lingui/react/macro";
import { Title } from "@mantine/core";
import { headlineName, REPORT_HEADLINES } from "../../shared/council-figures.ts";
import { MISSING } from "../../shared/format/ratios.ts";
import { formatReportChange, formatReportValue } from "../../shared/format/report-values.ts";
import { formatSemesterShort, semestersBefore } from "../../shared/semesters.ts";
import { useLocale } from "../ui/locale.ts";
import classes from "./council.module.css";
import type { Report, ReportRow } from "./council-data.ts";

/** The figures one remembers, each with its change. */
export function ReportHeadline({ report }: { report: Report }): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const before = formatSemesterShort(semestersBefore(report.semester, 1), locale);
  const rows = report.sections.flatMap((section) => section.rows);
  const found = REPORT_HEADLINES.flatMap((code) => rows.find((row: ReportRow) => row.code === code) ?? []);
  if (found.length === 0) return null;
  return (
    <section aria-labelledby="headline">
      <Title order={2} id="headline" mb="sm">
        <Trans>L'essentiel</Trans>
      </Title>
      <dl className={classes.tiles}>
        {found.map((row) => {
          const change = formatReportChange(row, locale);
          return (
            <div key={row.code} className={classes.tile}>
              <dt>{headlineName(row, locale)}</dt>
              <dd className={classes.figure}>{formatReportValue(row.now, row.unit, locale)}</dd>
              <dd className={classes.detail}>
                {change === MISSING ? t`rien à comparer au ${before}` : t`${change} par rapport au ${before}`}
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}
