import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Text, Title } from "@mantine/core";
import type { Verdict } from "../../shared/facts.ts";
import { FAMILY_SHORT_LABELS } from "../../shared/families.ts";
import { formatInteger } from "../../shared/format/numbers.ts";
import type { PreviewRow } from "../../shared/imports.ts";
import { CategoryBadge } from "../ui/category-badge.tsx";
import type { Column } from "../ui/data-table.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { DataText } from "../ui/data-text.tsx";
import type { IconName } from "../ui/icons.tsx";
import { Icon } from "../ui/icons.tsx";
import { useLocale } from "../ui/locale.ts";
import { StatusBadge } from "../ui/status-badge.tsx";
import { DateText, MoneyText } from "../ui/values.tsx";
import classes from "./imports.module.css";

const STATES: Record<PreviewRow["state"], { label: MessageDescriptor; icon: IconName }> = {
  created: { label: msg`à créer`, icon: "check" },
  duplicate: { label: msg`doublon`, icon: "table" },
  refused: { label: msg`refusée`, icon: "cross" },
};

/** The first rows of the file, with the verdict each would get. */
export function PreviewTable({ rows, read }: { rows: readonly PreviewRow[]; read: number }): React.ReactNode {
  const { t, i18n } = useLingui();
  const locale = useLocale();
  const columns: readonly Column<PreviewRow>[] = [
    { key: "row", header: t`Ligne`, numeric: true, cell: ({ row }) => formatInteger(row, locale) },
    {
      key: "state",
      header: t`Import`,
      cell: ({ state }) => (
        <span className={classes.state} data-state={state}>
          <Icon name={STATES[state].icon} size={16} />
          {i18n._(STATES[state].label)}
        </span>
      ),
    },
    { key: "date", header: t`Date`, cell: ({ date }) => <DateText date={date} /> },
    {
      key: "description",
      header: t`Description`,
      rowHeader: true,
      cell: ({ description }) => (
        <span className={classes.written}>
          {description === "" ? "–" : <DataText>{description}</DataText>}
        </span>
      ),
    },
    { key: "supplier", header: t`Fournisseur`, cell: ({ supplier }) => supplier ?? "–" },
    {
      key: "family",
      header: t`Famille`,
      cell: ({ family }) => (family === null ? "–" : FAMILY_SHORT_LABELS[family][locale]),
    },
    {
      key: "amount",
      header: t`Montant HT`,
      numeric: true,
      cell: ({ amountHtCents }) => <MoneyText cents={amountHtCents} />,
    },
    {
      key: "verdict",
      header: t`Verdict`,
      cell: ({ verdict }) => (verdict === null ? "–" : <Marks verdict={verdict} />),
    },
  ];
  return (
    <section className={classes.section} aria-labelledby="import-rows">
      <Title order={2} id="import-rows">
        <Trans>Aperçu</Trans>
      </Title>
      <Text c="dimmed" mt="xs">
        {rows.length < read ? (
          <Trans>
            Les {rows.length} premières lignes sur {formatInteger(read, locale)}.
          </Trans>
        ) : (
          <Plural value={read} one="La seule ligne du fichier." other="Les # lignes du fichier." />
        )}{" "}
        <Trans>
          Un fichier ne prouve rien : ce qu'il affirme est « déclaré » jusqu'à ce qu'une preuve soit au
          dossier.
        </Trans>
      </Text>
      <DataTable
        caption={t`Premières lignes du fichier`}
        captionHidden
        stacked
        columns={columns}
        rows={rows}
        rowKey={({ row }) => String(row)}
      />
    </section>
  );
}

function Marks({ verdict }: { verdict: Verdict }): React.ReactNode {
  const { t } = useLingui();
  return (
    <span className={classes.marks}>
      <CategoryBadge category={verdict.declaredCategory} />
      {verdict.short.status !== "no" && <StatusBadge fact={t`Circuit court`} status={verdict.short.status} />}
      {verdict.local.status !== "no" && <StatusBadge fact={t`Local`} status={verdict.local.status} />}
    </span>
  );
}
