import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Text } from "@mantine/core";
import { formatUnitPrice } from "../../shared/format/money.ts";
import { MISSING } from "../../shared/format/ratios.ts";
import type { RevisedLine } from "../../shared/price-lists.ts";
import { sumRevision } from "../../shared/price-lists.ts";
import { UNIT_SHORT_LABELS } from "../../shared/quantity.ts";
import { DataTable } from "../ui/data-table.tsx";
import { DataText } from "../ui/data-text.tsx";
import { useLocale } from "../ui/locale.ts";
import type { TableDownloadProps } from "../ui/table-download.tsx";
import { ChangeText } from "./change-text.tsx";
import classes from "./price-lists.module.css";

interface RevisionTableProps {
  lines: readonly RevisedLine[];
  /** The list before; null: there is none. */
  beforeName: string | null;
  download?: Omit<TableDownloadProps, "of">;
}

/** Each article of a list, with what it cost in the list before and how much that changed. */
export function RevisionTable({ lines, beforeName, download }: RevisionTableProps): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  return (
    <>
      <RevisionSum lines={lines} beforeName={beforeName} />
      <DataTable
        caption={t`Articles de la mercuriale`}
        captionHidden
        stacked
        columns={[
          {
            key: "name",
            header: t`Article`,
            rowHeader: true,
            cell: ({ line }) => (
              <>
                <DataText>{line.name}</DataText>
                <span className={classes.detail}>
                  {line.code !== null && ` · ${line.code}`}
                  {line.offerId === null && (
                    <>
                      {" · "}
                      <Trans>pas d'article lié</Trans>
                    </>
                  )}
                </span>
              </>
            ),
          },
          { key: "unit", header: t`Unité`, cell: ({ line }) => UNIT_SHORT_LABELS[line.unit][locale] },
          {
            key: "before",
            header: t`Avant`,
            numeric: true,
            cell: ({ beforeE4 }) => (beforeE4 === null ? MISSING : formatUnitPrice(beforeE4, locale)),
          },
          {
            key: "price",
            header: t`Prix HT`,
            numeric: true,
            cell: ({ line }) => <strong>{formatUnitPrice(line.unitPriceHtE4, locale)}</strong>,
          },
          {
            key: "change",
            header: t`Écart`,
            numeric: true,
            cell: ({ line, beforeE4 }) => <ChangeText beforeE4={beforeE4} afterE4={line.unitPriceHtE4} />,
          },
        ]}
        rows={lines}
        rowKey={({ line }) => `${line.code ?? ""}/${line.name}/${line.unit}`}
        foldAfter={30}
        {...(download === undefined ? {} : { download })}
      />
    </>
  );
}

function RevisionSum({
  lines,
  beforeName,
}: Pick<RevisionTableProps, "lines" | "beforeName">): React.ReactNode {
  const { raised, lowered, same, fresh } = sumRevision(lines);
  if (beforeName === null)
    return (
      <Text mb="sm">
        <Plural value={lines.length} one="# article" other="# articles" />.{" "}
        <Trans>C'est la première liste de ce fournisseur : rien à quoi la comparer.</Trans>
      </Text>
    );
  return (
    <Text mb="sm">
      <Trans>Par rapport à « {beforeName} » :</Trans>{" "}
      <Plural value={raised} one="# hausse" other="# hausses" />,{" "}
      <Plural value={lowered} one="# baisse" other="# baisses" />,{" "}
      <Plural value={same} one="# prix inchangé" other="# prix inchangés" />,{" "}
      <Plural value={fresh} one="# nouvel article" other="# nouveaux articles" />.
    </Text>
  );
}
