import { describe, expect, test } from "vitest";
import {
  AVERAGE_COMMUNE_RADIUS_M,
  communeRadiusM,
  groupPosition,
  meanPoint,
  TOWN_CENTRE_UNCERTAINTY_M,
  townPosition,
} from "../../../shared/geo/position.ts";

const SOUTH = { latE6: 50_000_000, lngE6: 2_000_000 };
/** 0.1° further north: 11 120 m. */
const NORTH = { latE6: 50_100_000, lngE6: 2_000_000 };

describe("meanPoint", () => {
  test("is null of none and the point itself of one", () => {
    expect(meanPoint([])).toBeNull();
    expect(meanPoint([SOUTH])).toEqual(SOUTH);
  });

  test("is in the middle of two, in whole units", () => {
    expect(meanPoint([SOUTH, { latE6: 50_100_001, lngE6: 2_000_000 }])).toEqual({
      latE6: 50_050_001,
      lngE6: 2_000_000,
    });
  });
});

describe("communeRadiusM", () => {
  test("is the French average under five known positions", () => {
    expect(communeRadiusM([SOUTH, NORTH, SOUTH, NORTH], 4)).toBe(AVERAGE_COMMUNE_RADIUS_M);
  });

  test("is the spread shared out between all the communes from five on", () => {
    const ring = [-2, -1, 0, 1, 2].map((step) => ({ latE6: 50_000_000 + step * 50_000, lngE6: 2_000_000 }));
    // Mean square of 0, ±5 560 and ±11 120 m is 2 x 5 560²; the disk's radius is twice 5 560 m.
    expect(communeRadiusM(ring, 5)).toBe(4_973);
    expect(communeRadiusM(ring, 20)).toBe(2_487);
  });
});

describe("townPosition", () => {
  test("is never more precise than a town centre is", () => {
    expect(townPosition(SOUTH, { radiusM: 1_822, parts: 1 })).toEqual({
      ...SOUTH,
      uncertaintyM: TOWN_CENTRE_UNCERTAINTY_M,
    });
  });

  test("widens with the square root of the communes that merged", () => {
    expect(townPosition(SOUTH, { radiusM: 3_000, parts: 4 }).uncertaintyM).toBe(6_000);
  });
});

describe("groupPosition", () => {
  const group = { kind: "postcode", communes: 9, communeRadiusM: 2_000 } as const;

  test("is null when no commune of the group is known", () => {
    expect(groupPosition({ ...group, known: [] })).toBeNull();
  });

  test("reaches over the area of all its communes when the known ones are close together", () => {
    expect(groupPosition({ ...group, known: [SOUTH] })).toEqual({ ...SOUTH, uncertaintyM: 10_400 });
    expect(groupPosition({ ...group, kind: "epci", known: [SOUTH] })?.uncertaintyM).toBe(12_800);
  });

  test("reaches to the furthest known commune when they are far apart", () => {
    const position = groupPosition({ ...group, communes: 2, communeRadiusM: 1_000, known: [SOUTH, NORTH] });
    expect(position).toEqual({ latE6: 50_050_000, lngE6: 2_000_000, uncertaintyM: 5_560 });
  });
});
