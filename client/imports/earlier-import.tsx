import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, Group, Text } from "@mantine/core";
import type { EarlierImport as Earlier } from "../../shared/imports.ts";
import { Icon } from "../ui/icons.tsx";
import { DateText } from "../ui/values.tsx";
import classes from "./imports.module.css";
import { useUndoImport } from "./use-undo-import.ts";

/** The same bytes are in already: nothing to import, unless the first import is undone. */
export function EarlierImport({
  canteenId,
  earlier,
}: {
  canteenId: string;
  earlier: Earlier;
}): React.ReactNode {
  const { t } = useLingui();
  const { undo, undoing } = useUndoImport(canteenId);
  return (
    <Alert
      mt="md"
      variant="default"
      className={classes.warned ?? ""}
      icon={<Icon name="info" />}
      title={t`Ce fichier est déjà importé`}
    >
      <Text>
        <Trans>
          Il l'a été le <DateText date={earlier.importedAt.slice(0, 10)} />
           : l'importer encore compterait deux fois les mêmes achats. Pour recommencer, annulez d'abord cet
          import.
        </Trans>
      </Text>
      <Group mt="sm">
        <Button
          variant="default"
          leftSection={<Icon name="undo" />}
          loading={undoing !== null}
          onClick={() => undo(earlier.id)}
        >
          <Trans>Annuler le premier import</Trans>
        </Button>
      </Group>
    </Alert>
  );
}
