import { Trans, useLingui } from "@lingui/react/macro";
import { Text, Title } from "@mantine/core";
import { formatInteger } from "../../shared/format/numbers.ts";
import type { FileIssue } from "../../shared/purchase-file/issues.ts";
import { issueSentence } from "../../shared/purchase-file/sentences.ts";
import type { Column } from "../ui/data-table.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { useLocale } from "../ui/locale.ts";
import classes from "./imports.module.css";

/** Every refused cell: where, what is written, why, and what to write. */
export function IssuesTable({
  issues,
  total,
}: {
  issues: readonly FileIssue[];
  total: number;
}): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const rows = issues.map((issue, index) => ({ ...issue, key: String(index) }));
  const columns: readonly Column<(typeof rows)[number]>[] = [
    {
      key: "row",
      header: t`Ligne`,
      numeric: true,
      cell: ({ row }) => (row === null ? t`Fichier` : formatInteger(row, locale)),
    },
    {
      key: "cell",
      header: t`Cellule`,
      cell: ({ column, value }) => (
        <div className={classes.cell}>
          {column !== null && <code>{column}</code>}
          <span className={classes.written}>{value === "" ? <em>{t`vide`}</em> : value}</span>
        </div>
      ),
    },
    {
      key: "reason",
      header: t`Raison et suggestion`,
      cell: (issue) => <div className={classes.reason}>{issueSentence(issue, locale)}</div>,
    },
  ];
  return (
    <section className={classes.section} aria-labelledby="import-issues">
      <Title order={2} id="import-issues">
        <Trans>Ce qui ne peut pas être importé</Trans>
      </Title>
      {total > issues.length && (
        <Text c="dimmed" mt="xs">
          <Trans>
            Les {issues.length} premières erreurs sur {formatInteger(total, locale)} ; toutes sont dans le
            fichier des lignes refusées.
          </Trans>
        </Text>
      )}
      <DataTable
        caption={t`Cellules refusées`}
        captionHidden
        columns={columns}
        rows={rows}
        rowKey={({ key }) => key}
      />
    </section>
  );
}
