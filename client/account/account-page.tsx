import { Trans, useLingui } from "@lingui/react/macro";
import { useSession } from "../session-context.tsx";
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
  const { user } = useSession();
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
      <SessionsSection />
      <PasswordSection />
      <TwoStepSection />
      <PasskeysSection />
      <OwnDataSection />
    </>
  );
}
