import "@mantine/core/styles/Code.css";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Code, Group, Text } from "@mantine/core";
import { Icon } from "../ui/icons.tsx";
import { showDoneToast } from "../ui/toasts.tsx";
import classes from "./account.module.css";

/** Codes that were just made: they are nowhere else and are not shown again. */
export function RecoveryCodes({
  codes,
  onKept,
}: {
  codes: readonly string[];
  onKept: () => void;
}): React.ReactNode {
  const { t } = useLingui();
  async function copy(): Promise<void> {
    await navigator.clipboard.writeText(codes.join("\n"));
    showDoneToast(t`Codes copiés.`);
  }
  return (
    <div className={classes.form}>
      <Text>
        <Trans>
          Sans votre téléphone, un de ces codes de secours ouvre votre compte. Chacun sert une fois.
          Imprimez-les ou notez-les maintenant : ils ne seront plus affichés.
        </Trans>
      </Text>
      <ul className={classes.codes} aria-label={t`Codes de secours`}>
        {codes.map((code) => (
          <li key={code}>
            <Code fz="md">{code}</Code>
          </li>
        ))}
      </ul>
      <Group>
        <Button variant="default" leftSection={<Icon name="copy" />} onClick={() => void copy()}>
          <Trans>Copier</Trans>
        </Button>
        <Button variant="default" leftSection={<Icon name="print" />} onClick={() => window.print()}>
          <Trans>Imprimer</Trans>
        </Button>
        <Button onClick={onKept}>
          <Trans>Je les ai gardés</Trans>
        </Button>
      </Group>
    </div>
  );
}
