import { formatWholeKm } from "../../shared/format/measures.ts";
import type { Point } from "../../shared/geo/distance.ts";
import { USUAL_RADII_KM } from "../../shared/local-definitions.ts";
import { useLocale } from "../ui/locale.ts";
import classes from "./map.module.css";
import type { DrawnFlow } from "./map-data.ts";
import { MOST_FLOWS_DRAWN } from "./map-data.ts";
import type { Frame } from "./map-view.ts";
import { shownAt } from "./map-view.ts";
import type { MapProjection } from "./projection.ts";

/** Millionths of a degree of latitude in a metre. */
const E6_IN_METRE = 1e6 / 111_195;
const LABEL_ROOM = 10;

interface LayerProps {
  projection: MapProjection;
  frame: Frame;
}

/** Usual distances around a canteen, and the organisation's own as a full line. */
export function Rings({
  centre,
  localRadiusM,
  projection,
  frame,
}: LayerProps & { centre: Point; localRadiusM: number | null }): React.ReactNode {
  const locale = useLocale();
  const usual = USUAL_RADII_KM.slice(0, 5).map((km) => km * 1000);
  const radii = [...new Set([...usual, ...(localRadiusM === null ? [] : [localRadiusM])])];
  return radii.map((metres) => {
    const north = { ...centre, latE6: centre.latE6 + Math.round(metres * E6_IN_METRE) };
    const [x, top] = shownAt(frame, projection.place(north));
    const isLocal = metres === localRadiusM;
    return (
      <g key={metres}>
        <path
          className={classes.ring}
          data-local={isLocal}
          d={projection.ring(centre, metres)}
          transform={transformOf(frame)}
        />
        {top > LABEL_ROOM && (
          <text className={classes.ringLabel} data-local={isLocal} x={x} y={top} dy="0.35em">
            {formatWholeKm(metres, locale)}
          </text>
        )}
      </g>
    );
  });
}

/** From the commune of production to the canteen, the thicker the more is bought. */
export function FlowLines({
  flows,
  most,
  projection,
  frame,
}: LayerProps & {
  flows: readonly DrawnFlow[];
  /** Pixels of the largest. */
  most: number;
}): React.ReactNode {
  const largest = Math.max(1, ...flows.map(({ amountCents }) => amountCents));
  return flows.slice(0, MOST_FLOWS_DRAWN).map(({ commune, canteenId, amountCents, position, to }) => {
    if (position === null || to === null || amountCents <= 0) return null;
    const [x1, y1] = shownAt(frame, projection.place(position));
    const [x2, y2] = shownAt(frame, projection.place(to));
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

/** Of what is drawn on the whole map; lines keep their width by the style. */
export function transformOf({ zoom, x, y }: Frame): string {
  return `translate(${x.toFixed(2)} ${y.toFixed(2)}) scale(${zoom.toFixed(4)})`;
}
