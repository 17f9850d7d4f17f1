import { expect, test } from "vitest";
import {
  communeCodeSchema,
  parseTerritoryCode,
  TERRITORY_KINDS,
  territoryCode,
  territoryCodeSchema,
} from "../../shared/territories.ts";

test("a territory's code tells its kind, and reads back", () => {
  expect(territoryCode("DEPARTEMENT", "62")).toBe("DEP-62");
  expect(parseTerritoryCode("DEP-62")).toEqual({ kind: "DEPARTEMENT", key: "62" });
  for (const kind of TERRITORY_KINDS) {
    expect(parseTerritoryCode(territoryCode(kind, "32"))).toEqual({ kind, key: "32" });
  }
});

test("another code is of no kind", () => {
  expect(parseTerritoryCode("62041")).toBeNull();
  expect(parseTerritoryCode("")).toBeNull();
});

test.each([
  "EPCI-200033579",
  "DEP-62",
  "DEP-2A",
  "DEP-976",
  "REG-32",
  "REG-975",
  "PAT-artois",
])("%s is a territory's code", (code) => {
  expect(territoryCodeSchema.safeParse(code).success).toBe(true);
});

test.each(["62", "EPCI-62", "DEP-2C", "REG-", "PAT-", "PAT-a b", "dep-62"])("%s is none", (code) => {
  expect(territoryCodeSchema.safeParse(code).success).toBe(false);
});

test("a commune's code has five characters, with a letter in Corsica only", () => {
  for (const code of ["62041", "2A004", "2B033", "97411"]) {
    expect(communeCodeSchema.safeParse(code).success).toBe(true);
  }
  for (const code of ["6204", "620411", "2C004", "A2004", "62 41"]) {
    expect(communeCodeSchema.safeParse(code).success).toBe(false);
  }
});
