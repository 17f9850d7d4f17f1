import type { Point } from "../../shared/geo/distance.ts";
import type { GridPoint } from "./topology.ts";
import { GRID } from "./topology.ts";

/** Where official contours and centres come from, unless said otherwise. */
export const OFFICIAL_URL = "https://geo.api.gouv.fr";

export interface OfficialLimits {
  /** For one answer, whole. */
  timeoutMs: number;
  /** Bytes of one answer. */
  maxBytes: number;
}
/** All centres of France are 7 MB, the contours of a large département 15 MB. */
export const OFFICIAL_LIMITS: OfficialLimits = { timeoutMs: 90_000, maxBytes: 64 * 2 ** 20 };

export type OfficialFailure =
  | "unreachable"
  | "refused"
  | "too-large"
  | "too-slow"
  | "not-geojson"
  | "no-commune";

/** Official data that could not be had; nothing was written. */
export class OfficialDataError extends Error {
  override readonly name = "OfficialDataError";
  readonly reason: OfficialFailure;
  readonly address: string;

  constructor(reason: OfficialFailure, address: string, options?: ErrorOptions) {
    super(`${reason}: ${address}`, options);
    this.reason = reason;
    this.address = address;
  }
}

export interface OfficialSource {
  url: string;
  limits: OfficialLimits;
}

/** Centre of every commune of France, by INSEE code. OfficialDataError. */
export async function fetchCentres(source: OfficialSource): Promise<Map<string, Point>> {
  const address = addressOf(source, "communes?fields=code&format=geojson&geometry=centre");
  const centres = new Map<string, Point>();
  for (const { code, geometry } of await fetchFeatures(address, source.limits)) {
    if (geometry.type !== "Point" || !isPosition(geometry.coordinates))
      throw new OfficialDataError("not-geojson", address);
    const [lng, lat] = geometry.coordinates;
    centres.set(code, { latE6: Math.round(lat * 1e6), lngE6: Math.round(lng * 1e6) });
  }
  if (centres.size === 0) throw new OfficialDataError("no-commune", address);
  return centres;
}

/** Rings of every commune of a département, by INSEE code: outer ones anticlockwise, holes clockwise. OfficialDataError. */
export async function fetchContours(
  source: OfficialSource,
  departement: string,
): Promise<Map<string, GridPoint[][]>> {
  const address = addressOf(
    source,
    `departements/${departement}/communes?fields=code&format=geojson&geometry=contour`,
  );
  const contours = new Map<string, GridPoint[][]>();
  for (const { code, geometry } of await fetchFeatures(address, source.limits)) {
    const polygons = polygonsOf(geometry);
    if (polygons === null) throw new OfficialDataError("not-geojson", address);
    contours.set(
      code,
      polygons.flatMap((rings) => rings.map((ring, index) => turned(ring, index === 0))),
    );
  }
  if (contours.size === 0) throw new OfficialDataError("no-commune", address);
  return contours;
}

interface OfficialFeature {
  code: string;
  geometry: { type: string; coordinates: unknown };
}

type LngLat = [lng: number, lat: number];

function addressOf({ url }: OfficialSource, path: string): string {
  return `${url.replace(/\/+$/, "")}/${path}`;
}

async function fetchFeatures(address: string, limits: OfficialLimits): Promise<OfficialFeature[]> {
  const text = await fetchText(address, limits);
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch (cause) {
    throw new OfficialDataError("not-geojson", address, { cause });
  }
  const { type, features } = (answer ?? {}) as { type?: unknown; features?: unknown };
  if (type !== "FeatureCollection" || !Array.isArray(features))
    throw new OfficialDataError("not-geojson", address);
  return features.map((feature) => {
    const { properties, geometry } = (feature ?? {}) as Record<string, Record<string, unknown> | undefined>;
    const { code } = properties ?? {};
    const { type: kind, coordinates } = geometry ?? {};
    if (typeof code !== "string" || typeof kind !== "string")
      throw new OfficialDataError("not-geojson", address);
    return { code, geometry: { type: kind, coordinates } };
  });
}

async function fetchText(address: string, { timeoutMs, maxBytes }: OfficialLimits): Promise<string> {
  try {
    const answer = await fetch(address, {
      headers: { accept: "application/json" },
      // What it points to is not what the operator named.
      redirect: "manual",
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (!answer.ok) throw new OfficialDataError("refused", `${address} (${answer.status})`);
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of answer.body ?? []) {
      size += chunk.byteLength;
      if (size > maxBytes) throw new OfficialDataError("too-large", address);
      chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString("utf8");
  } catch (cause) {
    if (cause instanceof OfficialDataError) throw cause;
    const slow = cause instanceof Error && cause.name === "TimeoutError";
    throw new OfficialDataError(slow ? "too-slow" : "unreachable", address, { cause });
  }
}

/** Each polygon as its rings, the outer one first; null when the geometry is none. */
function polygonsOf({ type, coordinates }: OfficialFeature["geometry"]): LngLat[][][] | null {
  const polygons = type === "Polygon" ? [coordinates] : type === "MultiPolygon" ? coordinates : null;
  if (!Array.isArray(polygons)) return null;
  const isRing = (ring: unknown): boolean =>
    Array.isArray(ring) && ring.length >= 4 && ring.every(isPosition);
  const good = polygons.every((rings) => Array.isArray(rings) && rings.length > 0 && rings.every(isRing));
  return good ? polygons : null;
}

function isPosition(value: unknown): value is LngLat {
  if (!Array.isArray(value)) return false;
  const [lng, lat] = value;
  return Number.isFinite(lng) && Number.isFinite(lat) && Math.abs(lng) <= 180 && Math.abs(lat) <= 90;
}

/** On the grid, without the repeated last point, in the direction wanted: neighbours then share edges both ways. */
function turned(ring: readonly LngLat[], anticlockwise: boolean): GridPoint[] {
  const points = ring.map(([lng, lat]): GridPoint => [Math.round(lng * GRID), Math.round(lat * GRID)]);
  let doubled = 0;
  for (const [index, [x, y]] of points.entries()) {
    const [nextX = 0, nextY = 0] = points[(index + 1) % points.length] ?? [];
    doubled += x * nextY - nextX * y;
  }
  return doubled > 0 === anticlockwise ? points : points.toReversed();
}
