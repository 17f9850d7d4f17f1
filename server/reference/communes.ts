import type { Point } from "../../shared/geo/distance.ts";
import type { Decoupage, DecoupageCommune } from "./packages.ts";
import type { PlacedCommune, PositionSource } from "./positions.ts";
import { positionFinder } from "./positions.ts";
import { currentCommunes } from "./towns.ts";

/** A current commune of France, overseas included. Paris, Lyon and Marseille are one commune each. */
export interface ReferenceCommune extends PlacedCommune {
  name: string;
  region: string;
  /** Null: not counted (uninhabited islands). */
  population: number | null;
  /** Degrees x 1 000 000; null with `positionSource`. */
  latE6: number | null;
  lngE6: number | null;
  uncertaintyM: number | null;
  positionSource: PositionSource | null;
}

/** Every current commune, placed by the known town centres (INSEE code to point). */
export function referenceCommunes(
  decoupage: Decoupage,
  centres: ReadonlyMap<string, Point>,
): ReferenceCommune[] {
  const described = describeCommunes(decoupage);
  const findPosition = positionFinder(described, centres);
  return described.map((commune) => {
    const found = findPosition(commune);
    return {
      ...commune,
      latE6: found?.position.latE6 ?? null,
      lngE6: found?.position.lngE6 ?? null,
      uncertaintyM: found?.position.uncertaintyM ?? null,
      positionSource: found?.source ?? null,
    };
  });
}

/** A commune without its position. */
export type DescribedCommune = Omit<ReferenceCommune, "latE6" | "lngE6" | "uncertaintyM" | "positionSource">;

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
