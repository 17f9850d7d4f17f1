import { Trans, useLingui } from "@lingui/react/macro";
import { useEffect, useRef, useState } from "react";
import type { Moved } from "../../shared/moves.ts";
import { MovedReport } from "../moved-report.tsx";
import { useSession } from "../session-context.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { CanteenGroupsSection } from "./canteen-groups-section.tsx";
import { CanteensSection } from "./canteens-section.tsx";
import { LocalDefinitionsSection } from "./local-definitions-section.tsx";
import { OrganisationSection } from "./organisation-section.tsx";
import { PatsSection } from "./pats-section.tsx";
import classes from "./settings.module.css";
import { UsersSection } from "./users-section.tsx";

/** What an administrator decides for the whole organisation. */
export function SettingsPage(): React.ReactNode {
  const { t } = useLingui();
  const { holds, organisationName } = useSession();
  const [moved, setMoved] = useState<Moved | null>(null);
  const report = useRef<HTMLDivElement>(null);
  // What was changed may be far below the report.
  useEffect(() => {
    if (moved !== null) report.current?.scrollIntoView({ block: "nearest" });
  }, [moved]);
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
      <div ref={report} className={classes.report}>
        {moved !== null && <MovedReport moved={moved} onClose={() => setMoved(null)} />}
      </div>
      <OrganisationSection />
      <CanteensSection onMoved={setMoved} />
      <CanteenGroupsSection />
      <UsersSection />
      <LocalDefinitionsSection onMoved={setMoved} />
      <PatsSection onMoved={setMoved} />
    </>
  );
}
