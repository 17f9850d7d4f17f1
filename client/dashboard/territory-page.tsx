import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Text } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { yearOf } from "../../shared/calendar.ts";
import { formatBasisPoints } from "../../shared/format/ratios.ts";
import type { Indicator } from "../../shared/indicators/indicators.ts";
import { nationalResultBp } from "../../shared/indicators/legal-target.ts";
import { HEADLINES } from "../../shared/indicators/since-last-month.ts";
import { NATIONAL_RESULTS } from "../../shared/law/national-results.ts";
import { NoCanteen } from "../no-canteen.tsx";
import { SectionTabs } from "../sections.tsx";
import { useSession } from "../session-context.tsx";
import { TerritorySelect, useTerritoryChoice } from "../territory-choice.tsx";
import { readToday } from "../today.ts";
import { useTRPC } from "../trpc.ts";
import { useLocale } from "../ui/locale.ts";
import { PageHeader } from "../ui/page-header.tsx";
import { QueryView } from "../ui/query-view.tsx";
import { MoneyText } from "../ui/values.tsx";
import { CanteenRanking } from "./canteen-ranking.tsx";
import { ClauseAlerts } from "./clause-alerts.tsx";
import { CourtOuProximite } from "./court-ou-proximite.tsx";
import classes from "./dashboard.module.css";
import { DashboardControls } from "./dashboard-controls.tsx";
import type { LinesScope, TerritoryDashboard } from "./dashboard-data.ts";
import { countFilters, DashboardFilters } from "./dashboard-filters.tsx";
import { Details } from "./details.tsx";
import { FigureCard } from "./figure-card.tsx";
import { FilterWords, PeriodText } from "./filter-words.tsx";
import { GaugeLegend } from "./gauge-legend.tsx";
import { cardId, Glance } from "./glance.tsx";
import { LinesLink } from "./lines-link.tsx";
import { MethodNote } from "./method-note.tsx";
import { NoPurchase } from "./no-purchase.tsx";
import { completeAddress, periodOfSearch } from "./period.ts";
import type { SearchChange } from "./search.ts";
import { scopeOf, withChange } from "./search.ts";
import { SinceLastMonth } from "./since-last-month.tsx";
import { SocialSection } from "./social-section.tsx";

const route = getRouteApi("/layout/territoire");

/** Two minutes for an elected official: four figures, their targets, and who is far from them. */
export function TerritoryPage(): React.ReactNode {
  const { t } = useLingui();
  const { canteens } = useSession();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const trpc = useTRPC();
  const today = readToday();
  const { basis = "value", family, supplier } = search;
  const choice = useTerritoryChoice(search.territory);
  const query = useQuery({
    ...trpc.indicators.territory.queryOptions({
      territoryCode: choice.code,
      groupId: search.group ?? null,
      period: periodOfSearch(search, today),
      basis,
      filter: { ...(family && { family }), ...(supplier && { supplier }) },
    }),
    placeholderData: keepPreviousData,
  });
  const { canteen: _canteen, ...asked } = search;
  const known = { ...asked, ...(choice.code === null ? {} : { territory: choice.code }) };
  const scope: LinesScope = scopeOf(known);
  const onChange = (change: SearchChange): void =>
    void navigate({ search: (now) => withChange(now, change), replace: true });
  if (canteens.length === 0) {
    return (
      <>
        <PageHeader title={choice.name ?? t`Territoire`} />
        <NoCanteen>
          <Trans>Aucune cantine n'est encore enregistrée sur votre territoire.</Trans>
        </NoCanteen>
      </>
    );
  }
  return (
    <>
      <PageHeader
        title={choice.name ?? t`Territoire`}
        lead={query.data && query.data.totals.lines > 0 && <Lead figures={query.data} scope={scope} />}
        actions={
          <>
            <TerritorySelect
              choice={choice}
              onChoose={(code) =>
                void navigate({
                  search: ({ territory: _territory, ...now }) =>
                    code === null ? now : { ...now, territory: code },
                })
              }
            />
            <DashboardControls
              search={search}
              years={query.data?.years ?? []}
              complete={completeAddress(search, today, known.territory)}
              onChange={onChange}
            />
          </>
        }
      />
      <SectionTabs section="territoire" />
      <ClauseAlerts />
      <DashboardFilters
        page="/territoire"
        search={known}
        suppliers={query.data?.suppliers ?? []}
        years={query.data?.years ?? []}
        onChange={onChange}
      />
      <QueryView query={query} lines={12}>
        {(figures) => (
          <TerritoryFigures
            figures={figures}
            scope={scope}
            indicator={search.indicator ?? "SHORT_OR_LOCAL"}
            onIndicator={(indicator) =>
              void navigate({ search: (now) => ({ ...now, indicator }), replace: true, resetScroll: false })
            }
          />
        )}
      </QueryView>
    </>
  );
}

function Lead({ figures, scope }: { figures: TerritoryDashboard; scope: LinesScope }): React.ReactNode {
  const count = figures.canteens.length;
  return (
    <Trans>
      <Plural value={count} one="# cantine" other="# cantines" /> · <PeriodText range={figures.range} /> ·{" "}
      <LinesLink scope={scope} range={figures.range} filter={{}}>
        <MoneyText cents={figures.totals.amountCents} whole />
      </LinesLink>{" "}
      d'achats alimentaires hors taxes
      <FilterWords scope={scope} suppliers={figures.suppliers} />
    </Trans>
  );
}

interface TerritoryFiguresProps
  extends Pick<React.ComponentProps<typeof Details>, "indicator" | "onIndicator" | "scope"> {
  figures: TerritoryDashboard;
}

function TerritoryFigures(props: TerritoryFiguresProps): React.ReactNode {
  const { figures, scope, indicator, onIndicator } = props;
  if (figures.totals.lines === 0)
    return (
      <NoPurchase
        year={yearOf(figures.range.toMonth)}
        years={figures.years}
        filtered={countFilters(scope) > 0}
      />
    );
  return (
    <div className={classes.sections}>
      <Glance indicators={HEADLINES} figures={figures} />
      <div className={classes.headlines}>
        {HEADLINES.map((one) => (
          <div key={one} id={cardId(one)} className={classes.anchor}>
            <FigureCard
              indicator={one}
              figures={figures}
              scope={scope}
              note={figures.basis === "value" && <NationalNote indicator={one} />}
            />
          </div>
        ))}
      </div>
      <GaugeLegend />
      <SinceLastMonth figures={figures} scope={scope} />
      <Details indicator={indicator} onIndicator={onIndicator} figures={figures} scope={scope}>
        <CanteenRanking figures={figures} indicator={indicator} scope={scope} />
        <SilentCanteens figures={figures} />
      </Details>
      <CourtOuProximite figures={figures} scope={scope} />
      <SocialSection figures={figures} scope={scope} />
      <MethodNote figures={figures} />
    </div>
  );
}

/** What France as a whole reached, last year it was published for. */
function NationalNote({ indicator }: { indicator: Indicator }): React.ReactNode {
  const locale = useLocale();
  const result = NATIONAL_RESULTS.at(-1) ?? null;
  const share = nationalResultBp(result, indicator);
  if (result === null || share === null) return null;
  const { year } = result;
  const figure = formatBasisPoints(share, locale);
  return (
    <p>
      <Trans>
        France, {year} : {figure}
      </Trans>
    </p>
  );
}

function SilentCanteens({ figures }: { figures: TerritoryDashboard }): React.ReactNode {
  const names = figures.silentCanteens.map(({ name }) => name).join(", ");
  if (names === "") return null;
  return (
    <Text size="sm" c="dimmed">
      <Trans>Sans achat enregistré sur la période : {names}.</Trans>
    </Text>
  );
}
