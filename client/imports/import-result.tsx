import { Plural, Trans } from "@lingui/react/macro";
import { Alert, Button, Group, Text } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { Icon } from "../ui/icons.tsx";
import { LinkButton } from "../ui/links.tsx";
import { MoneyText } from "../ui/values.tsx";
import type { FinishedImport } from "./import-actions.tsx";
import classes from "./imports.module.css";
import { useUndoImport } from "./use-undo-import.ts";

/** What was just written, where to see it, and the way back. */
export function ImportResult({ finished }: { finished: FinishedImport }): React.ReactNode {
  const { canteen, fileName, report } = finished;
  const [undone, setUndone] = useState(false);
  const { undo, undoing } = useUndoImport(canteen.id, () => setUndone(true));
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const { importId } = report;
  if (undone) return null;
  return (
    <Alert
      ref={box}
      tabIndex={-1}
      mt="lg"
      role="status"
      variant="default"
      className={classes.done ?? ""}
      icon={<Icon name="check" />}
      title={<Plural value={report.created} one="# achat importé" other="# achats importés" />}
    >
      <Text>
        <Trans>
          {fileName} : <MoneyText cents={report.totalCents} /> HT pour {canteen.name}.
        </Trans>{" "}
        <Plural value={report.orders} one="# commande facturée" other="# commandes facturées" />
        {report.suppliersCreated > 0 && (
          <>
            {", "}
            <Plural
              value={report.suppliersCreated}
              one="# fournisseur créé, à compléter"
              other="# fournisseurs créés, à compléter"
            />
          </>
        )}
        .
      </Text>
      <Group mt="sm">
        <LinkButton to="/lignes" search={{ canteen: canteen.id }} variant="default">
          <Trans>Voir les lignes</Trans>
        </LinkButton>
        {importId !== null && (
          <Button
            variant="default"
            leftSection={<Icon name="undo" />}
            loading={undoing !== null}
            onClick={() => undo(importId)}
          >
            <Trans>Annuler cet import</Trans>
          </Button>
        )}
      </Group>
    </Alert>
  );
}
