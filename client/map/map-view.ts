import type { Point } from "../../shared/geo/distance.ts";
import type { MapSize } from "./projection.ts";
import type { MapSearch } from "./search.ts";
import { MOST_ZOOM } from "./search.ts";

/** From pixels of the whole map to pixels of what is shown: `zoom` times, then moved. */
export interface Frame {
  /** 1: the whole map. */
  zoom: number;
  x: number;
  y: number;
}

export type Pixel = readonly [x: number, y: number];

/** What a press of a button does. */
export const ZOOM_STEP = 1.6;
export const WHOLE: Frame = { zoom: 1, x: 0, y: 0 };
const E6_IN_ADDRESS = 100;

/** Times nearer (or farther, below 1), with what is under the pixel left there. */
export function zoomed(frame: Frame, factor: number, size: MapSize, about: Pixel = middleOf(size)): Frame {
  const zoom = Math.min(MOST_ZOOM, Math.max(1, frame.zoom * factor));
  const times = zoom / frame.zoom;
  return held(
    { zoom, x: about[0] - (about[0] - frame.x) * times, y: about[1] - (about[1] - frame.y) * times },
    size,
  );
}

/** The map never leaves its frame. */
export function moved(frame: Frame, [dx, dy]: Pixel, size: MapSize): Frame {
  return held({ ...frame, x: frame.x + dx, y: frame.y + dy }, size);
}

/** The frame with this pixel of the whole map in its middle, as far as the map goes. */
export function centredOn([x, y]: Pixel, zoom: number, size: MapSize): Frame {
  const [middleX, middleY] = middleOf(size);
  return held({ zoom, x: middleX - x * zoom, y: middleY - y * zoom }, size);
}

/** Where a pixel of the whole map is shown. */
export function shownAt({ zoom, x, y }: Frame, [px, py]: Pixel): [number, number] {
  return [px * zoom + x, py * zoom + y];
}

/** Which pixel of the whole map is shown there. */
export function wholeAt({ zoom, x, y }: Frame, [px, py]: Pixel): [number, number] {
  return [(px - x) / zoom, (py - y) / zoom];
}

export function isInside([x, y]: Pixel, { width, height }: MapSize): boolean {
  return x >= 0 && y >= 0 && x <= width && y <= height;
}

export function middleOf({ width, height }: MapSize): [number, number] {
  return [width / 2, height / 2];
}

function held({ zoom, x, y }: Frame, { width, height }: MapSize): Frame {
  return {
    zoom,
    x: Math.min(0, Math.max(width * (1 - zoom), x)),
    y: Math.min(0, Math.max(height * (1 - zoom), y)),
  };
}

/** What an address says of the frame: nothing when the whole map is shown. */
export function addressOf(zoom: number, middle: Point): Required<Pick<MapSearch, "zoom" | "at">> | null {
  if (zoom <= 1) return null;
  const degrees = (e6: number): string => (Math.round(e6 / E6_IN_ADDRESS) / 10_000).toFixed(4);
  return { zoom: Math.round(zoom * 100) / 100, at: `${degrees(middle.latE6)},${degrees(middle.lngE6)}` };
}

/** The point that an address speaks of; null: none. */
export function pointOf({ at }: Pick<MapSearch, "at">): Point | null {
  const [lat, lng] = (at ?? "").split(",").map(Number);
  if (lat === undefined || lng === undefined || Number.isNaN(lat) || Number.isNaN(lng)) return null;
  return { latE6: Math.round(lat * 1e6), lngE6: Math.round(lng * 1e6) };
}
