import { Trans, useLingui } from "@lingui/react/macro";
import { Anchor, Button, Stack } from "@mantine/core";
import { CopyValue } from "../ui/copy-value.tsx";
import sections from "../ui/sections.module.css";
import classes from "./shares-links.module.css";

export interface NewLinkProps {
  path: string;
  /** Some sites may frame it. */
  embedded: boolean;
  onDone: () => void;
}

/** The address of a new page: it is shown this once, for only its fingerprint is kept. */
export function NewLink({ path, embedded, onDone }: NewLinkProps): React.ReactNode {
  const { t } = useLingui();
  const address = new URL(path, window.location.origin).href;
  const code = `<iframe src="${address}/cadre" title="${t`Ce que nous servons`}" width="100%" height="900" loading="lazy"></iframe>`;
  return (
    <Stack>
      <p className={sections.words}>
        <Trans>
          Copiez l'adresse maintenant : elle ne sera plus montrée. Perdue, il suffit d'en créer une autre.
        </Trans>
      </p>
      <div className={classes.address}>
        <Anchor href={address} target="_blank" rel="noopener">
          {address}
        </Anchor>
        <CopyValue name={t`l'adresse`} text={address} />
      </div>
      {embedded && (
        <div className={classes.address}>
          <code>{code}</code>
          <CopyValue name={t`le code pour un site`} text={code} />
        </div>
      )}
      <div className={classes.buttons}>
        <Button onClick={onDone}>
          <Trans>Terminé</Trans>
        </Button>
      </div>
    </Stack>
  );
}
