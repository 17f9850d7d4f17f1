import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import type { FileKind } from "../../shared/file-kinds.ts";
import type { Id } from "../../shared/ids.ts";
import { Icon } from "../ui/icons.tsx";
import classes from "./invoices.module.css";

/** Where the original of a document is read; `save`: given to be saved, whatever it is. */
function originalAddress({
  canteenId,
  invoiceId,
  save = false,
}: {
  canteenId: Id;
  invoiceId: Id;
  save?: boolean;
}): string {
  return `/files/invoices/${canteenId}/${invoiceId}${save ? "?enregistrer" : ""}`;
}

/** The original: shown in a page of its own when a browser can, else given to be saved. */
export function OriginalLink({
  canteenId,
  invoiceId,
  media,
}: {
  canteenId: Id;
  invoiceId: Id;
  media: FileKind;
}): React.ReactNode {
  const isDrawn = media === "pdf" || media === "image";
  return (
    <Button
      component="a"
      variant="default"
      className={classes.touch ?? ""}
      href={originalAddress({ canteenId, invoiceId })}
      {...(isDrawn ? { target: "_blank", rel: "noreferrer" } : {})}
      leftSection={<Icon name={isDrawn ? "link" : "download"} />}
    >
      {isDrawn ? <Trans>Ouvrir l'original</Trans> : <Trans>Télécharger l'original</Trans>}
    </Button>
  );
}
