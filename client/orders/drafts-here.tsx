import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useState } from "react";
import type { Id } from "../../shared/ids.ts";
import type { SaveEntry } from "../outbox/entries.ts";
import { useOutboxSnapshot } from "../outbox/outbox-context.tsx";
import { StateWords } from "../outbox/state-words.tsx";
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

  const refused = queue.entries.filter(
    (entry): entry is SaveEntry =>
      entry.kind === "orders.save" &&
      entry.state.name === "refused" &&
      entry.userId === user.id &&
      entry.canteenId === canteenId,
  );
  if (drafts.length === 0) return <RefusedHere entries={refused} />;
  return (
    <>
      <RefusedHere entries={refused} />
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
            const { orderId, header, rows } = draft;
            const supplier = header.supplier?.name ?? t`Sans fournisseur`;
            return (
              <li key={orderId}>
                <DraftLink canteenId={canteenId} draft={draft}>
                  {supplier}
                </DraftLink>
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
    </>
  );
}

/** Orders that the server refused, each with its reason; opened, they are as they were typed. */
function RefusedHere({ entries }: { entries: readonly SaveEntry[] }): React.ReactNode {
  if (entries.length === 0) return null;
  return (
    <section className={classes.drafts}>
      <strong>
        <Plural
          value={entries.length}
          one="# commande a été refusée : elle n'est que sur cet appareil."
          other="# commandes ont été refusées : elles ne sont que sur cet appareil."
        />
      </strong>
      <ul>
        {entries.map(({ id, canteenId, subject, version, payload, state }) => (
          <li key={id}>
            <DraftLink canteenId={canteenId} draft={{ orderId: subject, version }}>
              {payload.supplierName}
            </DraftLink>
            , <Plural value={payload.order.lines.length} one="# ligne" other="# lignes" />.{" "}
            <StateWords state={state} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface DraftLinkProps {
  canteenId: Id;
  draft: Pick<Draft, "orderId" | "version" | "refused">;
  children: React.ReactNode;
}

/** A new order opens where it was typed, rows of an import beside their reasons, and an order of the list on its page. */
function DraftLink({ canteenId, draft, children }: DraftLinkProps): React.ReactNode {
  const { orderId, version, refused } = draft;
  if (version > 0)
    return (
      <TextLink to="/commandes/$canteenId/$orderId" params={{ canteenId, orderId }}>
        {children}
      </TextLink>
    );
  return (
    <TextLink to="/saisie" search={refused === true ? { lignes: orderId } : { brouillon: orderId }}>
      {children}
    </TextLink>
  );
}
