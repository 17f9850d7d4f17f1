import { Trans, useLingui } from "@lingui/react/macro";
import { Anchor, Button, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { formatInteger } from "../../shared/format/numbers.ts";
import type { ImportSummary } from "../../shared/imports.ts";
import { tableFile } from "../table-file.ts";
import { useTRPC } from "../trpc.ts";
import type { Column } from "../ui/data-table.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { Icon } from "../ui/icons.tsx";
import { TextLink } from "../ui/links.tsx";
import { useLocale } from "../ui/locale.ts";
import { QueryView } from "../ui/query-view.tsx";
import { DateText, MoneyText } from "../ui/values.tsx";
import classes from "./imports.module.css";
import { PAST_IMPORTS, useUndoImport } from "./use-undo-import.ts";

/** Every import of the canteen: one press takes one out of the figures. */
export function PastImports({ canteenId }: { canteenId: string }): React.ReactNode {
  const trpc = useTRPC();
  const query = useQuery(trpc.imports.list.queryOptions({ canteenId }));
  return (
    <section className={classes.section} aria-labelledby={PAST_IMPORTS}>
      <Title order={2} id={PAST_IMPORTS} tabIndex={-1}>
        <Trans>Imports passés</Trans>
      </Title>
      <QueryView query={query}>
        {(imports) =>
          imports.length === 0 ? (
            <Text c="dimmed" mt="xs">
              <Trans>Aucun fichier n'a encore été importé pour cette cantine.</Trans>
            </Text>
          ) : (
            <ImportTable canteenId={canteenId} imports={imports} />
          )
        }
      </QueryView>
    </section>
  );
}

function ImportTable({
  canteenId,
  imports,
}: {
  canteenId: string;
  imports: readonly ImportSummary[];
}): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const { undo, undoing } = useUndoImport(canteenId);
  const columns: readonly Column<ImportSummary>[] = [
    {
      key: "file",
      header: t`Fichier`,
      rowHeader: true,
      cell: ({ fileName, fileId }) => (
        <Anchor
          href={`/files/imports/${fileId}/original?${new URLSearchParams({ canteenId })}`}
          download
          className={classes.file ?? ""}
          title={t`Ouvrir le fichier d'origine`}
        >
          {fileName}
        </Anchor>
      ),
    },
    {
      key: "at",
      header: t`Importé le`,
      cell: ({ importedAt }) => <DateText date={importedAt.slice(0, 10)} />,
    },
    {
      key: "created",
      header: t`Créées`,
      numeric: true,
      cell: ({ created }) => formatInteger(created, locale),
    },
    {
      key: "refused",
      header: t`Refusées`,
      numeric: true,
      cell: ({ refused }) => formatInteger(refused, locale),
    },
    {
      key: "duplicates",
      header: t`Doublons`,
      numeric: true,
      cell: ({ duplicates }) => formatInteger(duplicates, locale),
    },
    {
      key: "total",
      header: t`Total HT`,
      numeric: true,
      cell: ({ totalCents }) => <MoneyText cents={totalCents} />,
    },
    {
      key: "undo",
      header: t`Annulation`,
      cell: ({ id, fileName, fileId, undoneAt }) =>
        undoneAt === null ? (
          <Button
            variant="default"
            size="compact-md"
            aria-label={t`Annuler l'import de ${fileName}`}
            leftSection={<Icon name="undo" size={16} />}
            loading={undoing === id}
            onClick={() => undo(id)}
          >
            <Trans>Annuler</Trans>
          </Button>
        ) : (
          <>
            <Trans>
              Annulé le <DateText date={undoneAt.slice(0, 10)} />
            </Trans>{" "}
            <TextLink to="/importer" search={{ fichier: fileId }} aria-label={t`Reprendre ${fileName}`}>
              <Trans>Reprendre</Trans>
            </TextLink>
          </>
        ),
    },
  ];
  return (
    <DataTable
      caption={t`Imports passés de la cantine`}
      captionHidden
      stacked
      columns={columns}
      rows={imports}
      rowKey={({ id }) => id}
      download={tableFile("imports", { canteenId })}
    />
  );
}
