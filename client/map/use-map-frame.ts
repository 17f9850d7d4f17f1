import { useCallback, useEffect, useEffectEvent, useMemo, useState } from "react";
import type { Point } from "../../shared/geo/distance.ts";
import type { Frame } from "./map-view.ts";
import { addressOf, centredOn, middleOf, pointOf, WHOLE, wholeAt } from "./map-view.ts";
import type { MapProjection, MapSize } from "./projection.ts";
import type { MapSearch } from "./search.ts";

export type ZoomAddress = Pick<MapSearch, "zoom" | "at">;
export type ChangeFrame = (change: (frame: Frame) => Frame) => void;

interface UseMapFrame {
  projection: MapProjection;
  size: MapSize;
  /** What the address says first. */
  given: ZoomAddress;
  /** Called once the hand rests. */
  onAddress: (address: { [Key in keyof ZoomAddress]: ZoomAddress[Key] | undefined }) => void;
}

const REST_MS = 300;

/** What of the map is shown. Kept as a place on earth: the same whatever the width. */
export function useMapFrame({ projection, size, given, onAddress }: UseMapFrame): {
  frame: Frame;
  change: ChangeFrame;
} {
  const [view, setView] = useState<{ zoom: number; at: Point | null }>(() => ({
    zoom: given.zoom ?? 1,
    at: pointOf(given),
  }));
  const { width, height } = size;
  const frameOf = useCallback(
    ({ zoom, at }: typeof view): Frame =>
      at === null ? WHOLE : centredOn(projection.place(at), zoom, { width, height }),
    [projection, width, height],
  );
  const change = useCallback<ChangeFrame>(
    (next) =>
      setView((before) => {
        const frame = next(frameOf(before));
        const middle = wholeAt(frame, middleOf({ width, height }));
        return frame.zoom <= 1 ? { zoom: 1, at: null } : { zoom: frame.zoom, at: projection.pointAt(middle) };
      }),
    [frameOf, projection, width, height],
  );
  const tell = useEffectEvent(() => {
    const address = view.at === null ? null : addressOf(view.zoom, view.at);
    if (address?.zoom !== given.zoom || address?.at !== given.at)
      onAddress({ zoom: address?.zoom, at: address?.at });
  });
  useEffect(() => {
    if (view === undefined) return;
    const resting = setTimeout(tell, REST_MS);
    return () => clearTimeout(resting);
  }, [view]);
  return { frame: useMemo(() => frameOf(view), [frameOf, view]), change };
}
