import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import classes from "./copy-link.module.css";
import { Icon } from "./icons.tsx";
import { showDoneToast } from "./toasts.tsx";

/** Copies the page's address, completed with what the page shows without the address saying so. */
export function CopyLink({ complete = {} }: { complete?: Record<string, string> }): React.ReactNode {
  const { t } = useLingui();
  async function copy(): Promise<void> {
    const address = new URL(window.location.href);
    for (const [key, value] of Object.entries(complete))
      if (!address.searchParams.has(key)) address.searchParams.set(key, value);
    await navigator.clipboard.writeText(address.href);
    showDoneToast(t`Lien copié`);
  }
  return (
    <Button
      className={classes.button ?? ""}
      variant="default"
      leftSection={<Icon name="link" />}
      onClick={() => void copy()}
    >
      <span className={classes.words}>
        <Trans>Copier le lien</Trans>
      </span>
    </Button>
  );
}
