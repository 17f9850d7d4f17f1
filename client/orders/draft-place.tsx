import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import type { Id } from "../../shared/ids.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import type { DraftOwner } from "./draft-storage.ts";
import { useDraftPlace } from "./use-draft-place.ts";

interface DraftPlaceProps {
  owner: DraftOwner;
  orderId: Id;
  /** Of the page, in place of the editor's. */
  title: string;
  /** What another tab had is free: it is to be read anew, before the children are there. */
  onTaken: () => void;
  /** Besides going on here; null: nothing. */
  onNew: (() => void) | null;
  children: React.ReactNode;
}

/** What is being entered, in the one tab of this browser that writes it; the others say so, and offer to go on. */
export function DraftPlace({
  owner,
  orderId,
  title,
  onTaken,
  onNew,
  children,
}: DraftPlaceProps): React.ReactNode {
  const { t } = useLingui();
  const { mine, takeOver } = useDraftPlace({ owner, orderId, onTaken });
  if (mine) return children;
  return (
    <>
      <PageHeader title={title} />
      <EmptyState
        title={t`Cette saisie est ouverte dans un autre onglet`}
        action={
          <>
            <Button onClick={takeOver}>
              <Trans>Continuer ici</Trans>
            </Button>
            {onNew !== null && (
              <Button variant="default" onClick={onNew}>
                <Trans>Nouvelle saisie</Trans>
              </Button>
            )}
          </>
        }
      >
        <Trans>
          Elle ne s'écrit qu'à un endroit à la fois, pour que rien n'en soit perdu. Continuez ici avec ses
          lignes telles qu'elles sont là-bas : l'autre onglet s'arrêtera.
        </Trans>
      </EmptyState>
    </>
  );
}
