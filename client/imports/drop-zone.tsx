import { Trans, useLingui } from "@lingui/react/macro";
import { Button, FileButton, Text } from "@mantine/core";
import { useRef } from "react";
import { useDroppedFiles } from "../dropped-files.ts";
import { Icon } from "../ui/icons.tsx";
import classes from "./imports.module.css";

interface DropZoneProps {
  onFiles: (files: readonly File[]) => void;
  /** A file is there already: another one may take its place. */
  compact: boolean;
}

const ACCEPT = ".csv,.tsv,.txt,.xlsx,.ods,.pdf,.xml,text/csv,text/tab-separated-values,image/*";

/** Where a purchase file is chosen; it may be dropped anywhere on any page. */
export function DropZone({ onFiles, compact }: DropZoneProps): React.ReactNode {
  const { t } = useLingui();
  const reset = useRef<() => void>(null);
  const sending = useDroppedFiles().some(({ state }) => state === "sending");
  return (
    <section className={classes.zone} data-compact={compact} aria-label={t`Fichier d'achats`} data-no-print>
      {!compact && <Icon name="upload" size={40} />}
      <div>
        <Text fw={600} size={compact ? "md" : "lg"}>
          {compact ? (
            <Trans>Un autre fichier ? Déposez-le n'importe où sur la page.</Trans>
          ) : (
            <Trans>Déposez votre fichier d'achats n'importe où sur la page</Trans>
          )}
        </Text>
        {!compact && (
          <Text c="dimmed" mt="xs" maw="60ch">
            <Trans>
              Le fichier de « ma cantine », le relevé d'un grossiste, l'export d'un autre outil : CSV, TSV,
              XLSX ou ODS. Une facture (PDF, XML) ou une photo s'ouvre aussi.
            </Trans>
          </Text>
        )}
      </div>
      <FileButton
        accept={ACCEPT}
        multiple
        resetRef={reset}
        inputProps={{ "aria-label": t`Fichier d'achats` }}
        onChange={(files) => {
          if (files.length > 0) onFiles(files);
          reset.current?.();
        }}
      >
        {(props) => (
          <Button {...props} variant={compact ? "default" : "filled"} loading={sending}>
            <Trans>Choisir un fichier</Trans>
          </Button>
        )}
      </FileButton>
    </section>
  );
}
