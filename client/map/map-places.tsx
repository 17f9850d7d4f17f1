import { useLingui } from "@lingui/react/macro";
import { useRef, useState } from "react";
import type { Indicator } from "../../shared/indicators/indicators.ts";
import { useLocale } from "../ui/locale.ts";
import type { Label } from "./label-room.ts";
import { labelsWithRoom } from "./label-room.ts";
import classes from "./map.module.css";
import type { MapPlace } from "./map-data.ts";
import { centredOn, isInside, WHOLE, ZOOM_STEP, zoomed } from "./map-view.ts";
import type { Spot } from "./neighbours.ts";
import { nextSpot } from "./neighbours.ts";
import { placeName } from "./place-name.ts";
import type { MapProjection, MapSize } from "./projection.ts";
import type { ChangeFrame } from "./use-map-frame.ts";
import type { Pointed } from "./use-pointed.ts";
import { usePointed } from "./use-pointed.ts";

/** How much nearer a key brings; 0: all is shown. */
const KEYS: Readonly<Record<string, number>> = { "+": ZOOM_STEP, "=": ZOOM_STEP, "-": 1 / ZOOM_STEP, "0": 0 };

export type DrawnPlace = Spot & { place: MapPlace; radius: number };

interface MapPlacesProps {
  /** The larger ones first. */
  drawn: readonly DrawnPlace[];
  indicator: Indicator;
  /** Key of the circle that is open. */
  chosen: string | null;
  size: MapSize;
  projection: MapProjection;
  fill: (place: MapPlace) => string;
  hrefOf: (place: MapPlace) => string;
  onChoose: (place: MapPlace) => void;
  onFrame: ChangeFrame;
}

/**
 * One stop of Tab for all circles; arrows go from one to the next, which comes into the frame, Enter opens it, plus and
 * minus go nearer and farther, 0 shows all.
 */
export function MapPlaces(props: MapPlacesProps): React.ReactNode {
  const { drawn, fill, indicator, chosen, size, projection, hrefOf, onChoose, onFrame } = props;
  const { i18n } = useLingui();
  const locale = useLocale();
  const group = useRef<SVGGElement>(null);
  const [current, setCurrent] = useState<string | null>(null);
  const pointed = usePointed();
  const inFrame = drawn.filter(({ x, y }) => isInside([x, y], size));
  const isThere = (key: string | null): boolean => inFrame.some((one) => one.key === key);
  const stop = [current, chosen].find(isThere) ?? (inFrame[0] ?? drawn[0])?.key;
  const shown = drawn.find(({ key }) => key === pointed.key);
  const names = namesOf(inFrame, { shown, size });
  const reveal = ({ x, y, place }: DrawnPlace): void => {
    const { position } = place.of;
    if (position === null || isInside([x, y], size)) return;
    onFrame(({ zoom }) => centredOn(projection.place(position), zoom, size));
  };
  const onKeyDown = (event: React.KeyboardEvent, { key, x, y }: DrawnPlace): void => {
    const nearer = KEYS[event.key];
    if (nearer !== undefined && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      onFrame((frame) => (nearer === 0 ? WHOLE : zoomed(frame, nearer, size, [x, y])));
      return;
    }
    const next = nextSpot(drawn, key, event.key);
    if (next === undefined) return;
    event.preventDefault();
    setCurrent(next);
    group.current?.querySelector<SVGAElement>(`[data-place="${next}"]`)?.focus({ preventScroll: true });
  };
  return (
    <>
      <g ref={group}>
        {drawn.map((spot) => {
          const { key, x, y, radius, place } = spot;
          return (
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
              onKeyDown={(event) => onKeyDown(event, spot)}
              onFocus={() => {
                setCurrent(key);
                pointed.point(key);
                reveal(spot);
              }}
              onBlur={pointed.leave}
              onPointerEnter={() => pointed.point(key)}
              onPointerLeave={pointed.leave}
            >
              <circle className={classes.halo} cx={x} cy={y} r={radius + 4} />
              <circle className={classes.circle} cx={x} cy={y} r={radius} style={{ fill: fill(place) }} />
            </a>
          );
        })}
      </g>
      <svg aria-hidden="true" focusable="false" className={classes.names}>
        {names.map(
          ({ key, name, x, y, anchor }) =>
            key !== shown?.key && (
              <text key={key} className={classes.name} x={x} y={y} dy="0.35em" textAnchor={anchor}>
                {name}
              </text>
            ),
        )}
      </svg>
      {shown !== undefined && (
        <PlaceLabel
          spot={shown}
          toTheLeft={(names.find(({ key }) => key === shown.key)?.anchor ?? sideOf(shown, size)) === "end"}
          pointed={pointed}
        />
      )}
    </>
  );
}

/** Names that have room; the circle that is pointed at has the choice, and a name of its own. */
function namesOf(
  spots: readonly DrawnPlace[],
  { shown, size }: { shown: DrawnPlace | undefined; size: MapSize },
): Label[] {
  const first = shown === undefined ? spots : [shown, ...spots.filter((spot) => spot !== shown)];
  const named = first.map(({ key, x, y, radius, place }) => ({ key, x, y, radius, name: place.of.name }));
  return labelsWithRoom(named, size);
}

/** Without room, towards the middle. */
function sideOf({ x }: DrawnPlace, { width }: MapSize): Label["anchor"] {
  return x > width / 2 ? "end" : "start";
}

interface PlaceLabelProps {
  spot: DrawnPlace;
  toTheLeft: boolean;
  pointed: Pointed;
}

/** The name of the circle that is pointed at or has the focus; the pointer may go over it. */
function PlaceLabel({ spot, toTheLeft, pointed }: PlaceLabelProps): React.ReactNode {
  const { key, x, y, radius, place } = spot;
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
