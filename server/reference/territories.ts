import type { Territory, TerritoryKind } from "../../shared/territories.ts";
import { territoryCode } from "../../shared/territories.ts";
import type { Decoupage, DecoupageTerritory } from "./packages.ts";

/** Every EPCI, département and région. PAT are entered by the organisations: no national list is in the packages. */
export function referenceTerritories(decoupage: Decoupage): Territory[] {
  return [
    ...decoupage.regions.map((row) => territoryOf("REGION", row)),
    ...decoupage.departements.map((row) => territoryOf("DEPARTEMENT", row)),
    ...decoupage.epci.map((row) => territoryOf("EPCI", row)),
  ];
}

function territoryOf(kind: TerritoryKind, { code, nom }: DecoupageTerritory): Territory {
  return { code: territoryCode(kind, code), kind, name: nom };
}
