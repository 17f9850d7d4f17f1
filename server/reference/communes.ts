import type { Point } from "../../shared/geo/distance.ts";
import type { Commune } from "../../shared/territories.ts";
import type { Decoupage, DecoupageCommune } from "./packages.ts";
import type { PlacedCommune } from "./positions.ts";
import { positionFinder } from "./positions.ts";
import { currentCommunes } from "./towns.ts";

/** A commune without its position. */
export type DescribedCommune = Omit<Commune, "position" | "positionSource"> & PlacedCommune;

/** Every current commune, overseas included, placed by the known town centres (INSEE code to point). */
export function referenceCommunes(decoupage: Decoupage, centres: ReadonlyMap<string, Point>): Commune[] {
  const described = describeCommunes(decoupage);
  const findPosition = positionFinder(described, centres);
  return described.map(({ parts, ...commune }) => {
    const found = findPosition({ ...commune, parts });
    return { ...commune, position: found?.position ?? null, positionSource: found?.source ?? null };
  });
}

/** Every current commune and what contains it. */
export function describeCommunes(decoupage: Decoupage): DescribedCommune[] {
  const epcis = new Map(decoupage.epci.flatMap(({ code, membres }) => membres.map((m) => [m.code, code])));
  const current = [...currentCommunes(decoupage.communes).values()];
  return current.map((commune) => describeCommune(commune, epcis.get(commune.code) ?? null));
}

function describeCommune(commune: DecoupageCommune, epci: string | null): DescribedCommune {
  return {
    code: commune.code,
    name: commune.nom,
    epci,
    departement: commune.departement,
    region: commune.region,
    postcodes: commune.codesPostaux ?? [],
    population: commune.population ?? null,
    parts: 1 + (commune.anciensCodes?.length ?? 0),
  };
}
