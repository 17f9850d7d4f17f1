import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useState } from "react";
import type { Id } from "../../shared/ids.ts";
import { useOutboxSnapshot } from "../outbox/outbox-context.tsx";
import { useSession } from "../session-context.tsx";
import { TextLink } from "../ui/links.tsx";
import { showUndoToast } from "../ui/toasts.tsx";
import type { Draft } from "./draft-storage.ts";
import { forgetDraft, keepDraft } from "./draft-storage.ts";
import { keptDrafts } from "./kept-drafts.ts";
import classes from "./orders-page.module.css";

/** What this browser holds and the server does not: said, with the way back to it. */
export function DraftsHere({ canteenId }: { canteenId: Id }): React.ReactNode {
  const { user } = useSession();
  const { t } = useLingui();
  const owner = { userId: user.id, canteenId };
  const { queue } = useOutboxSnapshot();
  const [drafts, setDrafts] = useState(() => keptDrafts(owner, queue));
  const [seen, setSeen] = useState(queue);
  if (seen !== queue) {
    setSeen(queue);
    setDrafts(keptDrafts(owner, queue));
  }

  function discard(draft: Draft): void {
    forgetDraft(owner, draft.orderId);
    setDrafts(keptDrafts(owner, queue));
    showUndoToast({
      message: t`Saisie jetée`,
      onUndo: () => {
        keepDraft(owner, draft);
        setDrafts(keptDrafts(owner, queue));
      },
    });
  }

  if (drafts.length === 0) return null;
  return (
    <section className={classes.drafts}>
      <strong>
        <Plural
          value={drafts.length}
          one="# saisie n'est pas encore enregistrée, elle est gardée sur cet appareil."
          other="# saisies ne sont pas encore enregistrées, elles sont gardées sur cet appareil."
        />
      </strong>
      <ul>
        {drafts.map((draft) => {
          const { orderId, version, header, rows } = draft;
          const supplier = header.supplier?.name ?? t`Sans fournisseur`;
          return (
            <li key={orderId}>
              {version === 0 ? (
                <TextLink to="/saisie" search={{ brouillon: orderId }}>
                  {supplier}
                </TextLink>
              ) : (
                <TextLink to="/commandes/$canteenId/$orderId" params={{ canteenId, orderId }}>
                  {supplier}
                </TextLink>
              )}
              , <Plural value={rows.length} one="# ligne" other="# lignes" />{" "}
              <Button
                size="compact-sm"
                variant="subtle"
                aria-label={t`Jeter la saisie : ${supplier}`}
                onClick={() => discard(draft)}
              >
                <Trans>Jeter</Trans>
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
