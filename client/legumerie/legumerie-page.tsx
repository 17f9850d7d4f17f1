import { Trans, useLingui } from "@lingui/react/macro";
import { NativeSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useSession } from "../session-context.tsx";
import { useTRPC } from "../trpc.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { QueryView } from "../ui/query-view.tsx";
import { BatchesTab } from "./batches-tab.tsx";
import { CanteenTab } from "./canteen-tab.tsx";
import { DeliveriesTab } from "./deliveries-tab.tsx";
import { FiguresTab } from "./figures-tab.tsx";
import { HoursTab } from "./hours-tab.tsx";
import { IndicatorsTab } from "./indicators-tab.tsx";
import { LotsTab } from "./lots-tab.tsx";
import { OutputsTab } from "./outputs-tab.tsx";
import { PlanTab } from "./plan-tab.tsx";
import { RequestsTab } from "./requests-tab.tsx";
import { ScenarioTab } from "./scenario-tab.tsx";
import { StockTab } from "./stock-tab.tsx";
import type { Tab } from "./tabs.ts";
import { TraceTab } from "./trace-tab.tsx";
import { useTabs } from "./use-tabs.ts";
import type { Workshop } from "./workshop.ts";
import { useWorkshopSearch } from "./workshop.ts";
import { WorkshopTabs } from "./workshop-tabs.tsx";

/** The workshop's screen: what comes in, what is made of it, where it goes. */
export function LegumeriePage(): React.ReactNode {
  const { holds } = useSession();
  const { current } = useTabs();
  const { t } = useLingui();
  if (!holds("legumerie.read"))
    return (
      <>
        <PageHeader
          title={t`Légumerie`}
          lead={t`Des légumes d'ici, lavés, épluchés et coupés, à commander pour votre cuisine.`}
        />
        <CanteenTab />
      </>
    );
  return <ReadableWorkshops current={current} />;
}

function ReadableWorkshops({ current }: { current: Tab }): React.ReactNode {
  const { t } = useLingui();
  const query = useQuery(useTRPC().legumerie.mine.queryOptions());
  return (
    <QueryView query={query} lines={8}>
      {(workshops) =>
        workshops.length === 0 ? (
          <>
            <PageHeader title={t`Légumerie`} />
            <EmptyState title={t`Aucune légumerie sur votre territoire`}>
              <Trans>
                Une légumerie est un fournisseur de ce type : l'administrateur l'ajoute dans la page des
                fournisseurs.
              </Trans>
            </EmptyState>
          </>
        ) : (
          <Workshops workshops={workshops} current={current} />
        )
      }
    </QueryView>
  );
}

function Workshops({
  workshops,
  current,
}: {
  workshops: readonly Workshop[];
  current: Tab;
}): React.ReactNode {
  const { t } = useLingui();
  const { search, change } = useWorkshopSearch();
  const workshop = workshops.find(({ id }) => id === search.atelier) ?? workshops[0];
  if (workshop === undefined) return null;
  const { name, communeName } = workshop;
  return (
    <>
      <PageHeader
        title={t`Légumerie`}
        lead={
          communeName === null ? (
            name
          ) : (
            <Trans>
              {name}, à {communeName}
            </Trans>
          )
        }
        actions={
          workshops.length > 1 && (
            <NativeSelect
              label={t`Atelier`}
              value={workshop.id}
              data={workshops.map(({ id, name: label }) => ({ value: id, label }))}
              onChange={(event) =>
                change({
                  atelier: event.currentTarget.value,
                  page: undefined,
                  lot: undefined,
                  produit: undefined,
                })
              }
            />
          )
        }
      />
      <WorkshopTabs />
      <Part key={workshop.id} workshop={workshop} current={current} />
    </>
  );
}

function Part({ workshop, current }: { workshop: Workshop; current: Tab }): React.ReactNode {
  switch (current) {
    case "chiffres":
      return <FiguresTab workshop={workshop} />;
    case "indicateurs":
      return <IndicatorsTab workshop={workshop} />;
    case "receptions":
      return <LotsTab workshop={workshop} />;
    case "transformations":
      return <BatchesTab workshop={workshop} />;
    case "produits":
      return <OutputsTab workshop={workshop} />;
    case "commandes":
      return <RequestsTab workshop={workshop} />;
    case "semaine":
      return <PlanTab workshop={workshop} />;
    case "livraisons":
      return <DeliveriesTab workshop={workshop} />;
    case "stock":
      return <StockTab workshop={workshop} />;
    case "heures":
      return <HoursTab workshop={workshop} />;
    case "scenario":
      return <ScenarioTab key={workshop.id} workshop={workshop} />;
    case "tracabilite":
      return <TraceTab workshop={workshop} />;
    case "commander":
      return <CanteenTab />;
  }
}
