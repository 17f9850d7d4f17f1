import { getRouteApi } from "@tanstack/react-router";
import type { RouterInputs, RouterOutputs } from "../trpc.ts";
import type { LegumerieSearch } from "./search.ts";

export type Workshop = RouterOutputs["legumerie"]["mine"][number];
export type WorkshopIndicators = RouterOutputs["legumerieIndicators"]["read"];
export type IndicatorsInput = RouterInputs["legumerieIndicators"]["read"];
export type ScenarioInput = RouterInputs["legumerieIndicators"]["scenario"];
export type WorkshopFigures = RouterOutputs["legumerie"]["figures"];
export type ReceivedLot = RouterOutputs["legumerie"]["lots"]["rows"][number];
export type LedgerBatch = RouterOutputs["legumerie"]["batches"]["rows"][number];
export type FinishedProduct = RouterOutputs["legumerie"]["outputs"]["rows"][number];
export type LedgerDelivery = RouterOutputs["legumerie"]["deliveries"]["rows"][number];
export type OpenRequest = RouterOutputs["legumerieRequests"]["open"]["requests"][number];
export type PlannedWeek = RouterOutputs["legumeriePlan"]["week"];
export type CanteenLegumeries = RouterOutputs["legumerieRequests"]["ofCanteen"];
export type LegumerieOffer = CanteenLegumeries["offers"][number];
export type OfferedProduct = LegumerieOffer["products"][number];

/** Whose figures of which year. */
export interface FiguresAsked {
  legumerieId: string;
  year: number;
}

const route = getRouteApi("/layout/legumerie");

/** The page's state in its address, and how to change part of it; `undefined` takes a part out. */
export function useWorkshopSearch(): {
  search: LegumerieSearch;
  /** `replace`: for what changes at each key, which the browser's « back » need not go through. */
  change: (
    part: { [Key in keyof LegumerieSearch]: LegumerieSearch[Key] | undefined },
    how?: { replace: boolean },
  ) => void;
} {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  return {
    search,
    change: (part, how) =>
      void navigate({
        search: (now) => {
          const next = Object.entries({ ...now, ...part }).filter(([, value]) => value !== undefined);
          return Object.fromEntries(next) as LegumerieSearch;
        },
        resetScroll: false,
        replace: how?.replace ?? false,
      }),
  };
}

/** The English name when there is one and it is wanted. */
export function nameIn(product: { name: string; nameEn: string }, locale: "fr" | "en"): string {
  return locale === "en" && product.nameEn !== "" ? product.nameEn : product.name;
}
