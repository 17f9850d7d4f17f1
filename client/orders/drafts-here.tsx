import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useState } from "react";
import type { Id } from "../../shared/ids.ts";
import { useSession } from "../session-context.tsx";
import { TextLink } from "../ui/links.tsx";
import { showUndoToast } from "../ui/toasts.tsx";
import type { Draft } from "./draft-storage.ts";
import { forgetDraft, keepDraft, listDrafts } from "./draft-storage.ts";
import classes from "./orders-page.module.css";

/** What this browser holds and the server does not: said, with the way back to it. */
export function DraftsHere({ canteenId }: { canteenId: Id }): React.ReactNode {
  const { user } = useSession();
  const { t } = useLingui();
  const owner = { userId: user.id, canteenId };
  const [drafts, setDrafts] = useState(() => listDrafts(owner));

  function discard(draft: Draft): void {
    forgetDraft(owner, draft.orderId);
    setDrafts(listDrafts(owner));
    showUndoToast({
      message: t`Saisie jetée`,
      onUndo: () => {
        keepDraft(owner, draft);
        setDrafts(listDrafts(owner));
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
