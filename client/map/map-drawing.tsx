import { useLingui } from "@lingui/react/macro";
import { useMemo, useRef, useState } from "react";
import { formatWholeKm } from "../../shared/format/measures.ts";
import type { Point } from "../../shared/geo/distance.ts";
import type { Indicator } from "../../shared/indicators/indicators.ts";
import { USUAL_RADII_KM } from "../../shared/local-definitions.ts";
import { useLocale } from "../ui/locale.ts";
import classes from "./map.module.css";
import type { DrawnFlow, MapFigures, MapOutlines, MapPlace } from "./map-data.ts";
import { COLOURS, MOST_FLOWS_DRAWN, placesOf } from "./map-data.ts";
import { MapLegend } from "./map-legend.tsx";
import { radiusOf, useRatePaint } from "./map-symbols.tsx";
import type { Spot } from "./neighbours.ts";
import { nextSpot, spreadSpots } from "./neighbours.ts";
import { placeName } from "./place-name.ts";
import type { MapProjection } from "./projection.ts";
import { projectMap } from "./projection.ts";
import type { Pointed } from "./use-pointed.ts";
import { usePointed } from "./use-pointed.ts";

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
}

type DrawnPlace = Spot & { place: MapPlace; radius: number };

const SHAPE = 0.86;
const NARROW = 520;
/** Millionths of a degree of latitude in a metre. */
const E6_IN_METRE = 1e6 / 111_195;
const LABEL_ROOM = 10;

/** The map: outlines, rings of distance, flows, and one circle a canteen or supplier. */
export function MapDrawing(props: MapDrawingProps): React.ReactNode {
  const { figures, flows, outlines, indicator, width, chosen } = props;
  const { t } = useLingui();
  const height = Math.round(width * SHAPE);
  const paint = useRatePaint(COLOURS[indicator]);
  const places = useMemo(() => placesOf(figures), [figures]);
  const projection = useMemo(() => {
    const canteens = figures.canteens.flatMap(({ position }) => position ?? []);
    return projectMap(outlines, canteens, { width, height });
  }, [outlines, figures, width, height]);
  const largestCents = Math.max(0, ...places.map(({ of }) => of.totals.amountCents));
  const scale = { largestCents, most: width < NARROW ? 14 : 24 };
  const drawn = drawnPlaces(places, { projection, width, height }).map((spot) => ({
    ...spot,
    radius: radiusOf(spot.place.of.totals.amountCents, scale),
  }));
  const centre = drawn.find(({ key, place }) => key === chosen && place.kind === "canteen")?.place.of
    .position;
  return (
    <>
      <svg className={classes.map} width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
        <title>{t`Carte des cantines et des fournisseurs`}</title>
        {paint.defs}
        <svg aria-hidden="true" focusable="false">
          {projection.areas.map(({ id, name, path }) => (
            <path key={id} className={classes.area} d={path}>
              <title>{name}</title>
            </path>
          ))}
          <path className={classes.limits} d={projection.limits} />
          {centre && <Rings centre={centre} projection={projection} localRadiusM={figures.localRadiusM} />}
          <FlowLines flows={flows} projection={projection} width={width} />
        </svg>
        <Places {...props} drawn={drawn} fill={(place) => paint.fill(place.of.shares[indicator].strict)} />
      </svg>
      <MapLegend paint={paint} scale={scale} withFlows={flows.length > 0} />
    </>
  );
}

/** Circles that the drawing holds, the larger ones under the smaller ones. */
function drawnPlaces(
  places: readonly MapPlace[],
  { projection, width, height }: { projection: MapProjection; width: number; height: number },
): (Spot & { place: MapPlace })[] {
  const spots = places.flatMap((place) => {
    if (place.of.position === null) return [];
    const [x, y] = projection.place(place.of.position);
    return x < 0 || y < 0 || x > width || y > height ? [] : [{ key: place.key, place, x, y }];
  });
  const gap = 13;
  return spreadSpots(spots, gap).toSorted(
    (a, b) => b.place.of.totals.amountCents - a.place.of.totals.amountCents || (a.key < b.key ? -1 : 1),
  );
}

interface PlacesProps extends MapDrawingProps {
  drawn: readonly DrawnPlace[];
  fill: (place: MapPlace) => string;
}

/** One stop of Tab for all circles; arrows go from one to the next, Enter opens it. */
function Places({ drawn, fill, indicator, chosen, hrefOf, onChoose, width }: PlacesProps): React.ReactNode {
  const { i18n } = useLingui();
  const locale = useLocale();
  const group = useRef<SVGGElement>(null);
  const [current, setCurrent] = useState<string | null>(null);
  const pointed = usePointed();
  const isThere = (key: string | null): boolean => drawn.some((one) => one.key === key);
  const stop = [current, chosen].find(isThere) ?? drawn[0]?.key;
  const shown = drawn.find(({ key }) => key === pointed.key);
  const onKeyDown = (event: React.KeyboardEvent, key: string): void => {
    const next = nextSpot(drawn, key, event.key);
    if (next === undefined) return;
    event.preventDefault();
    setCurrent(next);
    group.current?.querySelector<SVGAElement>(`[data-place="${next}"]`)?.focus();
  };
  return (
    <>
      <g ref={group}>
        {drawn.map(({ key, x, y, radius, place }) => (
          <a
            key={key}
            href={hrefOf(place)}
            tabIndex={key === stop ? 0 : -1}
            aria-label={placeName(place, { indicator, locale, i18n })}
            aria-current={key === chosen ? "true" : undefined}
            data-place={key}
            data-kind={place.kind}
            className={classes.place}
            onClick={(event) => {
              if (event.ctrlKey || event.metaKey) return;
              event.preventDefault();
              setCurrent(key);
              onChoose(place);
            }}
            onKeyDown={(event) => onKeyDown(event, key)}
            onFocus={() => {
              setCurrent(key);
              pointed.point(key);
            }}
            onBlur={pointed.leave}
            onPointerEnter={() => pointed.point(key)}
            onPointerLeave={pointed.leave}
          >
            <circle className={classes.halo} cx={x} cy={y} r={radius + 4} />
            <circle className={classes.circle} cx={x} cy={y} r={radius} style={{ fill: fill(place) }} />
          </a>
        ))}
      </g>
      {shown !== undefined && <PlaceLabel spot={shown} width={width} pointed={pointed} />}
    </>
  );
}

interface PlaceLabelProps {
  spot: DrawnPlace;
  width: number;
  pointed: Pointed;
}

/** The name of the circle that is pointed at or has the focus; the pointer may go over it. */
function PlaceLabel({ spot, width, pointed }: PlaceLabelProps): React.ReactNode {
  const { key, x, y, radius, place } = spot;
  const toTheLeft = x > width / 2;
  const aside = (radius + 8) * (toTheLeft ? -1 : 1);
  return (
    <svg aria-hidden="true" focusable="false" className={classes.over}>
      <text
        className={classes.label}
        x={x + aside}
        y={y}
        dy="0.35em"
        textAnchor={toTheLeft ? "end" : "start"}
        onPointerEnter={() => pointed.point(key)}
        onPointerLeave={pointed.leave}
      >
        {place.of.name}
      </text>
    </svg>
  );
}

interface RingsProps {
  centre: Point;
  projection: MapProjection;
  localRadiusM: number | null;
}

/** Usual distances around a canteen, and the organisation's own as a full line. */
function Rings({ centre, projection, localRadiusM }: RingsProps): React.ReactNode {
  const locale = useLocale();
  const usual = USUAL_RADII_KM.slice(0, 5).map((km) => km * 1000);
  const radii = [...new Set([...usual, ...(localRadiusM === null ? [] : [localRadiusM])])];
  const [x] = projection.place(centre);
  return radii.map((metres) => {
    const [, top] = projection.place({ ...centre, latE6: centre.latE6 + Math.round(metres * E6_IN_METRE) });
    const isLocal = metres === localRadiusM;
    return (
      <g key={metres}>
        <path className={classes.ring} data-local={isLocal} d={projection.ring(centre, metres)} />
        {top > LABEL_ROOM && (
          <text className={classes.ringLabel} data-local={isLocal} x={x} y={top} dy="0.35em">
            {formatWholeKm(metres, locale)}
          </text>
        )}
      </g>
    );
  });
}

interface FlowLinesProps {
  flows: readonly DrawnFlow[];
  projection: MapProjection;
  width: number;
}

/** From the commune of production to the canteen, the thicker the more is bought. */
function FlowLines({ flows, projection, width }: FlowLinesProps): React.ReactNode {
  const largest = Math.max(1, ...flows.map(({ amountCents }) => amountCents));
  const most = width < NARROW ? 4 : 7;
  return flows.slice(0, MOST_FLOWS_DRAWN).map(({ commune, canteenId, amountCents, position, to }) => {
    if (position === null || to === null || amountCents <= 0) return null;
    const [x1, y1] = projection.place(position);
    const [x2, y2] = projection.place(to);
    const [bendX, bendY] = [(x1 + x2) / 2 + (y2 - y1) * 0.12, (y1 + y2) / 2 - (x2 - x1) * 0.12];
    const weight = Math.max(0.75, (amountCents / largest) * most);
    return (
      <path
        key={`${commune} ${canteenId}`}
        className={classes.flow}
        d={`M${x1.toFixed(1)} ${y1.toFixed(1)}Q${bendX.toFixed(1)} ${bendY.toFixed(1)} ${x2.toFixed(1)} ${y2.toFixed(1)}`}
        strokeWidth={weight.toFixed(2)}
      />
    );
  });
}
