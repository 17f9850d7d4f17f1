import type { Spot } from "./neighbours.ts";
import type { MapSize } from "./projection.ts";

/** A circle with a name to write beside it. */
export type NamedSpot = Spot & { radius: number; name: string };

/** Where a name is written: from `x` on, or up to it. */
export interface Label {
  key: string;
  name: string;
  x: number;
  y: number;
  anchor: "start" | "end";
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Mean width of a letter and height of a line, pixels, of the map's 13-pixel letters. */
const LETTER = 7.4;
const LINE = 18;
const GAP = 6;

/**
 * Names that have room, the first spots first: inside the frame, over no circle and no other name. Those left out are
 * read when the circle is pointed at, or nearer.
 */
export function labelsWithRoom(spots: readonly NamedSpot[], { width, height }: MapSize): Label[] {
  const taken = spots.map(({ x, y, radius }) => ({
    left: x - radius,
    right: x + radius,
    top: y - radius,
    bottom: y + radius,
  }));
  const labels: Label[] = [];
  for (const { key, name, x, y, radius } of spots) {
    for (const anchor of ["start", "end"] as const) {
      const from = x + (radius + GAP) * (anchor === "start" ? 1 : -1);
      const length = name.length * LETTER;
      const box = {
        left: anchor === "start" ? from : from - length,
        right: anchor === "start" ? from + length : from,
        top: y - LINE / 2,
        bottom: y + LINE / 2,
      };
      const inside = box.left >= 0 && box.right <= width && box.top >= 0 && box.bottom <= height;
      if (!inside || taken.some((other) => overlap(box, other))) continue;
      taken.push(box);
      labels.push({ key, name, x: from, y, anchor });
      break;
    }
  }
  return labels;
}

function overlap(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}
