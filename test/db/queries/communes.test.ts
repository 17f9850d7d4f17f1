import { beforeAll, expect, test } from "vitest";
import {
  countCommunes,
  findCommune,
  insertCommunes,
  listCommunesByCodes,
  listPlaces,
  searchCommunes,
} from "../../../db/queries/communes.ts";
import { upsertPat } from "../../../db/queries/pats.ts";
import { inTransaction } from "../../../db/transaction.ts";
import type { Commune } from "../../../shared/territories.ts";
import { describeOnEngines } from "../../support/engines.ts";

function commune(over: Partial<Commune> & Pick<Commune, "code" | "name">): Commune {
  return {
    epci: "200033579",
    departement: over.code.slice(0, 2),
    region: "32",
    postcodes: [],
    population: 500,
    position: null,
    positionSource: null,
    ...over,
  };
}

const ARRAS = commune({
  code: "62041",
  name: "Arras",
  postcodes: ["62000"],
  population: 42_875,
  position: { latE6: 50_293_010, lngE6: 2_781_860, uncertaintyM: 2_500 },
  positionSource: "geonames",
});
const COMMUNES = [
  ARRAS,
  commune({ code: "62502", name: "Mazingarbe", postcodes: ["62670"], population: 8_000 }),
  commune({ code: "62765", name: "Saint-Omer", postcodes: ["62500"], population: 15_000 }),
  commune({ code: "62757", name: "Saint-Omer-Capelle", postcodes: ["62162"], population: 1_100 }),
  commune({ code: "60592", name: "Saint-Omer-en-Chaussée", postcodes: ["60860"], population: 1_300 }),
  commune({ code: "62318", name: "Étaples", postcodes: ["62630"], population: 10_500 }),
  commune({ code: "59350", name: "Lille", postcodes: ["59000", "59160"], population: 236_000 }),
  commune({ code: "2A004", name: "Ajaccio", epci: null, region: "94", postcodes: ["20000"] }),
  commune({ code: "98412", name: "Archipel des Kerguelen", epci: null, region: "984", population: null }),
];

describeOnEngines("communes", (on) => {
  beforeAll(async () => {
    await insertCommunes(on.db, COMMUNES);
  });

  async function namesOf(text: string, departement: string | null = null): Promise<string[]> {
    const found = await searchCommunes(on.reader, { text, departement, limit: 10 });
    return found.map(({ name }) => name);
  }

  test("a commune reads back as it was written, a missing one is undefined", async () => {
    expect(await findCommune(on.reader, "62041")).toEqual(ARRAS);
    expect(await findCommune(on.reader, "98412")).toEqual(COMMUNES.at(-1));
    expect(await findCommune(on.reader, "62999")).toBeUndefined();
  });

  test("writing again updates and never doubles", async () => {
    const renamed = {
      ...ARRAS,
      name: "Arras-la-Neuve",
      postcodes: ["62001"],
      position: null,
      positionSource: null,
    };
    await insertCommunes(on.db, [renamed]);
    expect(await findCommune(on.reader, "62041")).toEqual(renamed);
    expect(await namesOf("neuve")).toEqual(["Arras-la-Neuve"]);
    await insertCommunes(on.db, COMMUNES);
    expect(await findCommune(on.reader, "62041")).toEqual(ARRAS);
    expect(await countCommunes(on.reader)).toBe(COMMUNES.length);
  });

  test("a list by codes comes sorted, once each, without the unknown", async () => {
    const found = await listCommunesByCodes(on.reader, ["62765", "59350", "62765", "00000"]);
    expect(found.map(({ code }) => code)).toEqual(["59350", "62765"]);
    expect(await listCommunesByCodes(on.reader, [])).toEqual([]);
  });

  test("a list of more codes than one statement takes is whole", async () => {
    const codes = Array.from({ length: 1_200 }, (_, index) => String(62_000 + index));
    expect(await listCommunesByCodes(on.reader, codes)).toHaveLength(5);
  });

  test("the exact name comes first, then the most people", async () => {
    expect(await namesOf("saint-omer")).toEqual([
      "Saint-Omer",
      "Saint-Omer-en-Chaussée",
      "Saint-Omer-Capelle",
    ]);
    expect(await namesOf("saint")).toEqual(["Saint-Omer", "Saint-Omer-en-Chaussée", "Saint-Omer-Capelle"]);
  });

  test("accents, case, hyphens and « st » do not matter", async () => {
    expect(await namesOf("ETAPLES")).toEqual(["Étaples"]);
    expect(await namesOf("St Omer c")).toEqual(["Saint-Omer-Capelle"]);
    expect(await namesOf("st-omer", "60")).toEqual(["Saint-Omer-en-Chaussée"]);
  });

  test("a later word of the name finds it, the inside of a word does not", async () => {
    expect(await namesOf("chaussee")).toEqual(["Saint-Omer-en-Chaussée"]);
    expect(await namesOf("mer")).toEqual([]);
  });

  test("digits search postcodes and the INSEE code", async () => {
    expect(await namesOf("59160")).toEqual(["Lille"]);
    expect(await namesOf("625")).toEqual(["Saint-Omer"]);
    expect(await namesOf("62502")).toEqual(["Mazingarbe"]);
    expect(await namesOf("2a004")).toEqual(["Ajaccio"]);
  });

  test("nothing typed, or only what LIKE reads as a pattern, finds nothing", async () => {
    for (const text of ["", "  ", "%", "_", "%'--", '"']) expect(await namesOf(text)).toEqual([]);
  });

  test("the limit holds", async () => {
    expect(await searchCommunes(on.reader, { text: "saint", limit: 2 })).toHaveLength(2);
  });

  test("a place carries its PAT, sorted; a PAT kept again has its new communes only", async () => {
    await inTransaction(on.db, async (trx) => {
      await upsertPat(trx, {
        organisationId: null,
        code: "PAT-artois",
        name: "PAT de l'Artois",
        communes: ["62041", "62765"],
      });
      await upsertPat(trx, {
        organisationId: null,
        code: "PAT-ancien",
        name: "Ancien PAT",
        communes: ["62041", "62041"],
      });
    });
    expect((await listPlaces(on.reader, ["62041", "00000"])).get("62041")).toEqual({
      commune: "62041",
      communeName: "Arras",
      epci: "200033579",
      departement: "62",
      region: "32",
      pats: ["PAT-ancien", "PAT-artois"],
      position: { latE6: 50_293_010, lngE6: 2_781_860, uncertaintyM: 2_500 },
    });
    await upsertPat(on.db, {
      organisationId: null,
      code: "PAT-artois",
      name: "PAT de l'Artois",
      communes: ["62765"],
    });
    const places = await listPlaces(on.reader, ["62041", "62765", "00000"]);
    expect([...places].map(([code, { pats }]) => [code, pats])).toEqual([
      ["62041", ["PAT-ancien"]],
      ["62765", ["PAT-artois"]],
    ]);
    expect(places.get("62765")?.position).toBeNull();
  });
});
