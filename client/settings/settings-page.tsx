import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { Moved } from "../../shared/moves.ts";
import { MovedReport } from "../moved-report.tsx";
import { useSession } from "../session-context.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { CanteensSection } from "./canteens-section.tsx";
import { LocalDefinitionsSection } from "./local-definitions-section.tsx";
import { OrganisationSection } from "./organisation-section.tsx";
import { PatsSection } from "./pats-section.tsx";
import { UsersSection } from "./users-section.tsx";

/** What an administrator decides for the whole organisation. */
export function SettingsPage(): React.ReactNode {
  const { t } = useLingui();
  const { holds, organisationName } = useSession();
  const [moved, setMoved] = useState<Moved | null>(null);
  if (!holds("organisation.write")) {
    return (
      <>
        <PageHeader title={t`Réglages`} />
        <EmptyState title={t`Réservé à l'administrateur`}>
          <Trans>Demandez-lui le changement dont vous avez besoin.</Trans>
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <PageHeader title={t`Réglages`} lead={organisationName} />
      {moved !== null && <MovedReport moved={moved} onClose={() => setMoved(null)} />}
      <OrganisationSection />
      <CanteensSection onMoved={setMoved} />
      <UsersSection />
      <LocalDefinitionsSection onMoved={setMoved} />
      <PatsSection onMoved={setMoved} />
    </>
  );
}
