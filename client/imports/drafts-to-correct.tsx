import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Button, Text, Title } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Id } from "../../shared/ids.ts";
import type { ImportDraftSummary } from "../../shared/import-drafts.ts";
import { useTRPC } from "../trpc.ts";
import type { Column } from "../ui/data-table.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { Icon } from "../ui/icons.tsx";
import { TextLink } from "../ui/links.tsx";
import { showUndoToast } from "../ui/toasts.tsx";
import classes from "./imports.module.css";

const FOLD_AFTER = 8;

/** Refused rows that wait to be corrected in the grid, until they are, or are thrown away. */
export function DraftsToCorrect({ canteenId }: { canteenId: Id }): React.ReactNode {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.imports.drafts.queryOptions({ canteenId }));
  const throwAway = useThrowDrafts(canteenId);
  if (data === undefined || data.length === 0) return null;
  const rows = data.reduce((sum, { rowCount }) => sum + rowCount, 0);
  return (
    <section className={classes.section} aria-labelledby="import-drafts">
      <Title order={2} id="import-drafts">
        <Plural value={rows} one="# ligne à corriger" other="# lignes à corriger" />
      </Title>
      <Text c="dimmed">
        <Trans>
          Refusées à l'import, elles attendent ici : corrigez-les dans la grille de saisie, ou jetez-les.
        </Trans>
      </Text>
      <DraftTable drafts={data} onThrow={throwAway} />
      {data.length > 1 && (
        <Button mt="sm" variant="default" leftSection={<Icon name="trash" />} onClick={() => throwAway(data)}>
          <Trans>Tout jeter</Trans>
        </Button>
      )}
    </section>
  );
}

interface DraftTableProps {
  drafts: readonly ImportDraftSummary[];
  onThrow: (drafts: readonly ImportDraftSummary[]) => void;
}

function DraftTable({ drafts, onThrow }: DraftTableProps): React.ReactNode {
  const { t } = useLingui();
  const columns: readonly Column<ImportDraftSummary>[] = [
    {
      key: "supplier",
      header: t`Fournisseur`,
      rowHeader: true,
      cell: ({ supplier }) => (
        <span className={classes.written}>{supplier === "" ? t`Sans fournisseur` : supplier}</span>
      ),
    },
    { key: "date", header: t`Date du fichier`, cell: ({ date }) => (date === "" ? "–" : date) },
    { key: "rows", header: t`Lignes`, numeric: true, cell: ({ rowCount }) => rowCount },
    {
      key: "file",
      header: t`Fichier`,
      cell: ({ fileName }) => <span className={classes.written}>{fileName}</span>,
    },
    {
      key: "do",
      header: t`À faire`,
      cell: (draft) => <DraftActions draft={draft} onThrow={() => onThrow([draft])} />,
    },
  ];
  return (
    <DataTable
      caption={t`Lignes refusées à corriger`}
      captionHidden
      columns={columns}
      rows={drafts}
      rowKey={({ id }) => id}
      foldAfter={FOLD_AFTER}
    />
  );
}

function DraftActions({
  draft,
  onThrow,
}: {
  draft: ImportDraftSummary;
  onThrow: () => void;
}): React.ReactNode {
  const { t } = useLingui();
  const { id, date } = draft;
  const supplier = draft.supplier === "" ? t`Sans fournisseur` : draft.supplier;
  return (
    <span className={classes.actions}>
      <TextLink
        to="/saisie"
        search={{ lignes: id }}
        aria-label={t`Corriger les lignes de ${supplier}, ${date}`}
      >
        <Trans>Corriger</Trans>
      </TextLink>
      <Button
        variant="subtle"
        size="compact-md"
        aria-label={t`Jeter les lignes de ${supplier}, ${date}`}
        onClick={onThrow}
      >
        <Trans>Jeter</Trans>
      </Button>
    </span>
  );
}

/** Thrown away at once, taken back in one press. */
function useThrowDrafts(canteenId: Id): (drafts: readonly ImportDraftSummary[]) => void {
  const { t } = useLingui();
  const trpc = useTRPC();
  const client = useQueryClient();
  const { mutateAsync } = useMutation(trpc.imports.throwDrafts.mutationOptions());
  async function set(draftIds: Id[], thrown: boolean): Promise<void> {
    await mutateAsync({ canteenId, draftIds, thrown });
    await client.invalidateQueries({ queryKey: trpc.imports.drafts.queryKey({ canteenId }) });
  }
  return (drafts) => {
    const ids = drafts.map(({ id }) => id);
    set(ids, true).then(
      () => showUndoToast({ message: t`Lignes refusées jetées`, onUndo: () => void set(ids, false) }),
      () => undefined,
    );
  };
}
