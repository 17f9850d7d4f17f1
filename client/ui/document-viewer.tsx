import { Trans, useLingui } from "@lingui/react/macro";
import { Anchor, Box, Text } from "@mantine/core";
import { useState } from "react";
import classes from "./document-viewer.module.css";

export interface DocumentViewerProps {
  /** Where the document is read. */
  address: string;
  kind: "image" | "pdf";
  /** Says which it is: « photo.jpg ». */
  name: string;
  /** What a photo brings, for who does not see it: the words of `shared/photo-alternative.ts`. */
  alternative: string;
}

/** The page as wide as its frame, without a list of pages beside it: what Chrome, Edge and Firefox understand. */
const PDF_VIEW = "#navpanes=0&pagemode=none&view=FitH";
const HEIC = /\.hei[cf]$/i;

/** A photo or a PDF inside the page; what a browser does not draw is given as a link. */
export function DocumentViewer({ address, kind, name, alternative }: DocumentViewerProps): React.ReactNode {
  const { t } = useLingui();
  const [failed, setFailed] = useState(false);
  if (kind === "pdf")
    return <iframe className={classes.viewer} src={`${address}${PDF_VIEW}`} title={t`Document : ${name}`} />;
  if (failed)
    return (
      <Text>
        {HEIC.test(name) ? (
          <Trans>
            Une photo HEIC, comme en prend un iPhone, ne s'affiche pas dans la page : téléchargez-la pour la
            voir. Pour les prochaines, réglez l'appareil sur « Le plus compatible » (JPEG).
          </Trans>
        ) : (
          <Trans>Ce navigateur n'affiche pas ce format.</Trans>
        )}{" "}
        <Anchor href={address}>
          <Trans>Télécharger le document</Trans>
        </Anchor>
      </Text>
    );
  return (
    // Focusable: what scrolls must be reachable with the keyboard.
    <Box
      component="section"
      className={`${classes.viewer} ${classes.scroll}`}
      aria-label={t`Document : ${name}`}
      tabIndex={0}
    >
      <img src={address} alt={alternative} onError={() => setFailed(true)} />
    </Box>
  );
}
