import { i18n } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Group, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { ErrorState } from "./error-state.tsx";
import { Icon } from "./icons.tsx";
import { whenPassedOver } from "./passed-over.ts";
import { wantToaster } from "./toaster-slot.tsx";

const CLOSE = msg`Fermer`;
const DONE_MS = 4_000;
const UNDO_LIFE_MS = 60_000;

export interface UndoToast {
  /** What was just done: « Ligne supprimée ». */
  message: string;
  /** Puts things back; the toast closes at once. */
  onUndo: () => void;
}

/**
 * In place of « are you sure? »: done at once, undone in one press. It closes by a press, by newer ones
 * (`toaster-panel.tsx`), or, once it is a minute old, by the next thing that is done elsewhere; never by time alone.
 * Returns what takes the toast away.
 */
export function showUndoToast({ message, onUndo }: UndoToast): () => void {
  wantToaster();
  const id = notifications.show({
    autoClose: false,
    withBorder: true,
    closeButtonProps: closeButton(),
    icon: <Icon name="check" />,
    onClose: () => stop(),
    message: (
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{message}</Text>
        <Button
          size="compact-sm"
          variant="default"
          flex="0 0 auto"
          leftSection={<Icon name="undo" size={16} />}
          onClick={() => {
            notifications.hide(id);
            onUndo();
          }}
        >
          <Trans>Annuler</Trans>
        </Button>
      </Group>
    ),
  });
  const stop = whenPassedOver({
    page: document,
    lifeMs: UNDO_LIFE_MS,
    isInside: ({ target }) =>
      target instanceof Element && target.closest(".mantine-Notification-root") !== null,
    onPassed: () => notifications.hide(id),
  });
  return () => notifications.hide(id);
}

/** Short confirmation that needs no answer. */
export function showDoneToast(message: string): void {
  wantToaster();
  notifications.show({
    autoClose: DONE_MS,
    withBorder: true,
    closeButtonProps: closeButton(),
    icon: <Icon name="check" />,
    message,
  });
}

/** A refusal or a failure, until it is closed. */
export function showErrorToast(error: unknown): void {
  wantToaster();
  notifications.show({
    autoClose: false,
    withBorder: true,
    closeButtonProps: closeButton(),
    color: "red",
    message: <ErrorState error={error} />,
  });
}

function closeButton(): { "aria-label": string } {
  return { "aria-label": i18n._(CLOSE) };
}
