import type { Place, Position } from "../shared/facts.ts";
import type { Point } from "../shared/geo/distance.ts";
import type { CommunesTable } from "./tables/communes.ts";

/** A position that somebody gave for a canteen, farm or workshop: the building, give or take its yard. */
const OWN_POSITION_UNCERTAINTY_M = 100;

/**
 * The place of something in a commune. Its own position, when given, stands for the commune's.
 * `pats`: codes of the PAT that contain the commune.
 */
export function placeOf(
  commune: CommunesTable,
  given: { pats: readonly string[]; ownPosition?: Point | null },
): Place {
  return {
    commune: commune.code,
    communeName: commune.name,
    epci: commune.epci,
    departement: commune.departement,
    region: commune.region,
    pats: given.pats,
    position: given.ownPosition ? ownPosition(given.ownPosition) : positionOf(commune),
  };
}

/** The point of a row's own columns; null when it has none. */
export function ownPointOf(row: { lat_e6: number | null; lng_e6: number | null }): Point | null {
  return row.lat_e6 === null || row.lng_e6 === null ? null : { latE6: row.lat_e6, lngE6: row.lng_e6 };
}

/** A row's own position, precise to the building; null when it has none. */
export function ownPositionOf(row: { lat_e6: number | null; lng_e6: number | null }): Position | null {
  const point = ownPointOf(row);
  return point === null ? null : ownPosition(point);
}

/** The commune's position with its uncertainty; null when unknown. */
export function positionOf(
  commune: Pick<CommunesTable, "lat_e6" | "lng_e6" | "uncertainty_m">,
): Position | null {
  const point = ownPointOf(commune);
  if (!point || commune.uncertainty_m === null) return null;
  return { ...point, uncertaintyM: commune.uncertainty_m };
}

function ownPosition({ latE6, lngE6 }: Point): Position {
  return { latE6, lngE6, uncertaintyM: OWN_POSITION_UNCERTAINTY_M };
}
