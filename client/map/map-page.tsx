import { Trans, useLingui } from "@lingui/react/macro";
import { useElementSize } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { getRouteApi, useRouter } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { yearOf } from "../../shared/calendar.ts";
import { formatWholeKm } from "../../shared/format/measures.ts";
import { NoCanteen } from "../no-canteen.tsx";
import { SectionTabs } from "../sections.tsx";
import { useSession } from "../session-context.tsx";
import type { TableInput } from "../table-file.ts";
import { TerritorySelect, useTerritoryChoice } from "../territory-choice.tsx";
import { readToday } from "../today.ts";
import { useTRPC } from "../trpc.ts";
import { LoadingSkeleton } from "../ui/loading-skeleton.tsx";
import { useLocale } from "../ui/locale.ts";
import { PageHeader } from "../ui/page-header.tsx";
import { QueryView } from "../ui/query-view.tsx";
import { usePrintWidth } from "../ui/use-print-width.ts";
import classes from "./map.module.css";
import { MapControls } from "./map-controls.tsx";
import type { MapFigures, MapFlows, MapOutlines, MapPlace } from "./map-data.ts";
import { drawnFlows, placesOf, rangeOfSearch } from "./map-data.ts";
import { MapDrawing } from "./map-drawing.tsx";
import { FlowsNote, MapLead, MapSummary } from "./map-summary.tsx";
import { CanteensTable, FlowsTable, SuppliersTable } from "./map-tables.tsx";
import { PlaceDetails } from "./place-details.tsx";
import type { MapSearch } from "./search.ts";

const route = getRouteApi("/layout/territoire/carte");
const NO_OUTLINES: MapOutlines = { approximate: false, topologies: [] };
const NO_FLOWS: MapFlows = { flows: [], severalCents: 0, unknownCents: 0, totalCents: 0, tooMany: false };

/** Nothing open, all of it shown. */
const NOWHERE = { canteen: undefined, supplier: undefined, zoom: undefined, at: undefined };

type Completed = MapSearch & Required<Pick<MapSearch, "year" | "indicator">>;

/** Where the canteens and their suppliers are, what they buy and from where; all of it in the tables too. */
export function MapPage(): React.ReactNode {
  const { t } = useLingui();
  const { canteens } = useSession();
  const navigate = route.useNavigate();
  const trpc = useTRPC();
  const given = route.useSearch();
  const search: Completed = { year: yearOf(readToday()), indicator: "SHORT_OR_LOCAL", ...given };
  const choice = useTerritoryChoice(search.territory);
  const asked = {
    territoryCode: choice.code,
    period: rangeOfSearch(search.year, search.month),
    family: search.family ?? null,
  };
  const figures = useQuery({ ...trpc.map.figures.queryOptions(asked), placeholderData: keepPreviousData });
  const flows = useQuery({
    ...trpc.map.flows.queryOptions({ ...asked, canteenId: search.canteen ?? null }),
    enabled: search.flows === undefined,
    placeholderData: keepPreviousData,
  });
  const outlines = useQuery({
    ...trpc.map.outlines.queryOptions({ territoryCode: choice.code }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const change = (changed: { [Key in keyof MapSearch]?: MapSearch[Key] | undefined }): void => {
    const whole = Object.entries({ ...given, ...changed }).filter(([, value]) => value !== undefined);
    void navigate({ search: Object.fromEntries(whole), replace: true, resetScroll: false });
  };
  const title = choice.name === undefined ? t`Carte` : t`Carte : ${choice.name}`;
  if (canteens.length === 0)
    return (
      <>
        <PageHeader title={title} />
        <NoCanteen>
          <Trans>Aucune cantine n'est encore enregistrée sur votre territoire.</Trans>
        </NoCanteen>
      </>
    );
  return (
    <>
      <PageHeader
        title={title}
        lead={figures.data && <MapLead figures={figures.data} year={search.year} />}
        actions={
          <TerritorySelect
            choice={choice}
            onChoose={(code) => change({ ...NOWHERE, territory: code ?? undefined })}
          />
        }
      />
      <SectionTabs section="territoire" />
      <MapControls search={search} years={figures.data?.years ?? []} onChange={change} />
      <QueryView query={figures} lines={14}>
        {(shown) => (
          <MapBody
            key={search.territory ?? ""}
            search={search}
            asked={asked}
            figures={shown}
            flows={search.flows === undefined ? (flows.data ?? null) : NO_FLOWS}
            outlines={outlines.isPending ? null : (outlines.data ?? NO_OUTLINES)}
            onChange={change}
          />
        )}
      </QueryView>
    </>
  );
}

interface MapBodyProps {
  search: Completed;
  asked: TableInput<"carte-cantines">;
  figures: MapFigures;
  flows: MapFlows | null;
  /** Null: on their way. */
  outlines: MapOutlines | null;
  onChange: (
    change: { [Key in "canteen" | "supplier" | "zoom" | "at"]?: MapSearch[Key] | undefined },
  ) => void;
}

function MapBody({ search, asked, figures, flows, outlines, onChange }: MapBodyProps): React.ReactNode {
  const { t } = useLingui();
  const router = useRouter();
  const { canteen: _canteen, supplier: _supplier, ...given } = route.useSearch();
  const { ref, width } = useElementSize();
  const printed = usePrintWidth();
  const [opened, setOpened] = useState(false);
  const { indicator } = search;
  const key = search.canteen ?? search.supplier ?? null;
  const chosen = placesOf(figures).find((place) => place.key === key) ?? null;
  const drawn = useMemo(() => drawnFlows(flows ?? NO_FLOWS, figures), [flows, figures]);
  const from = chosen === null ? null : { name: chosen.of.name, position: chosen.of.position };
  const choose = (place: MapPlace): void => {
    setOpened(true);
    onChange({ canteen: undefined, supplier: undefined, [place.kind]: place.key });
  };
  const close = (): void => {
    onChange({ canteen: undefined, supplier: undefined });
    document.querySelector<SVGGElement>(`[data-place="${key}"]`)?.focus();
  };
  const tables = { figures, indicator, from, onChoose: choose, asked };
  return (
    <div className={classes.body}>
      <div className={classes.views}>
        <figure className={classes.figure} aria-label={t`Carte des cantines et des fournisseurs`}>
          <p className={classes.summary}>
            <MapSummary figures={figures} indicator={indicator} />
          </p>
          <div ref={ref} className={classes.frame}>
            {outlines === null || (width === 0 && printed === null) ? (
              <LoadingSkeleton lines={14} />
            ) : (
              <MapDrawing
                figures={figures}
                flows={drawn}
                outlines={outlines}
                indicator={indicator}
                width={printed ?? Math.floor(width)}
                chosen={key}
                hrefOf={({ kind, key: opened }) =>
                  router.buildLocation({ to: "/territoire/carte", search: { ...given, [kind]: opened } }).href
                }
                onChoose={choose}
                given={search}
                onAddress={onChange}
              />
            )}
          </div>
          {search.flows === undefined && flows !== null && (
            <p className={classes.note}>
              <FlowsNote flows={flows} />
            </p>
          )}
          <MapNotes figures={figures} outlines={outlines} chosen={chosen} />
        </figure>
        <div className={classes.beside}>
          {chosen !== null && (
            <PlaceDetails
              place={chosen}
              range={figures.range}
              territory={search.territory}
              focused={opened}
              onClose={close}
            />
          )}
          <CanteensTable {...tables} from={chosen?.kind === "supplier" ? from : null} />
        </div>
      </div>
      <div className={classes.tables}>
        <SuppliersTable {...tables} from={chosen?.kind === "canteen" ? from : null} />
        {search.flows === undefined && flows !== null && !flows.tooMany && (
          <FlowsTable flows={drawn} asked={{ ...asked, canteenId: search.canteen ?? null }} />
        )}
      </div>
    </div>
  );
}

/** How exact the drawing is, and who is not on it. */
function MapNotes({
  figures,
  outlines,
  chosen,
}: {
  figures: MapFigures;
  outlines: MapOutlines | null;
  chosen: MapPlace | null;
}): React.ReactNode {
  const locale = useLocale();
  const radius = figures.localRadiusM === null ? null : formatWholeKm(figures.localRadiusM, locale);
  const unplaced = figures.suppliers.filter(({ position }) => position === null).length;
  return (
    <div className={classes.note}>
      {outlines?.approximate === true && (
        <p>
          <Trans>
            Contours approximatifs des intercommunalités : chaque point est rattaché à la commune connue la
            plus proche. Une commune sans position connue est placée au milieu de ses voisines.
          </Trans>
        </p>
      )}
      {chosen?.kind === "canteen" && (
        <p>
          <Trans>Cercles de distance à vol d'oiseau autour de la cantine.</Trans>{" "}
          {radius !== null && <Trans>Trait plein : votre définition du local, {radius}.</Trans>}
        </p>
      )}
      <p data-no-print>
        <Trans>
          Au clavier : les flèches passent d'un cercle à l'autre, Entrée ouvre le détail, Échap le ferme.
        </Trans>
      </p>
      <p data-no-print>
        <Trans>
          Plus près : + au clavier, Ctrl et la molette, ou deux doigts écartés ; 0 montre tout. Agrandie, la
          carte se tire à la souris ou à deux doigts.
        </Trans>
      </p>
      {unplaced > 0 && (
        <p>
          <Trans>
            Fournisseurs sans commune connue, absents de la carte et présents dans le tableau : {unplaced}.
          </Trans>
        </p>
      )}
      <p>
        <Trans>
          L'origine se mesure, mais ne peut pas être un critère d'attribution d'un marché public (code de la
          commande publique, R2111-7).
        </Trans>
      </p>
    </div>
  );
}
