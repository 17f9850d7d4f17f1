import { describe, expect, test } from "vitest";
import { rangeOfSearch } from "../../../client/map/map-data.ts";
import { nextSpot, spreadSpots } from "../../../client/map/neighbours.ts";
import { rateClass } from "../../../client/map/rate-classes.ts";
import { validateMapSearch } from "../../../client/map/search.ts";

const ID = "01900000-0000-7000-8000-000000000001";

describe("the map's address", () => {
  test("keeps all that the map shows", () => {
    const search = {
      territory: "DEP-62",
      year: 2025,
      month: 9,
      family: "FRUITS_ET_LEGUMES",
      indicator: "ORGANIC",
      canteen: ID,
      flows: "none",
    };
    expect(validateMapSearch(search)).toEqual(search);
  });

  test("leaves out what makes no sense, and opens one circle at most", () => {
    const odd = {
      territory: "62",
      year: 1900,
      month: 13,
      family: "X",
      indicator: "X",
      flows: "some",
      canteen: "x",
    };
    expect(validateMapSearch(odd)).toEqual({});
    expect(validateMapSearch({ canteen: ID, supplier: ID })).toEqual({ canteen: ID });
  });

  test("a month is that month of the year", () => {
    expect(rangeOfSearch(2025, 9)).toEqual({ fromMonth: "2025-09", toMonth: "2025-09" });
    expect(rangeOfSearch(2025, undefined)).toEqual({ fromMonth: "2025-01", toMonth: "2025-12" });
  });
});

describe("the class of a rate", () => {
  test.each([
    [0, 0],
    [499, 0],
    [500, 1],
    [999, 1],
    [1000, 2],
    [1999, 2],
    [2000, 3],
    [4999, 3],
    [5000, 4],
    [10_000, 4],
    [-100, 0],
  ])("%i in ten thousand is class %i", (numerator, rank) => {
    expect(rateClass({ numerator, denominator: 10_000 })).toBe(rank);
  });

  test("is none over nothing", () => {
    expect(rateClass({ numerator: 0, denominator: 0 })).toBeNull();
  });
});

describe("arrow keys", () => {
  const spots = [
    { key: "middle", x: 50, y: 50 },
    { key: "right", x: 90, y: 52 },
    { key: "right, aside", x: 75, y: 80 },
    { key: "left", x: 10, y: 50 },
    { key: "above", x: 50, y: 5 },
  ];

  test.each([
    ["ArrowRight", "right"],
    ["ArrowLeft", "left"],
    ["ArrowUp", "above"],
    ["ArrowDown", "right, aside"],
    ["Home", "middle"],
    ["End", "above"],
    ["a", undefined],
  ])("%s leads to %s", (key, next) => {
    expect(nextSpot(spots, "middle", key)).toBe(next);
  });

  test("stay where nothing is further on", () => {
    expect(nextSpot(spots, "left", "ArrowLeft")).toBeUndefined();
  });

  test("reach every one of the circles at one point", () => {
    const spread = spreadSpots(
      ["a", "b", "c", "d"].map((key) => ({ key, x: 20, y: 20 })),
      13,
    );
    for (const one of spread)
      for (const other of spread)
        if (one !== other) expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(10);
    const met = new Set(["a"]);
    for (const key of met)
      for (const arrow of ["ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown"]) {
        const next = nextSpot(spread, key, arrow);
        if (next !== undefined) met.add(next);
      }
    expect([...met].toSorted()).toEqual(["a", "b", "c", "d"]);
  });
});
