import { useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useState } from "react";
import { errorReason } from "../ui/error-messages.ts";
import { ErrorState } from "../ui/error-state.tsx";
import { PasswordField } from "../ui/password-field.tsx";
import classes from "./account.module.css";

interface ProvenFormProps {
  /** What will be done. */
  submitLabel: string;
  onSubmit: (currentPassword: string) => void;
  busy: boolean;
  /** What the server answered; null: nothing yet. */
  error: unknown;
  children?: React.ReactNode;
}

/** The password once more, before something that a screen left open must not allow. */
export function ProvenForm(props: ProvenFormProps): React.ReactNode {
  const { t } = useLingui();
  const { submitLabel, onSubmit, busy, error, children } = props;
  const [password, setPassword] = useState("");
  const wrong = error !== null && errorReason(error) === "credentials";
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit(password);
      }}
    >
      {children}
      {error !== null && !wrong && <ErrorState error={error} />}
      <PasswordField
        label={t`Mot de passe actuel`}
        autoComplete="current-password"
        required
        data-autofocus
        error={wrong ? t`Ce n'est pas votre mot de passe actuel.` : null}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <Button type="submit" loading={busy}>
        {submitLabel}
      </Button>
    </form>
  );
}
