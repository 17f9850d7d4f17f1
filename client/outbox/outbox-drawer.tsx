import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useSession } from "../session-context.tsx";
import { SideDrawer } from "../ui/dialogs.tsx";
import { showUndoToast } from "../ui/toasts.tsx";
import type { OutboxEntry } from "./entries.ts";
import { EntryItem } from "./entry-item.tsx";
import classes from "./outbox.module.css";
import { useEntriesOf, useOutbox, useOutboxSnapshot } from "./outbox-context.tsx";

/** The list of what waits: what, since when, why, and what can be done about it. */
export default function OutboxDrawer({
  title,
  onClose,
}: {
  title: string;
  onClose: () => void;
}): React.ReactNode {
  const { t } = useLingui();
  const { user } = useSession();
  const outbox = useOutbox();
  const { queue } = useOutboxSnapshot();
  const entries = useEntriesOf(user.id);
  const others = queue.entries.length - entries.length;
  const waiting = entries.some(({ state }) => state.name === "waiting");

  async function discard(entry: OutboxEntry): Promise<void> {
    await outbox.discard(entry.id);
    showUndoToast({ message: t`Saisie jetée`, onUndo: () => void outbox.putBack(entry) });
  }

  return (
    <SideDrawer title={title} opened onClose={onClose}>
      <p className={classes.lead}>
        {entries.length === 0 ? (
          <Trans>Tout est enregistré : plus rien n'attend.</Trans>
        ) : (
          <Trans>
            Ce qui suit est gardé sur cet appareil. Ce qui attend part tout seul dès que le serveur répond,
            même après avoir fermé la page.
          </Trans>
        )}
      </p>
      {waiting && (
        <Button variant="default" mb="md" onClick={() => outbox.retry()}>
          <Trans>Tout envoyer maintenant</Trans>
        </Button>
      )}
      <ul className={classes.list}>
        {entries.map((entry) => (
          <EntryItem
            key={entry.id}
            entry={entry}
            onOpen={onClose}
            onRetry={() => outbox.retry(entry.id)}
            onDiscard={() => void discard(entry)}
          />
        ))}
      </ul>
      {others > 0 && (
        <p>
          <Plural
            value={others}
            one="# saisie d'un autre compte attend aussi sur cet appareil : elle partira à la connexion de son auteur."
            other="# saisies d'un autre compte attendent aussi sur cet appareil : elles partiront à la connexion de leur auteur."
          />
        </p>
      )}
    </SideDrawer>
  );
}
