import { Trans, useLingui } from "@lingui/react/macro";
import { getRouteApi } from "@tanstack/react-router";
import { yearToDeclare } from "../../shared/declarations.ts";
import { useLinkedCanteen } from "../linked-canteen.ts";
import { NoCanteen } from "../no-canteen.tsx";
import { SectionTabs } from "../sections.tsx";
import { useSession } from "../session-context.tsx";
import { readToday } from "../today.ts";
import { PageHeader } from "../ui/page-header.tsx";
import sections from "../ui/sections.module.css";
import { DocumentsSection } from "./documents-section.tsx";
import { LinksSection } from "./links-section.tsx";
import { YearChoice } from "./year-choice.tsx";

const route = getRouteApi("/layout/cantine/affiches");

/** How a canteen tells its diners what it serves: documents to print, and pages to open. */
export function CanteenSharingPage(): React.ReactNode {
  const { t } = useLingui();
  const { canteen, canteens } = useSession();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const canteenId = search.canteen ?? canteen?.id;
  const year = search.year ?? yearToDeclare(readToday());
  useLinkedCanteen(search.canteen, (chosen) => {
    void navigate({ search: (now) => ({ ...now, canteen: chosen }), replace: true });
  });
  if (canteenId === undefined) {
    return (
      <>
        <PageHeader title={t`Informer les convives`} />
        <NoCanteen>
          <Trans>Aucune cantine ne vous est confiée. Demandez ce droit à l'administrateur.</Trans>
        </NoCanteen>
      </>
    );
  }
  return (
    <>
      <PageHeader
        title={t`Informer les convives`}
        lead={canteens.find(({ id }) => id === canteenId)?.name}
        actions={
          <YearChoice
            year={year}
            onChange={(chosen) =>
              void navigate({ search: (now) => ({ ...now, year: chosen }), replace: true })
            }
          />
        }
      />
      <SectionTabs section="cantine" />
      <div className={sections.sections}>
        <DocumentsSection owner={canteenId} year={year} names={["affiche", "depliant", "autocollant"]} />
        <LinksSection key={canteenId} owner={canteenId} year={year} />
      </div>
    </>
  );
}
