import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Button, Text, Title } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Id } from "../../shared/ids.ts";
import type { ImportDraftSummary } from "../../shared/import-drafts.ts";
import { useTRPC } from "../trpc.ts";
import { Icon } from "../ui/icons.tsx";
import { LinkButton } from "../ui/links.tsx";
import { showUndoToast } from "../ui/toasts.tsx";
import classes from "./imports.module.css";

const FOLD_AFTER = 8;

/** Refused rows that wait to be corrected in the grid, until they are, or are thrown away. */
export function DraftsToCorrect({ canteenId }: { canteenId: Id }): React.ReactNode {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.importDrafts.list.queryOptions({ canteenId }));
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
      <DraftList drafts={data} onThrow={throwAway} />
      {data.length > 1 && (
        <Button mt="sm" variant="default" leftSection={<Icon name="trash" />} onClick={() => throwAway(data)}>
          <Trans>Tout jeter</Trans>
        </Button>
      )}
    </section>
  );
}

interface DraftListProps {
  drafts: readonly ImportDraftSummary[];
  onThrow: (drafts: readonly ImportDraftSummary[]) => void;
}

function DraftList({ drafts, onThrow }: DraftListProps): React.ReactNode {
  const [open, setOpen] = useState(false);
  const shown = open ? drafts : drafts.slice(0, FOLD_AFTER);
  const hidden = drafts.length - shown.length;
  return (
    <>
      <ul className={classes.columns}>
        {shown.map((draft) => (
          <DraftItem key={draft.id} draft={draft} onThrow={() => onThrow([draft])} />
        ))}
      </ul>
      {hidden > 0 && (
        <Button mt="sm" variant="subtle" onClick={() => setOpen(true)}>
          <Plural value={hidden} one="Voir # autre" other="Voir les # autres" />
        </Button>
      )}
    </>
  );
}

function DraftItem({ draft, onThrow }: { draft: ImportDraftSummary; onThrow: () => void }): React.ReactNode {
  const { t } = useLingui();
  const { id, fileName, rowCount } = draft;
  const supplier = draft.supplier === "" ? t`Sans fournisseur` : draft.supplier;
  const date = draft.date === "" ? t`sans date` : draft.date;
  return (
    <li className={classes.draft}>
      <div className={classes.written}>
        <Text fw={600} component="span">
          {supplier}
        </Text>
        , {date}, <Plural value={rowCount} one="# ligne" other="# lignes" />
        <Text size="sm" c="dimmed">
          {fileName}
        </Text>
      </div>
      <span className={classes.actions}>
        <LinkButton
          to="/saisie"
          search={{ lignes: id }}
          variant="default"
          aria-label={t`Corriger les lignes de ${supplier}, ${date}`}
        >
          <Trans>Corriger</Trans>
        </LinkButton>
        <Button variant="subtle" aria-label={t`Jeter les lignes de ${supplier}, ${date}`} onClick={onThrow}>
          <Trans>Jeter</Trans>
        </Button>
      </span>
    </li>
  );
}

/** Thrown away at once, taken back in one press. */
function useThrowDrafts(canteenId: Id): (drafts: readonly ImportDraftSummary[]) => void {
  const { t } = useLingui();
  const trpc = useTRPC();
  const client = useQueryClient();
  const { mutateAsync } = useMutation(trpc.importDrafts.setThrown.mutationOptions());
  async function set(draftIds: Id[], thrown: boolean): Promise<void> {
    await mutateAsync({ canteenId, draftIds, thrown });
    await client.invalidateQueries({ queryKey: trpc.importDrafts.list.queryKey({ canteenId }) });
  }
  return (drafts) => {
    const ids = drafts.map(({ id }) => id);
    set(ids, true).then(
      () => showUndoToast({ message: t`Lignes refusées jetées`, onUndo: () => void set(ids, false) }),
      () => undefined,
    );
  };
}
