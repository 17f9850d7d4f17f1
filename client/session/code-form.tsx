import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Text, TextInput } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import classes from "./welcome.module.css";

interface CodeFormProps {
  onSubmit: (code: string) => void;
  onBack: () => void;
  busy: boolean;
  /** The last code was refused. */
  wrong: boolean;
}

/** The second step: no session is open yet. */
export function CodeForm({ onSubmit, onBack, busy, wrong }: CodeFormProps): React.ReactNode {
  const { t } = useLingui();
  const [code, setCode] = useState("");
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!busy) field.current?.focus();
  }, [busy]);
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit(code);
      }}
    >
      <Text>
        <Trans>Votre mot de passe est juste. Ouvrez votre application de codes pour finir.</Trans>
      </Text>
      <TextInput
        ref={field}
        label={t`Code à 6 chiffres, ou code de secours`}
        autoComplete="one-time-code"
        autoCapitalize="none"
        spellCheck={false}
        required
        maxLength={20}
        error={wrong ? t`Ce code n'est pas le bon, ou il a déjà servi. Attendez le suivant.` : null}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      <Button type="submit" size="md" loading={busy}>
        <Trans>Se connecter</Trans>
      </Button>
      <Button variant="subtle" onClick={onBack}>
        <Trans>Revenir</Trans>
      </Button>
    </form>
  );
}
