import { useLingui } from "@lingui/react/macro";
import { getRouteApi } from "@tanstack/react-router";
import { yearToDeclare } from "../../shared/declarations.ts";
import { SectionTabs } from "../sections.tsx";
import { useSession } from "../session-context.tsx";
import { readToday } from "../today.ts";
import { PageHeader } from "../ui/page-header.tsx";
import sections from "../ui/sections.module.css";
import { DocumentsSection } from "./documents-section.tsx";
import { LinksSection } from "./links-section.tsx";
import { YearChoice } from "./year-choice.tsx";

const route = getRouteApi("/layout/territoire/partages");

/** How the organisation tells the public what its canteens serve together. */
export function TerritorySharingPage(): React.ReactNode {
  const { t } = useLingui();
  const { organisationName } = useSession();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const year = search.year ?? yearToDeclare(readToday());
  return (
    <>
      <PageHeader
        title={t`Informer le public`}
        lead={organisationName}
        actions={
          <YearChoice
            year={year}
            onChange={(chosen) =>
              void navigate({ search: (now) => ({ ...now, year: chosen }), replace: true })
            }
          />
        }
      />
      <SectionTabs section="territoire" />
      <div className={sections.sections}>
        <DocumentsSection owner={null} year={year} names={["plaquette"]} />
        <LinksSection owner={null} year={year} />
      </div>
    </>
  );
}
