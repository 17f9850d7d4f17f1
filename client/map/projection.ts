import type { GeoPermissibleObjects } from "d3-geo";
import { geoCircle, geoMercator, geoPath, geoTransform } from "d3-geo";
import { feature, mesh } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import type { Point } from "../../shared/geo/distance.ts";
import type { MapOutlines } from "./map-data.ts";

export interface MapSize {
  width: number;
  height: number;
}

/** From positions to pixels, and lines already drawn. */
export interface MapProjection {
  place: (point: Point) => [x: number, y: number];
  pointAt: (pixel: readonly [x: number, y: number]) => Point;
  areas: { id: string; name: string; path: string }[];
  /** Limits between areas, each once. */
  limits: string;
  /** A ring of the distance around a point. */
  ring: (centre: Point, metres: number) => string;
}

const MARGIN = 28;
const METRES_IN_DEGREE = 111_195;
type Areas = Topology<{ areas: GeometryCollection<{ name: string }> }>;

/** The map that holds the outlines and these points. */
export function projectMap(outlines: MapOutlines, points: readonly Point[], size: MapSize): MapProjection {
  const topologies = outlines.topologies as unknown as Areas[];
  const features = topologies.flatMap((topology) => feature(topology, topology.objects.areas).features);
  const lines = topologies.map((topology) => mesh(topology));
  const coordinates = [
    ...points.map(({ latE6, lngE6 }) => [lngE6 / 1e6, latE6 / 1e6]),
    ...lines.flatMap((line) => line.coordinates.flat()),
  ];
  const mercator = geoMercator().fitExtent(
    [
      [MARGIN, MARGIN],
      [size.width - MARGIN, size.height - MARGIN],
    ],
    { type: "MultiPoint", coordinates },
  );
  const project = (lng: number, lat: number): [number, number] => mercator([lng, lat]) ?? [0, 0];
  // As on paper: on the sphere a ring's direction says which side is inside, and rings of ours say nothing.
  const flat = geoTransform({
    point(lng, lat) {
      this.stream.point(...project(lng, lat));
    },
  });
  const draw = geoPath(flat).digits(2);
  return {
    place: ({ latE6, lngE6 }) => project(lngE6 / 1e6, latE6 / 1e6),
    pointAt: ([x, y]) => {
      const [lng, lat] = mercator.invert?.([x, y]) ?? [0, 0];
      return { latE6: Math.round(lat * 1e6), lngE6: Math.round(lng * 1e6) };
    },
    areas: features.map((area) => ({
      id: String(area.id),
      name: area.properties.name,
      path: draw(area) ?? "",
    })),
    limits: lines.map((line) => draw(line as GeoPermissibleObjects) ?? "").join(""),
    ring: ({ latE6, lngE6 }, metres) =>
      draw(
        geoCircle()
          .center([lngE6 / 1e6, latE6 / 1e6])
          .radius(metres / METRES_IN_DEGREE)(),
      ) ?? "",
  };
}
