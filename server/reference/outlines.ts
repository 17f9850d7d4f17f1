import { Delaunay } from "d3-delaunay";
import type { Point } from "../../shared/geo/distance.ts";
import type { OutlineTopology } from "../../shared/map.ts";
import type { PositionSource } from "../../shared/territories.ts";
import type { GridPoint, OwnedRings } from "./topology.ts";
import { GRID, outlineTopology } from "./topology.ts";

/** What the outline of a commune's EPCI needs to know of it. */
export interface OutlinedCommune {
  departement: string;
  epci: string | null;
  epciName: string | null;
  position: Point;
  source: PositionSource;
}

/** Degrees of latitude around the département from which communes bound it. */
export const OUTLINE_MARGIN = 0.25;
/** Points of the sea and of abroad, in degrees of latitude: how far apart, and how far from any commune. */
const SEA_STEP = 0.04;
const SEA_DISTANCE = 0.08;

interface Site {
  x: number;
  y: number;
  /** Null: not of the département, or of the sea. */
  owner: { id: string; name: string } | null;
}

/**
 * The EPCI of a département as far as positions of communes tell them: each point belongs to the nearest
 * commune (Voronoi), cells of one EPCI are melted. `communes`: those of the département and around.
 */
export function approximateOutlines(
  communes: readonly OutlinedCommune[],
  departement: string,
): OutlineTopology {
  const own = communes.filter((commune) => commune.departement === departement);
  if (own.length === 0) return outlineTopology([]);
  const shrink = Math.cos((meanLatitude(own) * Math.PI) / 180);
  const land = landSites(communes, { departement, shrink });
  const bounds = boundsOf(land);
  const sites = [...land, ...seaSites(land, bounds)];
  const voronoi = Delaunay.from(
    sites,
    ({ x }) => x,
    ({ y }) => y,
  ).voronoi(bounds);
  const areas = sites.flatMap(({ owner }, index): OwnedRings[] => {
    const cell = owner === null ? null : voronoi.cellPolygon(index);
    if (owner === null || !cell) return [];
    return [
      {
        ...owner,
        rings: [cell.map(([x, y]): GridPoint => [Math.round((x / shrink) * GRID), Math.round(y * GRID)])],
      },
    ];
  });
  return outlineTopology(areas);
}

/**
 * Communes that share a position (the mean of their postcode's or EPCI's) are one site, of the EPCI most of them
 * are in; none when a town stands there or, for the mean of an EPCI, when the EPCI has any other.
 */
function landSites(
  communes: readonly OutlinedCommune[],
  { departement, shrink }: { departement: string; shrink: number },
): Site[] {
  const order: readonly PositionSource[] = ["official", "geonames", "postcode", "epci"];
  const placed = new Set<string>();
  const seen = new Set<string>();
  const sites: Site[] = [];
  for (const source of order)
    for (const commune of mostMet(communes.filter((one) => one.source === source))) {
      const { departement: of, epci, epciName, position } = commune;
      if (placed.has(placeOf(commune)) || (source === "epci" && seen.has(`${of} ${epci}`))) continue;
      placed.add(placeOf(commune));
      seen.add(`${of} ${epci}`);
      const owner = of === departement ? { id: epci ?? "", name: epciName ?? "" } : null;
      sites.push({ x: (position.lngE6 / 1e6) * shrink, y: position.latE6 / 1e6, owner });
    }
  return sites;
}

/** One commune a position, of the département and EPCI that most of those there are in. */
function mostMet(communes: readonly OutlinedCommune[]): OutlinedCommune[] {
  const met = new Map<string, { commune: OutlinedCommune; count: number }>();
  for (const commune of communes) {
    const key = `${placeOf(commune)} ${commune.departement} ${commune.epci}`;
    const one = met.get(key);
    if (one === undefined) met.set(key, { commune, count: 1 });
    else one.count += 1;
  }
  const most = new Map<string, { commune: OutlinedCommune; count: number }>();
  for (const one of met.values())
    if (one.count > (most.get(placeOf(one.commune))?.count ?? 0)) most.set(placeOf(one.commune), one);
  return [...most.values()].map(({ commune }) => commune);
}

function placeOf({ position }: OutlinedCommune): string {
  return `${position.latE6} ${position.lngE6}`;
}

/** A grid of points far from any commune, but only those that the edge of the map reaches: no hole inland. */
function seaSites(land: readonly Site[], [west, south, east, north]: Bounds): Site[] {
  const nearest = Delaunay.from(
    land,
    ({ x }) => x,
    ({ y }) => y,
  );
  const [columns, rows] = [Math.ceil((east - west) / SEA_STEP), Math.ceil((north - south) / SEA_STEP)];
  const at = (column: number, row: number): Site => ({
    x: west + (column + 0.5) * SEA_STEP,
    y: south + (row + 0.5) * SEA_STEP,
    owner: null,
  });
  const isFar = (column: number, row: number): boolean => {
    const { x, y } = at(column, row);
    const site = land[nearest.find(x, y)];
    return site === undefined || Math.hypot(site.x - x, site.y - y) > SEA_DISTANCE;
  };
  const reached = new Set<number>();
  const todo: [number, number][] = [];
  for (let column = 0; column < columns; column++) todo.push([column, 0], [column, rows - 1]);
  for (let row = 0; row < rows; row++) todo.push([0, row], [columns - 1, row]);
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    const [column, row] = next;
    if (column < 0 || row < 0 || column >= columns || row >= rows) continue;
    const key = row * columns + column;
    if (reached.has(key) || !isFar(column, row)) continue;
    reached.add(key);
    todo.push([column + 1, row], [column - 1, row], [column, row + 1], [column, row - 1]);
  }
  return [...reached].map((key) => at(key % columns, Math.floor(key / columns)));
}

type Bounds = [west: number, south: number, east: number, north: number];

function boundsOf(sites: readonly Site[]): Bounds {
  const pad = OUTLINE_MARGIN;
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of sites) {
    west = Math.min(west, x);
    south = Math.min(south, y);
    east = Math.max(east, x);
    north = Math.max(north, y);
  }
  return [west - pad, south - pad, east + pad, north + pad];
}

function meanLatitude(communes: readonly OutlinedCommune[]): number {
  const sum = communes.reduce((total, { position }) => total + position.latE6, 0);
  return sum / communes.length / 1e6;
}
