import { useLingui } from "@lingui/react/macro";
import { Title } from "@mantine/core";
import { REPORT_SECTION_LABELS, reportFigureName } from "../../shared/council-figures.ts";
import { reportRowKey } from "../../shared/council-report.ts";
import { formatPercent, percentTenths } from "../../shared/format/ratios.ts";
import { formatReportChange, formatReportValue } from "../../shared/format/report-values.ts";
import { formatSemesterShort, semestersBefore } from "../../shared/semesters.ts";
import { tableFile } from "../table-file.ts";
import type { Column } from "../ui/data-table.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { useLocale } from "../ui/locale.ts";
import sections from "../ui/sections.module.css";
import classes from "./council.module.css";
import type { Report, ReportRow, ReportSection } from "./council-data.ts";

/** The figures of one part: this semester, the one before, the change, and a year before. */
export function ReportTable({
  section,
  report,
}: {
  section: ReportSection;
  report: Report;
}): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const { semester } = report;
  const title = REPORT_SECTION_LABELS[section.key][locale];
  const id = `section-${section.key}`;
  const shown = (value: ReportRow["now"], { unit }: ReportRow) => formatReportValue(value, unit, locale);
  const columns: Column<ReportRow>[] = [
    {
      key: "figure",
      header: t`Chiffre`,
      cell: (row) => reportFigureName(row, locale),
    },
    {
      key: "now",
      header: formatSemesterShort(semester, locale),
      numeric: true,
      cell: (row) => (
        <>
          <strong>{shown(row.now, row)}</strong>
          <Declared row={row} />
        </>
      ),
    },
    {
      key: "before",
      header: formatSemesterShort(semestersBefore(semester, 1), locale),
      numeric: true,
      cell: (row) => shown(row.before, row),
    },
    {
      key: "change",
      header: t`Évolution`,
      numeric: true,
      cell: (row) => formatReportChange(row, locale),
    },
    {
      key: "year-before",
      header: formatSemesterShort(semestersBefore(semester, 2), locale),
      numeric: true,
      cell: (row) => shown(row.yearBefore, row),
    },
  ];
  return (
    <section className={sections.section}>
      <Title order={2} id={id}>
        {title}
      </Title>
      <DataTable
        stacked
        caption={title}
        captionHidden
        columns={columns}
        rows={section.rows}
        rowKey={reportRowKey}
        download={tableFile("cdess-chiffres", { semester }, { partie: section.key })}
      />
    </section>
  );
}

/** What the rate would be with what is only declared, when that reads otherwise. */
function Declared({ row: { now, declared } }: { row: ReportRow }): React.ReactNode {
  const locale = useLocale();
  if (declared === null || typeof now !== "object" || now === null) return null;
  if (percentTenths(declared) === percentTenths(now)) return null;
  return <span className={classes.detail}> ({formatPercent(declared, locale)})</span>;
}
