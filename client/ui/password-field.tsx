import { useLingui } from "@lingui/react/macro";
import type { TextInputProps } from "@mantine/core";
import { TextInput, UnstyledButton } from "@mantine/core";
import { useState } from "react";
import { Icon } from "./icons.tsx";
import classes from "./password-field.module.css";

/** A password, shown for as long as the button beside it is pressed in. */
export function PasswordField(props: TextInputProps): React.ReactNode {
  const { t } = useLingui();
  const [shown, setShown] = useState(false);
  return (
    <TextInput
      {...props}
      type={shown ? "text" : "password"}
      rightSectionWidth="2.75rem"
      rightSection={
        <UnstyledButton
          className={classes.reveal}
          aria-label={t`Montrer le mot de passe`}
          aria-pressed={shown}
          onClick={() => setShown(!shown)}
        >
          <Icon name={shown ? "eyeOff" : "eye"} size={20} />
        </UnstyledButton>
      }
    />
  );
}
