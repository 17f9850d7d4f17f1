import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, FileButton } from "@mantine/core";
import { SendRefused } from "./send-file.ts";
import { ErrorState } from "./ui/error-state.tsx";
import { Icon } from "./ui/icons.tsx";

interface TableFileChooserProps {
  /** What the file is, for who hears it. */
  label: string;
  /** A file was read: another may be chosen. */
  chosen: boolean;
  pending: boolean;
  /** Why the last one could not be read; null: it could, or none was chosen. */
  error: Error | null;
  onChoose: (file: File) => void;
}

const ACCEPT = ".csv,.tsv,.txt,.xlsx,.ods,text/csv,text/tab-separated-values";

/** The button that takes a table, and why one did not arrive. */
export function TableFileChooser(props: TableFileChooserProps): React.ReactNode {
  const { label, chosen, pending, error, onChoose } = props;
  const { t } = useLingui();
  return (
    <>
      <div>
        <FileButton
          accept={ACCEPT}
          inputProps={{ "aria-label": label }}
          onChange={(file) => {
            if (file !== null) onChoose(file);
          }}
        >
          {(button) => (
            <Button
              {...button}
              variant={chosen ? "default" : "filled"}
              leftSection={<Icon name="upload" />}
              loading={pending}
            >
              {chosen ? <Trans>Choisir un autre fichier</Trans> : <Trans>Choisir un fichier</Trans>}
            </Button>
          )}
        </FileButton>
      </div>
      {error instanceof SendRefused && (
        <Alert color="red" title={t`Ce fichier n'est pas arrivé`}>
          <Trans>Il est vide, trop lourd, ou d'un type qui ne se lit pas comme un tableau.</Trans>
        </Alert>
      )}
      {error !== null && !(error instanceof SendRefused) && <ErrorState error={error} />}
    </>
  );
}
