import { Trans, useLingui } from "@lingui/react/macro";
import { NativeSelect } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { yearOf } from "../../shared/calendar.ts";
import { NoCanteen } from "../no-canteen.tsx";
import { SectionTabs } from "../sections.tsx";
import { useSession } from "../session-context.tsx";
import { TerritorySelect, useTerritoryChoice } from "../territory-choice.tsx";
import { readToday } from "../today.ts";
import { CopyLink } from "../ui/copy-link.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { CampaignSection } from "./campaign-section.tsx";
import { CampaignUpload } from "./campaign-upload.tsx";
import { PeerSection } from "./peer-section.tsx";
import classes from "./peers.module.css";
import type { PeersSearch } from "./search.ts";

const route = getRouteApi("/layout/territoire/comparaison");
const YEARS_SHOWN = 5;

/** One canteen among its like, one département among the others. */
export function PeersPage(): React.ReactNode {
  const { t } = useLingui();
  const { canteen, holds } = useSession();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const choice = useTerritoryChoice(search.territory);
  const today = yearOf(readToday());
  const { year = today } = search;
  const change = (changed: { [Key in keyof PeersSearch]?: PeersSearch[Key] | undefined }): void => {
    const whole = Object.entries({ ...search, ...changed }).filter(([, value]) => value !== undefined);
    void navigate({ search: Object.fromEntries(whole), replace: true, resetScroll: false });
  };
  const loads = holds("organisation.write");
  const years = Array.from({ length: YEARS_SHOWN }, (_, index) => today - index);
  return (
    <>
      <PageHeader
        title={t`Comparaison`}
        lead={<Trans>Une cantine parmi ses semblables, un département parmi les autres.</Trans>}
        actions={
          <>
            <TerritorySelect choice={choice} onChoose={(code) => change({ territory: code ?? undefined })} />
            <NativeSelect
              aria-label={t`Année des achats de la cantine`}
              value={String(year)}
              data={[...new Set([...years, year])].toSorted((a, b) => b - a).map(String)}
              onChange={(event) => change({ year: Number(event.currentTarget.value) })}
            />
            <CopyLink complete={{ year: String(year) }} />
          </>
        }
      />
      <SectionTabs section="territoire" />
      <div className={classes.sections}>
        {canteen === null ? (
          <NoCanteen>
            <Trans>Aucune cantine n'est encore enregistrée.</Trans>
          </NoCanteen>
        ) : (
          <PeerSection canteen={canteen} year={year} />
        )}
        <CampaignSection loads={loads} search={search} territoryCode={choice.code} onChange={change} />
        {loads && <CampaignUpload />}
      </div>
    </>
  );
}
