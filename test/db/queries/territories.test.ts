import { beforeAll, expect, test } from "vitest";
import {
  countTerritories,
  findTerritory,
  insertTerritories,
  searchTerritories,
} from "../../../db/queries/territories.ts";
import type { Territory, TerritoryKind } from "../../../shared/territories.ts";
import { describeOnEngines } from "../../support/engines.ts";

const TERRITORIES: Territory[] = [
  { code: "DEP-62", kind: "DEPARTEMENT", name: "Pas-de-Calais" },
  { code: "REG-32", kind: "REGION", name: "Hauts-de-France" },
  { code: "EPCI-200033579", kind: "EPCI", name: "CU d'Arras" },
  { code: "EPCI-246200729", kind: "EPCI", name: "CA Grand Calais Terres et Mers" },
  { code: "EPCI-200069037", kind: "EPCI", name: "Calaisis Élargi" },
];

describeOnEngines("territories", (on) => {
  beforeAll(async () => {
    await insertTerritories(on.db, TERRITORIES);
  });

  async function codesOf(text: string, kind: TerritoryKind | null = null): Promise<string[]> {
    return (await searchTerritories(on.reader, { text, kind, limit: 10 })).map(({ code }) => code);
  }

  test("a territory reads back, an unknown one is undefined", async () => {
    expect(await findTerritory(on.reader, "DEP-62")).toEqual(TERRITORIES[0]);
    expect(await findTerritory(on.reader, "62")).toBeUndefined();
  });

  test("writing again updates the name and never doubles", async () => {
    await insertTerritories(on.db, [{ code: "DEP-62", kind: "DEPARTEMENT", name: "Artois" }]);
    expect((await findTerritory(on.reader, "DEP-62"))?.name).toBe("Artois");
    await insertTerritories(on.db, TERRITORIES);
    expect(await countTerritories(on.reader)).toBe(TERRITORIES.length);
  });

  test("names that start with the text come first", async () => {
    expect(await codesOf("CALAIS")).toEqual(["EPCI-200069037", "EPCI-246200729", "DEP-62"]);
    expect(await codesOf("elargi")).toEqual(["EPCI-200069037"]);
  });

  test("a kind narrows, and without text lists them all by name", async () => {
    expect(await codesOf("calais", "DEPARTEMENT")).toEqual(["DEP-62"]);
    expect(await codesOf("", "EPCI")).toEqual(["EPCI-246200729", "EPCI-200069037", "EPCI-200033579"]);
  });
});
