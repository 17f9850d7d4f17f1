import { Trans, useLingui } from "@lingui/react/macro";
import { Button, FileButton } from "@mantine/core";
import { useRef } from "react";
import { dropFiles } from "../dropped-files.ts";
import { Icon } from "../ui/icons.tsx";
import classes from "./file-drop.module.css";
import { ImportNotice } from "./import-notice.tsx";
import { useFileDrop } from "./use-file-drop.ts";
import { useOpenDropped } from "./use-open-dropped.ts";

/** In the header of every page: a file dropped or pasted anywhere, or chosen here, starts. */
export function FileDrop(): React.ReactNode {
  const { t } = useLingui();
  const held = useFileDrop(dropFiles);
  const reset = useRef<() => void>(null);
  useOpenDropped();
  return (
    <>
      <ImportNotice />
      <FileButton
        multiple
        resetRef={reset}
        inputProps={{ "aria-label": t`Importer un fichier`, tabIndex: -1 }}
        onChange={(files) => {
          if (files.length > 0) dropFiles(files);
          // The same file may be chosen again once it is corrected.
          reset.current?.();
        }}
      >
        {(props) => (
          <Button
            {...props}
            className={classes.button ?? ""}
            variant="default"
            size="compact-md"
            aria-label={t`Importer un fichier`}
            leftSection={<Icon name="upload" />}
          >
            <span className={classes.text}>
              <Trans>Importer un fichier</Trans>
            </span>
          </Button>
        )}
      </FileButton>
      {held && (
        <div className={classes.overlay}>
          <p className={classes.words}>
            <Icon name="upload" size={40} />
            <Trans>Déposez le fichier pour l'importer</Trans>
          </p>
        </div>
      )}
    </>
  );
}
