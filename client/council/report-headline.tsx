import { Trans, useLingui } from "@lingui/react/macro";
import { Title } from "@mantine/core";
import { headlineName, REPORT_HEADLINES } from "../../shared/council-figures.ts";
import { MISSING } from "../../shared/format/ratios.ts";
import { formatReportChange, formatReportValue } from "../../shared/format/report-values.ts";
import { formatSemesterShort, semestersBefore } from "../../shared/semesters.ts";
import { FigureTile, FigureTiles } from "../ui/figure-tiles.tsx";
import { useLocale } from "../ui/locale.ts";
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
      <FigureTiles>
        {found.map((row) => {
          const change = formatReportChange(row, locale);
          return (
            <FigureTile
              key={row.code}
              title={headlineName(row, locale)}
              value={formatReportValue(row.now, row.unit, locale)}
            >
              {change === MISSING ? t`rien à comparer au ${before}` : t`${change} par rapport au ${before}`}
            </FigureTile>
          );
        })}
      </FigureTiles>
    </section>
  );
}
