import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, Group, Text } from "@mantine/core";
import { useEffect, useRef } from "react";
import type { ImportRun } from "../../shared/import-runs.ts";
import type { ImportReport } from "../../shared/imports.ts";
import type { SessionCanteen } from "../../shared/session.ts";
import { Icon } from "../ui/icons.tsx";
import { LinkButton } from "../ui/links.tsx";
import { MoneyText } from "../ui/values.tsx";
import { EarlierImport } from "./earlier-import.tsx";
import classes from "./imports.module.css";
import { useDismissRun } from "./use-dismiss-run.ts";
import { useUndoImport } from "./use-undo-import.ts";

interface ImportResultProps {
  run: ImportRun;
  report: ImportReport;
  canteen: SessionCanteen;
}

/** What was just written, where to see it, and the way back. */
export function ImportResult({ run, report, canteen }: ImportResultProps): React.ReactNode {
  const { t } = useLingui();
  const dismiss = useDismissRun();
  const { undo, undoing } = useUndoImport(canteen.id, () => dismiss(run));
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const { importId } = report;
  const { fileName } = run;
  if (report.earlier !== null) return <EarlierImport canteenId={canteen.id} earlier={report.earlier} />;
  return (
    <Alert
      ref={box}
      tabIndex={-1}
      mt="lg"
      role="status"
      variant="default"
      className={classes.done ?? ""}
      icon={<Icon name={importId === null ? "info" : "check"} />}
      title={
        <Plural
          value={report.created}
          _0="Aucun achat importé"
          one="# achat importé"
          other="# achats importés"
        />
      }
      withCloseButton
      closeButtonLabel={t`Fermer`}
      onClose={() => dismiss(run)}
    >
      <Text className={classes.written ?? ""}>
        <Trans>
          {fileName} : <MoneyText cents={report.totalCents} /> HT pour {canteen.name}.
        </Trans>{" "}
        <ResultWords report={report} />
      </Text>
      <Group mt="sm">
        {importId !== null && (
          <LinkButton to="/lignes" search={{ canteen: canteen.id }} variant="default">
            <Trans>Voir les lignes</Trans>
          </LinkButton>
        )}
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

function ResultWords({ report }: { report: ImportReport }): React.ReactNode {
  const { orders, suppliersCreated, duplicates, refused } = report;
  return (
    <>
      <Plural value={orders} _0="Aucune commande" one="# commande facturée" other="# commandes facturées" />
      {suppliersCreated > 0 && (
        <>
          {", "}
          <Plural
            value={suppliersCreated}
            one="# fournisseur créé, à compléter"
            other="# fournisseurs créés, à compléter"
          />
        </>
      )}
      {duplicates > 0 && (
        <>
          {", "}
          <Plural value={duplicates} one="# doublon" other="# doublons" />
        </>
      )}
      {refused > 0 && (
        <>
          {", "}
          <Plural value={refused} one="# ligne refusée, à corriger" other="# lignes refusées, à corriger" />
        </>
      )}
      .
    </>
  );
}
