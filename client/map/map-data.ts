import type { Position } from "../../shared/facts.ts";
import { distanceM } from "../../shared/geo/distance.ts";
import type { Indicator } from "../../shared/indicators/indicators.ts";
import type { MonthRange } from "../../shared/periods.ts";
import { yearRange } from "../../shared/periods.ts";
import type { RouterOutputs } from "../trpc.ts";
import type { Indicator as Colour } from "../ui/theme.ts";

export type MapFigures = RouterOutputs["map"]["figures"];
export type MapFlows = RouterOutputs["map"]["flows"];
export type MapOutlines = RouterOutputs["map"]["outlines"];
export type MapCanteen = MapFigures["canteens"][number];
export type MapSupplier = MapFigures["suppliers"][number];

/** A flow with both its ends. */
export type DrawnFlow = MapFlows["flows"][number] & { to: Position | null; canteenName: string };

export function drawnFlows({ flows }: MapFlows, { canteens }: MapFigures): DrawnFlow[] {
  const ends = new Map(canteens.map((canteen) => [canteen.key, canteen]));
  return flows.map((flow) => {
    const canteen = ends.get(flow.canteenId);
    return { ...flow, to: canteen?.position ?? null, canteenName: canteen?.name ?? "" };
  });
}

/** More lines than this on one drawing hide each other: the largest are drawn, the table has them all. */
export const MOST_FLOWS_DRAWN = 60;

/** Colour of each indicator, always beside its name. */
export const COLOURS: Record<Indicator, Colour> = {
  LOCAL: "local",
  SHORT: "short",
  SHORT_OR_LOCAL: "short",
  ORGANIC: "organic",
  EGALIM: "quality",
  MEAT_FISH: "sustainable",
};

/** One circle of the map. */
export type MapPlace =
  | { kind: "canteen"; key: string; of: MapCanteen }
  | { kind: "supplier"; key: string; of: MapSupplier };

export function placesOf({ canteens, suppliers }: MapFigures): MapPlace[] {
  return [
    ...suppliers.map((of): MapPlace => ({ kind: "supplier", key: of.key, of })),
    ...canteens.map((of): MapPlace => ({ kind: "canteen", key: of.key, of })),
  ];
}

/** Between two places, in metres, and how far either may be from where it is said to be; null: one is not known. */
export function distanceBetween(
  one: Position | null,
  other: Position | null,
): { metres: number; uncertaintyM: number } | null {
  if (one === null || other === null) return null;
  return { metres: distanceM(one, other), uncertaintyM: one.uncertaintyM + other.uncertaintyM };
}

/** The months of the address, both ends given. */
export function rangeOfSearch(year: number, month: number | undefined): MonthRange {
  if (month === undefined) return yearRange(year);
  const only = `${year}-${String(month).padStart(2, "0")}`;
  return { fromMonth: only, toMonth: only };
}
