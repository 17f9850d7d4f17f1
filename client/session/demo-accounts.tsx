import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Text, Title } from "@mantine/core";
import type { Role } from "../../shared/permissions.ts";
import type { DemoAccount } from "../../shared/session.ts";
import classes from "./welcome.module.css";

export type Credentials = Pick<DemoAccount, "email" | "password">;

const ENTER_AS: Record<Role, MessageDescriptor> = {
  manager: msg`Entrer comme gestionnaire`,
  kitchen: msg`Entrer comme cuisine`,
  official: msg`Entrer comme élue`,
  administrator: msg`Entrer comme administratrice`,
  legumerie: msg`Entrer comme opératrice de légumerie`,
};

export interface DemoAccountsProps {
  accounts: readonly DemoAccount[];
  onEnter: (credentials: Credentials) => void;
  busy: boolean;
}

/** The demonstration's accounts, one press each. */
export function DemoAccounts({ accounts, onEnter, busy }: DemoAccountsProps): React.ReactNode {
  const { i18n } = useLingui();
  return (
    <section className={classes.demo} aria-labelledby="demo">
      <Title order={2} id="demo">
        <Trans>Démonstration</Trans>
      </Title>
      <Text size="sm" mt="xs">
        <Trans>
          Cantines, fournisseurs et montants sont imaginaires. Choisissez par quels yeux regarder.
        </Trans>
      </Text>
      <ul className={classes.accounts}>
        {accounts.map(({ role, email, password }) => (
          <li key={email}>
            <Button variant="default" fullWidth disabled={busy} onClick={() => onEnter({ email, password })}>
              {i18n._(ENTER_AS[role])}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
