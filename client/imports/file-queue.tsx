import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Button, CloseButton, Text } from "@mantine/core";
import type { DroppedItem } from "../dropped-files.ts";
import { forgetDropped, openDropped, useDroppedFiles } from "../dropped-files.ts";
import type { IconName } from "../ui/icons.tsx";
import { Icon } from "../ui/icons.tsx";
import classes from "./file-drop.module.css";
import { useRefusalWords } from "./use-refusal-words.ts";

/** What was dropped and is not dealt with: shown when there are several, or when one cannot be opened. */
export function FileQueue(): React.ReactNode {
  const { t } = useLingui();
  const items = useDroppedFiles();
  const [first, second] = items;
  if (first === undefined || (second === undefined && first.state === "opened")) return null;
  return (
    <section className={classes.queue} aria-label={t`Fichiers déposés`} data-no-print>
      <Text fw={600}>
        <Plural value={items.length} one="# fichier déposé" other="# fichiers déposés" />
      </Text>
      <ul className={classes.list} aria-live="polite">
        {items.map((item) => (
          <QueueItem key={item.id} item={item} />
        ))}
      </ul>
    </section>
  );
}

const ICONS: Record<DroppedItem["state"], IconName> = {
  waiting: "minus",
  sending: "upload",
  ready: "table",
  opened: "check",
  refused: "alert",
};

function QueueItem({ item }: { item: DroppedItem }): React.ReactNode {
  const { t } = useLingui();
  const { id, name, state } = item;
  return (
    <li className={classes.item} data-state={state}>
      <Icon name={ICONS[state]} />
      <div>
        <span className={classes.name}>{name}</span>
        <span role={state === "refused" ? "alert" : undefined}>
          <ItemWords item={item} />
        </span>
      </div>
      <div className={classes.does}>
        {(state === "ready" || state === "opened") && (
          <Button
            size="compact-md"
            variant="default"
            aria-label={t`Ouvrir ${name}`}
            onClick={() => openDropped(item)}
          >
            <Trans>Ouvrir</Trans>
          </Button>
        )}
        <CloseButton
          size="lg"
          aria-label={t`Retirer ${name} de la liste`}
          onClick={() => forgetDropped({ id })}
        />
      </div>
    </li>
  );
}

function ItemWords({ item }: { item: DroppedItem }): React.ReactNode {
  const { t } = useLingui();
  const refusalWords = useRefusalWords();
  const { state, kind, reason } = item;
  if (reason !== null) return refusalWords[reason];
  if (state === "waiting") return t`en attente`;
  if (state === "sending") return t`envoi…`;
  switch (kind) {
    case "table":
    case "workbook":
      return t`tableau d'achats`;
    case "invoice-xml":
      return t`facture électronique`;
    case "pdf":
      return t`PDF`;
    case "image":
      return t`photo`;
    default:
      return null;
  }
}
