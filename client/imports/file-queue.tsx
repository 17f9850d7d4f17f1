import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Button, CloseButton, Text } from "@mantine/core";
import type { DroppedItem } from "../dropped-files.ts";
import { forgetDropped, openDropped, useDroppedFiles } from "../dropped-files.ts";
import type { IconName } from "../ui/icons.tsx";
import { Icon } from "../ui/icons.tsx";
import classes from "./file-drop.module.css";
import { useFilePages } from "./use-open-dropped.ts";
import { useRefusalWords } from "./use-refusal-words.ts";

/** What was dropped and is not dealt with: shown when there are several, or when one cannot be opened. */
export function FileQueue(): React.ReactNode {
  const { t } = useLingui();
  const hasPage = useFilePages();
  const items = useDroppedFiles();
  const isPlain = (item: DroppedItem) => item.state === "opened" && hasPage(item.kind);
  if (items.length === 0 || (items.length === 1 && items.every(isPlain))) return null;
  return (
    <section className={classes.queue} aria-label={t`Fichiers déposés`} data-no-print>
      <Text fw={600}>
        <Plural value={items.length} one="# fichier déposé" other="# fichiers déposés" />
      </Text>
      <ul className={classes.list} aria-live="polite">
        {items.map((item) => (
          <QueueItem key={item.id} item={item} openable={hasPage(item.kind)} />
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

function QueueItem({ item, openable }: { item: DroppedItem; openable: boolean }): React.ReactNode {
  const { t } = useLingui();
  const { id, name, state } = item;
  return (
    <li className={classes.item} data-state={state}>
      <Icon name={ICONS[state]} />
      <div>
        <span className={classes.name}>{name}</span>
        <span role={state === "refused" ? "alert" : undefined}>
          <ItemWords item={item} openable={openable} />
        </span>
      </div>
      <div className={classes.does}>
        {(state === "ready" || state === "opened") && openable && (
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

function ItemWords({ item, openable }: { item: DroppedItem; openable: boolean }): React.ReactNode {
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
      return openable
        ? t`facture électronique`
        : t`facture électronique reconnue : sa lecture n'est pas encore ouverte ici`;
    case "pdf":
      return openable ? t`PDF` : t`PDF reconnu : sa lecture n'est pas encore ouverte ici`;
    case "image":
      return openable ? t`photo` : t`photo reconnue : sa lecture n'est pas encore ouverte ici`;
    default:
      return null;
  }
}
