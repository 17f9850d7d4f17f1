import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Text } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { yearOf } from "../../shared/calendar.ts";
import { formatBasisPoints } from "../../shared/format/ratios.ts";
import type { Indicator } from "../../shared/indicators/indicators.ts";
import { nationalResultBp } from "../../shared/indicators/legal-target.ts";
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
import { CourtOuProximite } from "./court-ou-proximite.tsx";
import classes from "./dashboard.module.css";
import { DashboardControls } from "./dashboard-controls.tsx";
import type { LinesScope, TerritoryDashboard } from "./dashboard-data.ts";
import { Details } from "./details.tsx";
import { FigureCard } from "./figure-card.tsx";
import { GaugeLegend } from "./gauge-legend.tsx";
import { LinesLink } from "./lines-link.tsx";
import { MethodNote } from "./method-note.tsx";
import { NoPurchase } from "./no-purchase.tsx";

const route = getRouteApi("/layout/territoire");
const HEADLINES: readonly Indicator[] = ["SHORT_OR_LOCAL", "ORGANIC", "EGALIM", "MEAT_FISH"];

/** Two minutes for an elected official: four figures, their targets, and who is far from them. */
export function TerritoryPage(): React.ReactNode {
  const { t } = useLingui();
  const { canteens } = useSession();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const trpc = useTRPC();
  const { basis = "value", year = yearOf(readToday()) } = search;
  const choice = useTerritoryChoice(search.territory);
  const query = useQuery({
    ...trpc.indicators.territory.queryOptions({ territoryCode: choice.code, period: { year }, basis }),
    placeholderData: keepPreviousData,
  });
  const scope: LinesScope = choice.code === null ? {} : { territory: choice.code };
  const address = { year: String(year), ...scope };
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
              year={year}
              years={query.data?.years ?? []}
              basis={basis}
              complete={address}
              onChange={(change) =>
                void navigate({ search: (now) => ({ ...now, ...change }), replace: true })
              }
            />
          </>
        }
      />
      <SectionTabs section="territoire" />
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
  const year = yearOf(figures.range.toMonth);
  return (
    <Trans>
      <Plural value={count} one="# cantine" other="# cantines" /> · {year} ·{" "}
      <LinesLink scope={scope} range={figures.range} filter={{}}>
        <MoneyText cents={figures.totals.amountCents} whole />
      </LinesLink>{" "}
      d'achats alimentaires hors taxes
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
    return <NoPurchase year={yearOf(figures.range.toMonth)} years={figures.years} />;
  return (
    <div className={classes.sections}>
      <div className={classes.headlines}>
        {HEADLINES.map((one) => (
          <FigureCard
            key={one}
            indicator={one}
            figures={figures}
            scope={scope}
            note={figures.basis === "value" && <NationalNote indicator={one} />}
          />
        ))}
      </div>
      <GaugeLegend />
      <Details indicator={indicator} onIndicator={onIndicator} figures={figures} scope={scope}>
        <CanteenRanking figures={figures} indicator={indicator} />
        <SilentCanteens figures={figures} />
      </Details>
      <CourtOuProximite figures={figures} scope={scope} />
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
