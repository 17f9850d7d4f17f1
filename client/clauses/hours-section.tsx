import { Trans, useLingui } from "@lingui/react/macro";
import type { ShownCount } from "../../shared/clauses/hidden-counts.ts";
import { formatMonth } from "../../shared/format/dates.ts";
import { formatInteger } from "../../shared/format/numbers.ts";
import { MISSING } from "../../shared/format/ratios.ts";
import { readToday } from "../today.ts";
import { ChartWithTable } from "../ui/chart-with-table.tsx";
import type { Column } from "../ui/data-table.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { useLocale } from "../ui/locale.ts";
import { MonthText } from "../ui/values.tsx";
import type { ClauseSectionProps } from "./clause-section.tsx";
import classes from "./clauses.module.css";
import { HoursChart } from "./hours-chart.tsx";
import { HoursText } from "./hours-text.tsx";
import type { ClauseMonth } from "./months.ts";
import { clauseMonths } from "./months.ts";

/** Hours month by month, added up beside those expected: a curve, its table and one sentence. */
export function HoursSection({ view, clause, progress }: Omit<ClauseSectionProps, "lot">): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const months = clauseMonths(view, { clause, progress, today: readToday() });
  const last = months.findLast(({ hoursE2 }) => hoursE2 > 0);
  if (months.length === 0) return null;
  const columns: Column<ClauseMonth>[] = [
    { key: "month", header: t`Mois`, rowHeader: true, cell: ({ month }) => <MonthText month={month} /> },
    { key: "hours", header: t`Heures`, numeric: true, cell: ({ hoursE2 }) => <HoursText e2={hoursE2} /> },
    { key: "done", header: t`Cumul`, numeric: true, cell: ({ doneE2 }) => <HoursText e2={doneE2} whole /> },
    {
      key: "expected",
      header: t`Attendu`,
      numeric: true,
      cell: ({ expectedE2 }) => <HoursText e2={expectedE2} whole />,
    },
    {
      key: "people",
      header: t`Personnes`,
      numeric: true,
      cell: ({ people }) => <CountText count={people} />,
    },
  ];
  return (
    <>
      <ChartWithTable
        title={t`Heures cumulées`}
        summary={
          last === undefined ? (
            <Trans>Aucune heure n'a encore été saisie.</Trans>
          ) : (
            <LastWords months={months} last={formatMonth(last.month, locale)} />
          )
        }
        chart={<HoursChart months={months} clause={clause} plannedE2={progress.plannedE2} />}
        table={
          <DataTable
            caption={t`Heures faites et attendues par mois`}
            captionHidden
            columns={columns}
            rows={months.toReversed()}
            rowKey={({ month }) => month}
            foldAfter={12}
          />
        }
      />
      {months.some(({ people }) => people === "FEW") && (
        <p className={classes.detail}>
          <Trans>
            Moins de cinq personnes : le nombre n'est pas montré, ni les totaux qui le laisseraient deviner.
          </Trans>
        </p>
      )}
    </>
  );
}

function LastWords({ months, last }: { months: readonly ClauseMonth[]; last: string }): React.ReactNode {
  const end = months.at(-1);
  if (end === undefined) return null;
  return (
    <Trans>
      <HoursText e2={end.doneE2} whole /> faites contre <HoursText e2={end.expectedE2} whole /> attendues ;
      dernières heures saisies : {last}.
    </Trans>
  );
}

function CountText({ count }: { count: ShownCount }): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  if (count === null) return MISSING;
  return count === "FEW" ? t`non montré` : formatInteger(count, locale);
}
