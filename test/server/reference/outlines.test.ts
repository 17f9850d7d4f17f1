import { feature } from "topojson-client";
import type { Topology } from "topojson-specification";
import { describe, expect, test } from "vitest";
import type { OutlinedCommune } from "../../../server/reference/outlines.ts";
import { approximateOutlines } from "../../../server/reference/outlines.ts";
import type { GridPoint } from "../../../server/reference/topology.ts";
import { outlineTopology, straighten } from "../../../server/reference/topology.ts";
import type { OutlineTopology } from "../../../shared/map.ts";

type Ring = readonly (readonly number[])[];

/** Rings of an area as a reader of TopoJSON gives them. */
function ringsOf(topology: OutlineTopology, id: string): Ring[] {
  const { features } = feature(topology as unknown as Topology, "areas") as unknown as {
    features: { id: string; geometry: { coordinates: Ring[] } }[];
  };
  return features.find((area) => area.id === id)?.geometry.coordinates ?? [];
}

/** Even-odd: is the point inside the rings? */
function holds(rings: readonly Ring[], [x, y]: readonly [number, number]): boolean {
  let inside = false;
  for (const ring of rings)
    for (const [index, [ax = 0, ay = 0]] of ring.entries()) {
      const [bx = 0, by = 0] = ring[(index + 1) % ring.length] ?? [];
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
    }
  return inside;
}

function square(x: number, y: number, side = 100): GridPoint[] {
  return [
    [x, y],
    [x + side, y],
    [x + side, y + side],
    [x, y + side],
  ];
}

describe("outlineTopology", () => {
  test("melts what touches and keeps a shared line once", () => {
    const topology = outlineTopology([
      { id: "A", name: "A", rings: [square(0, 0), square(100, 0)] },
      { id: "B", name: "B", rings: [square(0, 100), square(100, 100)] },
    ]);
    expect(topology.arcs).toHaveLength(3);
    expect(topology.objects.areas.geometries.map(({ id }) => id)).toEqual(["A", "B"]);
    for (const [id, y] of [
      ["A", 0.005],
      ["B", 0.015],
    ] as const) {
      const rings = ringsOf(topology, id);
      expect(rings).toHaveLength(1);
      expect(holds(rings, [0.005, y])).toBe(true);
      expect(holds(rings, [0.015, y])).toBe(true);
      expect(holds(rings, [0.005, 0.02 - y])).toBe(false);
    }
  });

  test("keeps an enclave as a hole of the one around it", () => {
    const around = [0, 100, 200].flatMap((x) => [0, 100, 200].map((y) => [x, y] as const));
    const topology = outlineTopology([
      {
        id: "A",
        name: "A",
        rings: around.filter(([x, y]) => x !== 100 || y !== 100).map(([x, y]) => square(x, y)),
      },
      { id: "B", name: "B", rings: [square(100, 100)] },
    ]);
    expect(ringsOf(topology, "A")).toHaveLength(2);
    expect(holds(ringsOf(topology, "A"), [0.015, 0.015])).toBe(false);
    expect(holds(ringsOf(topology, "B"), [0.015, 0.015])).toBe(true);
  });

  test("a straightened line keeps its ends and what stands out", () => {
    const line: GridPoint[] = [
      [0, 0],
      [10, 1],
      [20, 0],
      [30, 20],
      [40, 0],
    ];
    expect(straighten(line, 3)).toEqual([
      [0, 0],
      [20, 0],
      [30, 20],
      [40, 0],
    ]);
    expect(straighten(line, 0)).toEqual(line);
  });

  test("a closed line stays a surface however far it is straightened", () => {
    const loop = [...square(0, 0, 2), [0, 0]] as GridPoint[];
    expect(straighten(loop, 50).length).toBeGreaterThanOrEqual(4);
  });
});

describe("approximateOutlines", () => {
  const commune = (lat: number, lng: number, over: Partial<OutlinedCommune> = {}): OutlinedCommune => ({
    departement: "62",
    epci: lat < 50.5 ? "South" : "North",
    epciName: lat < 50.5 ? "South" : "North",
    position: { latE6: lat * 1e6, lngE6: lng * 1e6 },
    source: "geonames",
    ...over,
  });
  const grid = [50.2, 50.3, 50.4, 50.6, 50.7, 50.8].flatMap((lat) =>
    [2, 2.1, 2.2, 2.3].map((lng) => commune(lat, lng)),
  );

  test("every commune is inside its EPCI and no other", () => {
    const topology = approximateOutlines(grid, "62");
    for (const { epci, position } of grid)
      for (const id of ["South", "North"])
        expect(holds(ringsOf(topology, id), [position.lngE6 / 1e6, position.latE6 / 1e6])).toBe(id === epci);
  });

  test("the sea and the next département bound it", () => {
    const topology = approximateOutlines(
      [...grid, commune(50.3, 2.5, { departement: "80", epci: "Other" })],
      "62",
    );
    const south = ringsOf(topology, "South");
    expect(holds(south, [2.5, 50.3])).toBe(false);
    expect(holds(south, [1.8, 50.3])).toBe(false);
    expect(topology.objects.areas.geometries.map(({ id }) => id)).toEqual(["South", "North"]);
  });

  test("communes at one mean position count as most of them say", () => {
    const mean = { source: "postcode", epci: "North" } as const;
    const topology = approximateOutlines(
      [
        ...grid,
        commune(50.45, 2.15, { ...mean, epci: "South" }),
        commune(50.45, 2.15, mean),
        commune(50.45, 2.15, mean),
      ],
      "62",
    );
    expect(holds(ringsOf(topology, "North"), [2.15, 50.45])).toBe(true);
  });

  test("nothing is drawn of nothing", () => {
    expect(approximateOutlines([], "62").arcs).toEqual([]);
  });
});
