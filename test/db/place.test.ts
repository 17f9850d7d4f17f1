import { expect, test } from "vitest";
import { ownPointOf, placeOf, positionOf } from "../../db/place.ts";

const ARRAS = {
  code: "62041",
  name: "Arras",
  search: "arras",
  epci: "200033579",
  departement: "62",
  region: "32",
  postcodes: '["62000"]',
  population: 42_875,
  lat_e6: 50_293_010,
  lng_e6: 2_781_860,
  uncertainty_m: 2_500,
  position_source: "geonames",
};
const NOWHERE = { ...ARRAS, lat_e6: null, lng_e6: null, uncertainty_m: null, position_source: null };

test("a place has its commune's position and uncertainty", () => {
  expect(placeOf(ARRAS, { pats: ["PAT-artois"] })).toEqual({
    commune: "62041",
    communeName: "Arras",
    epci: "200033579",
    departement: "62",
    region: "32",
    pats: ["PAT-artois"],
    position: { latE6: 50_293_010, lngE6: 2_781_860, uncertaintyM: 2_500 },
  });
});

test("an own position stands for the commune's, known or not, within 100 m", () => {
  const ownPosition = { latE6: 50_300_000, lngE6: 2_800_000 };
  for (const commune of [ARRAS, NOWHERE]) {
    expect(placeOf(commune, { pats: [], ownPosition }).position).toEqual({
      ...ownPosition,
      uncertaintyM: 100,
    });
  }
});

test("without any position it is null", () => {
  expect(placeOf(NOWHERE, { pats: [], ownPosition: null }).position).toBeNull();
  expect(positionOf(NOWHERE)).toBeNull();
});

test("a row's own point needs both columns; zero is a coordinate", () => {
  expect(ownPointOf({ lat_e6: null, lng_e6: 2 })).toBeNull();
  expect(ownPointOf({ lat_e6: 50_000_000, lng_e6: 0 })).toEqual({ latE6: 50_000_000, lngE6: 0 });
});
