import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SECTORS } from "../../shared/canteens.ts";
import { distributionOf, rankOf } from "../../shared/indicators/distribution.ts";
import type { Peer } from "../../shared/peers.ts";
import { LEAST_PEERS, peerGroups, sizeOf } from "../../shared/peers.ts";

describe("distributionOf", () => {
  test("is null of nothing and the value itself of one", () => {
    expect(distributionOf([])).toBeNull();
    expect(distributionOf([700])).toEqual({
      n: 1,
      lowerQuartileBp: 700,
      medianBp: 700,
      upperQuartileBp: 700,
    });
  });

  test("falls between two values where none stands", () => {
    expect(distributionOf([400, 100, 300, 200])).toEqual({
      n: 4,
      lowerQuartileBp: 175,
      medianBp: 250,
      upperQuartileBp: 325,
    });
  });

  test("equal values share the best rank", () => {
    expect([500, 300, 300, 100].map((value) => rankOf(value, [500, 300, 300, 100]))).toEqual([1, 2, 2, 4]);
  });
});

describe("sizeOf", () => {
  test.each([
    [null, "UNKNOWN"],
    [0, "UNDER_20000"],
    [19_999, "UNDER_20000"],
    [20_000, "UNDER_50000"],
    [49_999, "UNDER_50000"],
    [50_000, "UNDER_100000"],
    [100_000, "FROM_100000"],
  ])("%s meals a year is %s", (meals, size) => {
    expect(sizeOf(meals)).toBe(size);
  });
});

describe("peerGroups", () => {
  const some = (count: number, over: Partial<Peer>): Peer[] =>
    Array.from({ length: count }, (_, index) => ({
      id: `${over.sector}-${over.mealsPerYear}-${index}`,
      sector: "COLLEGE",
      mealsPerYear: 30_000,
      ...over,
    }));

  test("puts together one kind and one size, then the rest of the kind, then the rest of all", () => {
    const groups = peerGroups([
      ...some(6, { sector: "COLLEGE", mealsPerYear: 30_000 }),
      ...some(3, { sector: "COLLEGE", mealsPerYear: 60_000 }),
      ...some(2, { sector: "COLLEGE", mealsPerYear: 10_000 }),
      ...some(4, { sector: "LYCEE", mealsPerYear: 60_000 }),
      ...some(1, { sector: "SANTE", mealsPerYear: 60_000 }),
    ]);
    expect(groups.map(({ sector, sizes, ids }) => [sector, sizes, ids.length])).toEqual([
      ["COLLEGE", ["UNDER_50000"], 6],
      ["COLLEGE", ["UNDER_20000", "UNDER_100000"], 5],
      [null, [], 5],
    ]);
  });

  test("leaves out what is too few even together", () => {
    expect(peerGroups(some(4, {}))).toEqual([]);
  });

  test("no group is under five, and no canteen is in two: nothing is told by difference", () => {
    const peer = fc.record({
      id: fc.uuid(),
      sector: fc.constantFrom(...SECTORS),
      mealsPerYear: fc.option(fc.nat(200_000)),
    });
    fc.assert(
      fc.property(fc.uniqueArray(peer, { selector: ({ id }) => id, maxLength: 60 }), (peers) => {
        const groups = peerGroups(peers);
        const ids = groups.flatMap((group) => group.ids);
        expect(new Set(ids).size).toBe(ids.length);
        for (const group of groups) expect(group.ids.length).toBeGreaterThanOrEqual(LEAST_PEERS);
        expect(peers.length - ids.length).toBeLessThan(LEAST_PEERS);
      }),
      { numRuns: 200 },
    );
  });
});
