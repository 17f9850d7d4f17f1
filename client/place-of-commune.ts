import type { Place } from "../shared/facts.ts";
import type { Commune } from "../shared/territories.ts";

/** What the rules read of a commune found by search; its PAT are only known to the server. */
export function placeOfCommune(commune: Omit<Commune, "positionSource">): Place {
  return {
    commune: commune.code,
    communeName: commune.name,
    epci: commune.epci,
    departement: commune.departement,
    region: commune.region,
    pats: [],
    position: commune.position,
  };
}
