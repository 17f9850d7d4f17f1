import { Trans } from "@lingui/react/macro";
import { Button, Group } from "@mantine/core";
import { Icon } from "../ui/icons.tsx";
import { useEntryScope } from "./entry-scope.ts";
import { useEntryState } from "./use-store.ts";

/** What Ctrl+Z and Ctrl+Y do, for fingers; absent while there is nothing to take back. */
export function UndoButtons(): React.ReactNode {
  const { store, commands } = useEntryScope();
  const past = useEntryState(store, ({ history }) => history.past.length > 0);
  const future = useEntryState(store, ({ history }) => history.future.length > 0);
  if (!past && !future) return null;
  return (
    <Group gap="xs" justify="flex-end" mb="xs" data-no-print>
      {past && (
        <Button variant="subtle" leftSection={<Icon name="undo" size={16} />} onClick={commands.undo}>
          <Trans>Revenir en arrière</Trans>
        </Button>
      )}
      {future && (
        <Button variant="subtle" onClick={commands.redo}>
          <Trans>Rétablir</Trans>
        </Button>
      )}
    </Group>
  );
}
