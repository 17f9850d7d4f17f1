import type { OutlineArea, OutlineTopology } from "../../shared/map.ts";

/** A point of the grid, whole numbers. */
export type GridPoint = readonly [x: number, y: number];

/** One area; rings of one owner that touch melt into one. */
export interface OwnedRings {
  id: string;
  name: string;
  /** Closed or not; outer rings turn one way, holes the other, the same way for every owner. */
  rings: readonly (readonly GridPoint[])[];
}

/** Grid points in a degree: about 11 m. */
export const GRID = 10_000;

interface Arc {
  points: GridPoint[];
  owners: readonly string[];
}

/**
 * The areas as a topology: an edge that two rings of one owner share is gone, one that two owners share is
 * stored once. `tolerance`: how far, in points of the grid, a line may be straightened.
 */
export function outlineTopology(areas: readonly OwnedRings[], tolerance = 0): OutlineTopology {
  const arcs = arcsOf(sharedEdges(areas)).map((arc) => ({
    ...arc,
    points: straighten(arc.points, tolerance),
  }));
  const geometries = areas
    .map(({ id, name }) => ({ id, name }))
    .filter(({ id }, index, all) => all.findIndex((other) => other.id === id) === index)
    .map(
      ({ id, name }): OutlineArea => ({ type: "Polygon", id, properties: { name }, arcs: ringsOf(id, arcs) }),
    )
    .filter(({ arcs: rings }) => rings.length > 0);
  const points = arcs.flatMap((arc) => arc.points);
  const [[west, south] = [0, 0]] = points;
  return {
    type: "Topology",
    transform: { scale: [1 / GRID, 1 / GRID], translate: [west / GRID, south / GRID] },
    arcs: arcs.map((arc) => differences(arc.points, [west, south])),
    objects: { areas: { type: "GeometryCollection", geometries } },
  };
}

interface Edge {
  from: GridPoint;
  to: GridPoint;
  owners: string[];
}

/** Edges with an owner on one side only, or two different ones; by the two ends, whatever the direction. */
function sharedEdges(areas: readonly OwnedRings[]): Map<string, Edge> {
  const directed = new Map<string, { from: GridPoint; to: GridPoint; id: string }>();
  for (const { id, rings } of areas)
    for (const ring of rings)
      for (const [index, from] of ring.entries()) {
        const to = ring[(index + 1) % ring.length];
        if (to === undefined || keyOf(from) === keyOf(to)) continue;
        const back = `${id}|${keyOf(to)}>${keyOf(from)}`;
        if (!directed.delete(back)) directed.set(`${id}|${keyOf(from)}>${keyOf(to)}`, { from, to, id });
      }
  const edges = new Map<string, Edge>();
  for (const { from, to, id } of directed.values()) {
    const key = [keyOf(from), keyOf(to)].toSorted().join(">");
    const edge = edges.get(key);
    if (edge === undefined) edges.set(key, { from, to, owners: [id] });
    else edge.owners = [...new Set([...edge.owners, id])].toSorted();
  }
  return edges;
}

/** Lines of edges with the same owners, from one knot to the next, or round and round. */
function arcsOf(edges: Map<string, Edge>): Arc[] {
  const around = edgesAround(edges);
  const used = new Set<Edge>();
  const arcs: Arc[] = [];
  const walk = (start: GridPoint, first: Edge): void => {
    if (used.has(first)) return;
    const points: GridPoint[] = [start];
    let edge: Edge | undefined = first;
    for (let here = start; edge !== undefined; ) {
      used.add(edge);
      here = keyOf(edge.from) === keyOf(here) ? edge.to : edge.from;
      points.push(here);
      const meeting: Edge[] = around.get(keyOf(here)) ?? [];
      edge = isKnot(meeting) ? undefined : meeting.find((next) => !used.has(next));
    }
    arcs.push({ points, owners: first.owners });
  };
  for (const [key, meeting] of around)
    if (isKnot(meeting))
      for (const edge of meeting) walk(keyOf(edge.from) === key ? edge.from : edge.to, edge);
  for (const edge of edges.values()) walk(edge.from, edge);
  return arcs;
}

function edgesAround(edges: Map<string, Edge>): Map<string, Edge[]> {
  const around = new Map<string, Edge[]>();
  for (const edge of edges.values())
    for (const end of [edge.from, edge.to]) around.set(keyOf(end), [...(around.get(keyOf(end)) ?? []), edge]);
  return around;
}

/** Where a line of one pair of owners ends, or where several meet. */
function isKnot([one, other, third]: readonly Edge[]): boolean {
  return third !== undefined || other === undefined || one?.owners.join() !== other.owners.join();
}

/** The owner's arcs end to end, as TopoJSON numbers them: `~n` is arc n backwards. */
function ringsOf(id: string, arcs: readonly Arc[]): number[][] {
  const left = new Map([...arcs.entries()].filter(([, { owners }]) => owners.includes(id)));
  const rings: number[][] = [];
  for (const [start, { points }] of left) {
    left.delete(start);
    const ring = [start];
    const home = keyOf(points[0]);
    for (let here = keyOf(points.at(-1)); here !== home; ) {
      const next = [...left].find(([, arc]) => [arc.points[0], arc.points.at(-1)].map(keyOf).includes(here));
      if (next === undefined) break;
      const [index, arc] = next;
      left.delete(index);
      const forward = keyOf(arc.points[0]) === here;
      ring.push(forward ? index : ~index);
      here = keyOf(forward ? arc.points.at(-1) : arc.points[0]);
    }
    rings.push(ring);
  }
  return rings;
}

/** Leaves out points nearer than the tolerance to the line between those kept; the ends stay (Douglas and Peucker). */
export function straighten(points: readonly GridPoint[], tolerance: number): GridPoint[] {
  if (tolerance === 0 || points.length < 3) return [...points];
  const kept = new Set([0, points.length - 1]);
  const closed = keyOf(points[0]) === keyOf(points.at(-1));
  const todo: [number, number][] = [[0, points.length - 1]];
  for (let span = todo.pop(); span !== undefined; span = todo.pop()) {
    const [first, last] = span;
    const [a, b] = [points[first], points[last]];
    let [far, most] = [-1, 0];
    for (let index = first + 1; index < last; index++) {
      const away = distanceToSegment(points[index], a, b);
      if (away > most) [far, most] = [index, away];
    }
    if (far < 0 || (most <= tolerance && !(closed && kept.size < 4))) continue;
    kept.add(far);
    todo.push([first, far], [far, last]);
  }
  return points.filter((_, index) => kept.has(index));
}

function distanceToSegment(p?: GridPoint, a?: GridPoint, b?: GridPoint): number {
  if (p === undefined || a === undefined || b === undefined) return 0;
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / length;
  const t = Math.min(1, Math.max(0, along));
  return Math.hypot(p[0] - a[0] - t * dx, p[1] - a[1] - t * dy);
}

function differences(points: readonly GridPoint[], origin: GridPoint): number[][] {
  let [x, y] = origin;
  return points.map((point) => {
    const step = [point[0] - x, point[1] - y];
    [x, y] = point;
    return step;
  });
}

function keyOf(point: GridPoint | undefined): string {
  return point === undefined ? "" : `${point[0]},${point[1]}`;
}
