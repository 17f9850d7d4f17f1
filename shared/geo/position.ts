import type { Position } from "../facts.ts";
import type { Point } from "./distance.ts";
import { distanceM } from "./distance.ts";

/**
 * A group reaches this many times further from the mean of its known communes than a disk of its area:
 * it is no disk, and the known communes are the larger ones, gathered. EPCI more so than postcodes.
 * Chosen so that at least 95 % of communes hidden on purpose lie inside the stated uncertainty: with
 * every known commune under 1 500 people of France hidden together 95.5 % do (1 703 of 1 784), with one
 * commune of the Pas-de-Calais hidden at a time 99.6 % (233 of 234). test/server/reference/positions.test.ts
 */
export const ELONGATION_PERCENT = { postcode: 130, epci: 160 } as const;
export type GroupKind = keyof typeof ELONGATION_PERCENT;

/** Radius in metres of a disk as large as the average French commune (551 500 km² / 34 900 communes). */
export const AVERAGE_COMMUNE_RADIUS_M = 2_240;

/**
 * A town's point on a map is its centre, a rule measures from the commune's centroid: at Saint-Omer,
 * stretched over its marsh, they are 2.2 km apart. No known position is stated more precise than this.
 */
export const TOWN_CENTRE_UNCERTAINTY_M = 2_500;

const MIN_POINTS_FOR_EXTENT = 5;

/** The mean of the points in whole E6 degrees; null of none. For points of one region, far from the antimeridian. */
export function meanPoint(points: readonly Point[]): Point | null {
  if (points.length === 0) return null;
  return {
    latE6: Math.round(points.reduce((sum, point) => sum + point.latE6, 0) / points.length),
    lngE6: Math.round(points.reduce((sum, point) => sum + point.lngE6, 0) / points.length),
  };
}

/**
 * Radius in metres of a disk as large as the average commune of a region, from the spread of its known
 * communes: points spread evenly over a disk of radius R have a mean squared distance of R²/2 to its centre.
 * The French average when fewer than 5 positions are known.
 */
export function communeRadiusM(known: readonly Point[], communes: number): number {
  const centre = meanPoint(known);
  if (!centre || known.length < MIN_POINTS_FOR_EXTENT) return AVERAGE_COMMUNE_RADIUS_M;
  const squares = known.reduce((sum, point) => sum + distanceM(centre, point) ** 2, 0);
  return Math.round(Math.sqrt((2 * squares) / known.length / communes));
}

/** The place of a commune whose town centre is known; `parts` is how many former communes it is made of. */
export function townPosition(point: Point, commune: { radiusM: number; parts: number }): Position {
  const reach = Math.round(commune.radiusM * Math.sqrt(commune.parts));
  return {
    latE6: point.latE6,
    lngE6: point.lngE6,
    uncertaintyM: Math.max(TOWN_CENTRE_UNCERTAINTY_M, reach),
  };
}

/** The communes that share something (postcode, EPCI) with the one to place. */
export interface Group {
  kind: GroupKind;
  /** Positions of its communes that have one. */
  known: readonly Point[];
  /** How many communes it has in all, known or not. */
  communes: number;
  /** Radius of an average commune there, metres. */
  communeRadiusM: number;
}

/**
 * Where a commune of the group is: the mean of the known ones. It may be anywhere in the group, hence
 * uncertainty = the larger of (a) the greatest distance from the mean to a known commune and
 * (b) elongation x commune radius x (1 + √communes): a disk as large as all the communes together,
 * and one commune more for the centroid's own place. Null when no commune of the group is known.
 */
export function groupPosition(group: Group): Position | null {
  const mean = meanPoint(group.known);
  if (!mean) return null;
  const spread = Math.max(...group.known.map((point) => distanceM(mean, point)));
  const disk = group.communeRadiusM * (1 + Math.sqrt(group.communes));
  const reach = Math.ceil((ELONGATION_PERCENT[group.kind] * disk) / 100);
  return { ...mean, uncertaintyM: Math.max(spread, reach) };
}
