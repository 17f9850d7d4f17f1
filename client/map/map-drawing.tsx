import { useLingui } from "@lingui/react/macro";
import { useMemo, useRef } from "react";
import type { Indicator } from "../../shared/indicators/indicators.ts";
import classes from "./map.module.css";
import type { DrawnFlow, MapFigures, MapOutlines, MapPlace } from "./map-data.ts";
import { COLOURS, placesOf } from "./map-data.ts";
import { FlowLines, Rings, transformOf } from "./map-layers.tsx";
import { MapLegend } from "./map-legend.tsx";
import type { DrawnPlace } from "./map-places.tsx";
import { MapPlaces } from "./map-places.tsx";
import { radiusOf, useRatePaint } from "./map-symbols.tsx";
import type { Frame } from "./map-view.ts";
import { isInside, shownAt } from "./map-view.ts";
import { MapZoom } from "./map-zoom.tsx";
import type { Spot } from "./neighbours.ts";
import { spreadSpots } from "./neighbours.ts";
import type { MapProjection, MapSize } from "./projection.ts";
import { projectMap } from "./projection.ts";
import type { ZoomAddress } from "./use-map-frame.ts";
import { useMapFrame } from "./use-map-frame.ts";
import { useMapGestures } from "./use-map-gestures.ts";

export interface MapDrawingProps {
  figures: MapFigures;
  flows: readonly DrawnFlow[];
  outlines: MapOutlines;
  indicator: Indicator;
  width: number;
  /** Key of the circle that is open. */
  chosen: string | null;
  /** Address of the map with this circle open. */
  hrefOf: (place: MapPlace) => string;
  onChoose: (place: MapPlace) => void;
  /** How near the address says. */
  given: ZoomAddress;
  onAddress: (address: { [Key in keyof ZoomAddress]: ZoomAddress[Key] | undefined }) => void;
}

const SHAPE = 0.86;
const NARROW = 520;

/** The map: outlines, rings of distance, flows, and one circle a canteen or supplier. */
export function MapDrawing(props: MapDrawingProps): React.ReactNode {
  const { figures, flows, outlines, indicator, width, chosen } = props;
  const { t } = useLingui();
  const paint = useRatePaint(COLOURS[indicator]);
  const places = useMemo(() => placesOf(figures), [figures]);
  const size = useMemo(() => ({ width, height: Math.round(width * SHAPE) }), [width]);
  const projection = useMemo(() => {
    const canteens = figures.canteens.flatMap(({ position }) => position ?? []);
    return projectMap(outlines, canteens, size);
  }, [outlines, figures, size]);
  const { frame, change } = useMapFrame({ ...props, projection, size });
  const svg = useRef<SVGSVGElement>(null);
  useMapGestures(svg, size, change);
  const isNarrow = width < NARROW;
  const largestCents = Math.max(0, ...places.map(({ of }) => of.totals.amountCents));
  const scale = { largestCents, most: isNarrow ? 14 : 24 };
  const drawn = drawnPlaces(places, { projection, size, frame }).map((spot) => ({
    ...spot,
    radius: radiusOf(spot.place.of.totals.amountCents, scale),
  }));
  const centre = drawn.find(({ key, place }) => key === chosen && place.kind === "canteen")?.place.of
    .position;
  const layer = { projection, frame };
  return (
    <>
      <MapZoom {...layer} size={size} onChange={change} />
      <svg
        ref={svg}
        className={classes.map}
        data-near={frame.zoom > 1}
        width={width}
        height={size.height}
        viewBox={`0 0 ${width} ${size.height}`}
      >
        <title>{t`Carte des cantines et des fournisseurs`}</title>
        {paint.defs}
        <svg aria-hidden="true" focusable="false">
          <g transform={transformOf(frame)}>
            {projection.areas.map(({ id, name, path }) => (
              <path key={id} className={classes.area} d={path}>
                <title>{name}</title>
              </path>
            ))}
            <path className={classes.limits} d={projection.limits} />
          </g>
          {centre && <Rings {...layer} centre={centre} localRadiusM={figures.localRadiusM} />}
          <FlowLines {...layer} flows={flows} most={isNarrow ? 4 : 7} />
        </svg>
        <MapPlaces
          {...props}
          {...layer}
          drawn={drawn}
          size={size}
          onFrame={change}
          fill={(place) => paint.fill(place.of.shares[indicator].strict)}
        />
      </svg>
      <MapLegend paint={paint} scale={scale} withFlows={flows.length > 0} />
    </>
  );
}

/** Circles that the whole map holds, where they are shown, the larger ones under the smaller ones. */
function drawnPlaces(
  places: readonly MapPlace[],
  { projection, size, frame }: { projection: MapProjection; size: MapSize; frame: Frame },
): (Spot & Pick<DrawnPlace, "place">)[] {
  const spots = places.flatMap((place) => {
    if (place.of.position === null) return [];
    const whole = projection.place(place.of.position);
    if (!isInside(whole, size)) return [];
    const [x, y] = shownAt(frame, whole);
    return [{ key: place.key, place, x, y }];
  });
  const gap = 13;
  return spreadSpots(spots, gap).toSorted(
    (a, b) => b.place.of.totals.amountCents - a.place.of.totals.amountCents || (a.key < b.key ? -1 : 1),
  );
}
