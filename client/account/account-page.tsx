import { Trans, useLingui } from "@lingui/react/macro";
import { Alert } from "@mantine/core";
import { useSession } from "../session-context.tsx";
import { Icon } from "../ui/icons.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import classes from "./account.module.css";
import { OwnDataSection } from "./own-data-section.tsx";
import { PasskeysSection } from "./passkeys-section.tsx";
import { PasswordSection } from "./password-section.tsx";
import { SessionsSection } from "./sessions-section.tsx";
import { TwoStepSection } from "./two-step-section.tsx";

/** What a person decides for their own account. */
export function AccountPage(): React.ReactNode {
  const { t } = useLingui();
  const { user, sharedAccount } = useSession();
  const { name, email } = user;
  return (
    <>
      <PageHeader
        title={t`Mon compte`}
        lead={
          <span className={classes.wrap}>
            <Trans>
              {name}, {email}
            </Trans>
          </span>
        }
      />
      {sharedAccount && (
        <Alert mb="lg" icon={<Icon name="info" />}>
          <Trans>
            Ce compte de démonstration est commun à tous les visiteurs : son mot de passe, sa double
            validation, ses clés d'accès et les sessions des autres ne changent pas. Le reste s'essaie
            librement.
          </Trans>
        </Alert>
      )}
      <SessionsSection />
      <PasswordSection />
      <TwoStepSection />
      <PasskeysSection />
      <OwnDataSection />
    </>
  );
}
