/** A point in degrees x 1 000 000, WGS84. */
export interface Point {
  latE6: number;
  lngE6: number;
}

/** Mean radius of the Earth, metres (IUGG R1). */
const EARTH_RADIUS_M = 6_371_009;
const RADIANS_PER_E6 = Math.PI / 180 / 1_000_000;

/** Great-circle distance, whole metres (haversine on the mean sphere: within 0.5 % of the ellipsoid). */
export function distanceM(from: Point, to: Point): number {
  const halfLat = ((to.latE6 - from.latE6) * RADIANS_PER_E6) / 2;
  const halfLng = ((to.lngE6 - from.lngE6) * RADIANS_PER_E6) / 2;
  const parallels = Math.cos(from.latE6 * RADIANS_PER_E6) * Math.cos(to.latE6 * RADIANS_PER_E6);
  const chord = Math.sin(halfLat) ** 2 + parallels * Math.sin(halfLng) ** 2;
  return Math.round(2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(chord))));
}
