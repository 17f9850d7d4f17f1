import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { formatMonth } from "../../shared/format/dates.ts";
import { formatFixed } from "../../shared/format/numbers.ts";
import { MISSING } from "../../shared/format/ratios.ts";
import type { ToldMonth } from "../../shared/legumerie/hours.ts";
import {
  INSERTION_WORK,
  insertionHoursE2,
  WORK_STATUS_LABELS,
  WORK_STATUSES,
} from "../../shared/legumerie/hours.ts";
import { tableFile } from "../table-file.ts";
import type { Column } from "../ui/data-table.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { useLocale } from "../ui/locale.ts";
import { MonthText } from "../ui/values.tsx";
import classes from "./legumerie.module.css";
import type { FiguresAsked } from "./workshop.ts";

interface HoursTableProps {
  months: readonly ToldMonth[];
  asked: FiguresAsked;
  /** Null: read only. */
  onCorrect: ((month: string) => void) | null;
}

/** The year's hours, a month a line and a status a column. */
export function HoursTable({ months, asked, onCorrect }: HoursTableProps): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const { year } = asked;
  const statuses = WORK_STATUSES.filter((status) =>
    months.some(({ rows }) => rows.some((row) => row.status === status)),
  );
  const all = months.flatMap(({ rows }) => rows);
  const columns: Column<ToldMonth>[] = [
    { key: "month", header: t`Mois`, cell: ({ month }) => <MonthText month={month} />, total: t`Année` },
    ...statuses.map(
      (status): Column<ToldMonth> => ({
        key: status,
        header: WORK_STATUS_LABELS[status][locale],
        numeric: true,
        cell: ({ rows }) => <StatusCell row={rows.find((row) => row.status === status)} />,
        total: <HoursText e2={sum(all.filter((row) => row.status === status))} />,
      }),
    ),
    {
      key: "total",
      header: t`Total`,
      numeric: true,
      cell: ({ hoursE2, people }) => (
        <>
          <HoursText e2={hoursE2} />
          <People count={people} />
        </>
      ),
      total: <HoursText e2={sum(all)} />,
    },
    {
      key: "insertion",
      header: t`Dont insertion`,
      numeric: true,
      cell: ({ rows }) => <HoursText e2={insertionHoursE2(rows)} />,
      total: <HoursText e2={insertionHoursE2(all)} />,
    },
  ];
  if (onCorrect !== null)
    columns.push({
      key: "correct",
      header: t`Corriger`,
      screenOnly: true,
      cell: ({ month }) => {
        const name = formatMonth(month, locale);
        return (
          <Button
            variant="default"
            size="sm"
            aria-label={t`Corriger ${name}`}
            onClick={() => onCorrect(month)}
          >
            <Trans>Corriger</Trans>
          </Button>
        );
      },
    });
  return (
    <DataTable
      caption={t`Heures par mois et par statut, ${year}`}
      columns={columns}
      rows={months}
      rowKey={({ month }) => month}
      download={tableFile("legumerie-heures", asked)}
      empty={
        <p>
          <Trans>Aucune heure n'est encore saisie en {year}.</Trans>
        </p>
      }
    />
  );
}

function StatusCell({ row }: { row: ToldMonth["rows"][number] | undefined }): React.ReactNode {
  if (row === undefined) return MISSING;
  return (
    <>
      <HoursText e2={row.hoursE2} />
      <People count={row.people} />
    </>
  );
}

function People({ count }: { count: number | null }): React.ReactNode {
  const { t } = useLingui();
  return (
    <>
      <br />
      <span className={classes.detail}>{count === null ? t`effectif masqué` : t`${count} pers.`}</span>
    </>
  );
}

/** « 151,67 h ». */
function HoursText({ e2 }: { e2: number }): React.ReactNode {
  const locale = useLocale();
  return `${formatFixed({ value: e2, decimals: 2, minDecimals: 0 }, locale)}\u00A0h`;
}

function sum(rows: readonly { hoursE2: number }[]): number {
  return rows.reduce((total, { hoursE2 }) => total + hoursE2, 0);
}

/** Which statuses are insertion, in words. */
export function InsertionNote(): React.ReactNode {
  const codes = INSERTION_WORK.join(", ");
  return (
    <p className={classes.detail}>
      <Trans>
        Heures d'insertion : {codes}. Aucun nom n'est demandé. Hors de l'atelier et de l'administration, un
        effectif de moins de 5 personnes est masqué, et avec lui le total qui le laisserait deviner.
      </Trans>
    </p>
  );
}
