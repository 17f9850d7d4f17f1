import { Trans, useLingui } from "@lingui/react/macro";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { yearOf } from "../../shared/calendar.ts";
import { INDICATORS } from "../../shared/indicators/indicators.ts";
import { useLinkedCanteen } from "../linked-canteen.ts";
import { NoCanteen } from "../no-canteen.tsx";
import { SectionTabs } from "../sections.tsx";
import { useSession } from "../session-context.tsx";
import { readToday } from "../today.ts";
import { useTRPC } from "../trpc.ts";
import { LinkButton } from "../ui/links.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { QueryView } from "../ui/query-view.tsx";
import { MoneyText } from "../ui/values.tsx";
import { CourtOuProximite } from "./court-ou-proximite.tsx";
import classes from "./dashboard.module.css";
import { DashboardControls } from "./dashboard-controls.tsx";
import type { CanteenDashboard, LinesScope } from "./dashboard-data.ts";
import { countFilters, DashboardFilters } from "./dashboard-filters.tsx";
import { Details } from "./details.tsx";
import { FigureCard } from "./figure-card.tsx";
import { FilterWords, PeriodText } from "./filter-words.tsx";
import { GaugeLegend } from "./gauge-legend.tsx";
import { LinesLink } from "./lines-link.tsx";
import { MethodNote } from "./method-note.tsx";
import { NoPurchase } from "./no-purchase.tsx";
import { completeAddress, periodOfSearch } from "./period.ts";
import type { SearchChange } from "./search.ts";
import { scopeOf, withChange } from "./search.ts";
import { SocialSection } from "./social-section.tsx";

const route = getRouteApi("/layout/cantine");

/** Where one canteen stands, and what to buy to reach its targets. */
export function CanteenPage(): React.ReactNode {
  const { t } = useLingui();
  const session = useSession();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const trpc = useTRPC();
  const canteenId = search.canteen ?? session.canteen?.id;
  const today = readToday();
  const { basis = "value", family, supplier } = search;
  useLinkedCanteen(search.canteen, (canteen) => {
    void navigate({ search: (now) => ({ ...now, canteen }), replace: true });
  });
  const query = useQuery({
    ...trpc.indicators.canteen.queryOptions({
      canteenId: canteenId ?? "",
      period: periodOfSearch(search, today),
      basis,
      filter: { ...(family && { family }), ...(supplier && { supplier }) },
    }),
    enabled: canteenId !== undefined,
    placeholderData: keepPreviousData,
  });
  if (canteenId === undefined) {
    return (
      <>
        <PageHeader title={t`Cantine`} />
        <NoCanteen>
          <Trans>Aucune cantine ne vous est confiée. Demandez ce droit à l'administrateur.</Trans>
        </NoCanteen>
      </>
    );
  }
  const name = query.data?.canteen.name;
  const scope = scopeOf({ ...(family && { family }), ...(supplier && { supplier }), canteen: canteenId });
  const onChange = (change: SearchChange): void =>
    void navigate({ search: (now) => withChange(now, change), replace: true });
  return (
    <>
      <PageHeader
        title={name ?? t`Cantine`}
        typed={name !== undefined}
        lead={query.data && query.data.totals.lines > 0 && <Lead figures={query.data} scope={scope} />}
        actions={
          <DashboardControls
            search={search}
            years={query.data?.years ?? []}
            complete={{ canteen: canteenId, ...completeAddress(search, today) }}
            onChange={onChange}
          />
        }
      />
      <SectionTabs section="cantine" />
      <DashboardFilters
        page="/cantine"
        search={{ ...search, canteen: canteenId }}
        suppliers={query.data?.suppliers ?? []}
        years={query.data?.years ?? []}
        onChange={onChange}
      />
      <QueryView query={query} lines={12}>
        {(figures) => (
          <CanteenFigures
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

function Lead({ figures, scope }: { figures: CanteenDashboard; scope: LinesScope }): React.ReactNode {
  const { communeName } = figures.canteen;
  return (
    <Trans>
      {communeName} · <PeriodText range={figures.range} /> ·{" "}
      <LinesLink scope={scope} range={figures.range} filter={{}}>
        <MoneyText cents={figures.totals.amountCents} whole />
      </LinesLink>{" "}
      d'achats alimentaires hors taxes
      <FilterWords scope={scope} suppliers={figures.suppliers} />
    </Trans>
  );
}

interface CanteenFiguresProps
  extends Pick<React.ComponentProps<typeof Details>, "indicator" | "onIndicator" | "scope"> {
  figures: CanteenDashboard;
}

function CanteenFigures(props: CanteenFiguresProps): React.ReactNode {
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
      <div className={classes.cards}>
        {INDICATORS.map((one) => (
          <FigureCard key={one} indicator={one} figures={figures} scope={scope} />
        ))}
      </div>
      <GaugeLegend />
      <ToCheck figures={figures} scope={scope} />
      <CourtOuProximite figures={figures} scope={scope} />
      <Details indicator={indicator} onIndicator={onIndicator} figures={figures} scope={scope} />
      <SocialSection figures={figures} scope={scope} />
      <MethodNote figures={figures} />
    </div>
  );
}

function ToCheck({ figures, scope }: { figures: CanteenDashboard; scope: LinesScope }): React.ReactNode {
  const { fromMonth: from, toMonth: to } = figures.range;
  return (
    <p className={classes.toCheck} data-no-print>
      <Trans>Une preuve ou une origine manque ? Commencez par les lignes qui pèsent le plus.</Trans>{" "}
      <LinkButton
        variant="default"
        to="/lignes"
        search={{ ...scope, from, to, status: "toCheck", sort: "amount" }}
      >
        <Trans>Lignes à vérifier</Trans>
      </LinkButton>
    </p>
  );
}
