import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { formatWholeKm } from "../../shared/format/measures.ts";
import { formatEntry } from "../../shared/format/numbers.ts";
import { distanceM } from "../../shared/geo/distance.ts";
import { Icon } from "../ui/icons.tsx";
import { useLocale } from "../ui/locale.ts";
import classes from "./map.module.css";
import type { Frame } from "./map-view.ts";
import { WHOLE, wholeAt, ZOOM_STEP, zoomed } from "./map-view.ts";
import type { MapProjection, MapSize } from "./projection.ts";
import { MOST_ZOOM } from "./search.ts";
import type { ChangeFrame } from "./use-map-frame.ts";

interface MapZoomProps {
  frame: Frame;
  size: MapSize;
  projection: MapProjection;
  onChange: ChangeFrame;
}

/** Nearer, farther, all of it; and how near it is, said aloud when it changes. */
export function MapZoom({ frame, size, projection, onChange }: MapZoomProps): React.ReactNode {
  const { t } = useLingui();
  return (
    <div className={classes.zoom} data-no-print>
      <Button
        variant="default"
        aria-label={t`Agrandir la carte`}
        aria-disabled={frame.zoom >= MOST_ZOOM}
        onClick={() => onChange((before) => zoomed(before, ZOOM_STEP, size))}
      >
        <Icon name="plus" />
      </Button>
      <Button
        variant="default"
        aria-label={t`Réduire la carte`}
        aria-disabled={frame.zoom <= 1}
        onClick={() => onChange((before) => zoomed(before, 1 / ZOOM_STEP, size))}
      >
        <Icon name="minus" />
      </Button>
      <Button variant="default" aria-disabled={frame.zoom <= 1} onClick={() => onChange(() => WHOLE)}>
        <Trans>Tout voir</Trans>
      </Button>
      <p role="status">
        <Scale frame={frame} size={size} projection={projection} />
      </p>
    </div>
  );
}

function Scale({ frame, size, projection }: Omit<MapZoomProps, "onChange">): React.ReactNode {
  const locale = useLocale();
  const ends = [0, size.width].map((x) => projection.pointAt(wholeAt(frame, [x, size.height / 2])));
  const [west, east] = ends;
  if (west === undefined || east === undefined) return null;
  const across = formatWholeKm(distanceM(west, east), locale);
  const times = formatEntry({ value: BigInt(Math.round(frame.zoom * 10)), decimals: 1 }, locale);
  return frame.zoom <= 1 ? (
    <Trans>Toute la carte : {across} de large</Trans>
  ) : (
    <Trans>
      Agrandie {times} fois : {across} de large
    </Trans>
  );
}
