import { Trans, useLingui } from "@lingui/react/macro";
import { CLAUSE_WAY_LABELS } from "../../shared/clauses/ways.ts";
import { CONTRACT_KIND_LABELS } from "../../shared/contracts.ts";
import { MISSING } from "../../shared/format/ratios.ts";
import type { Column, DataTableProps } from "../ui/data-table.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { TextLink } from "../ui/links.tsx";
import { useLocale } from "../ui/locale.ts";
import { DateText, MoneyText } from "../ui/values.tsx";
import classes from "./clauses.module.css";
import type { ContractList, ContractRow } from "./contract-data.ts";
import { HoursText } from "./hours-text.tsx";
import { ProgressBar, StateBadge } from "./progress-bar.tsx";

type ContractsTableProps = { list: ContractList } & Pick<
  DataTableProps<ContractRow>,
  "download" | "empty" | "refreshing"
>;

/** One row a contract: what it is, who holds it, and where its clauses stand. */
export function ContractsTable({ list, ...rest }: ContractsTableProps): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const columns: Column<ContractRow>[] = [
    {
      key: "contract",
      header: t`Marché`,
      rowHeader: true,
      cell: ({ id, number, subject, holders }) => (
        <>
          <TextLink to="/territoire/clauses/$contractId" params={{ contractId: id }}>
            {number}
          </TextLink>{" "}
          {subject}
          <span className={classes.detail}>{holders.join(", ")}</span>
        </>
      ),
    },
    { key: "kind", header: t`Nature`, cell: ({ kind }) => CONTRACT_KIND_LABELS[kind][locale] },
    {
      key: "ways",
      header: t`Clause`,
      cell: ({ ways }) =>
        ways.length === 0 ? MISSING : ways.map((way) => CLAUSE_WAY_LABELS[way][locale]).join(", "),
    },
    { key: "ends", header: t`Fin`, numeric: true, cell: ({ endsOn }) => <DateText date={endsOn} /> },
    {
      key: "amount",
      header: t`Montant HT`,
      numeric: true,
      cell: ({ amountHtCents }) => <MoneyText cents={amountHtCents} whole />,
      total: <MoneyText cents={list.totals.amountHtCents} whole />,
    },
    {
      key: "hours",
      header: t`Heures faites`,
      cell: ({ progress }) => (progress === null ? MISSING : <ProgressBar progress={progress} />),
      total: (
        <Trans>
          <HoursText e2={list.totals.doneE2} whole /> sur <HoursText e2={list.totals.plannedE2} whole />
        </Trans>
      ),
    },
    { key: "state", header: t`État`, cell: ({ progress }) => <StateCell progress={progress} /> },
  ];
  return (
    <DataTable
      caption={t`Marchés, les clauses en retard d'abord`}
      captionHidden
      stacked
      columns={columns}
      rows={list.rows}
      rowKey={({ id }) => id}
      foldAfter={60}
      {...rest}
    />
  );
}

function StateCell({ progress }: Pick<ContractRow, "progress">): React.ReactNode {
  if (progress === null) return <Trans>sans clause</Trans>;
  const { state, behindE2 } = progress;
  return (
    <>
      <StateBadge state={state} />
      {(state === "LATE" || state === "SHORT") && (
        <span className={classes.detail}>
          <Trans>
            <HoursText e2={behindE2} whole /> manquent
          </Trans>
        </span>
      )}
    </>
  );
}
