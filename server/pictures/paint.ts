import type { Colour, Shape } from "./shapes.ts";

export interface Picture {
  width: number;
  height: number;
  /** Red, green, blue of each pixel, row by row. */
  pixels: Uint8Array;
}

/** Lines that each row of pixels is cut into: along them, coverage is exact. */
const LINES = 6;

/** The shapes over one another, on white, with smooth edges. */
export function paint(
  shapes: readonly Shape[],
  { width, height }: { width: number; height: number },
): Picture {
  const pixels = new Uint8Array(width * height * 3).fill(255);
  const coverage = new Float64Array(width);
  for (const { fill, contours } of shapes) {
    const edges = contours.flatMap(edgesOf);
    const top = Math.max(0, Math.floor(edges.reduce((least, { top }) => Math.min(least, top), height)));
    const bottom = Math.min(height, Math.ceil(edges.reduce((most, { bottom }) => Math.max(most, bottom), 0)));
    for (let row = top; row < bottom; row += 1) {
      coverage.fill(0);
      for (let line = 0; line < LINES; line += 1) cover(edges, row + (line + 0.5) / LINES, coverage);
      blend(pixels.subarray(row * width * 3, (row + 1) * width * 3), coverage, fill);
    }
  }
  return { width, height, pixels };
}

/** One row of pixels under a colour that covers part of each. */
function blend(row: Uint8Array, coverage: Float64Array, fill: Colour): void {
  coverage.forEach((lines, column) => {
    const part = Math.min(1, lines / LINES);
    if (part === 0) return;
    fill.forEach((colour, channel) => {
      const under = row[column * 3 + channel] ?? 0;
      row[column * 3 + channel] = Math.round(under + (colour - under) * part);
    });
  });
}

interface Edge {
  top: number;
  bottom: number;
  /** Where it is at `top`, and how far it goes sideways for one down. */
  x: number;
  slope: number;
  /** Down 1, up -1. */
  turn: 1 | -1;
}

function edgesOf(contour: readonly number[]): Edge[] {
  const edges: Edge[] = [];
  const points = contour.length / 2;
  for (let index = 0; index < points; index += 1) {
    const next = (index + 1) % points;
    const [x0 = 0, y0 = 0] = contour.slice(index * 2, index * 2 + 2);
    const [x1 = 0, y1 = 0] = contour.slice(next * 2, next * 2 + 2);
    if (y0 === y1) continue;
    const slope = (x1 - x0) / (y1 - y0);
    edges.push(
      y0 < y1
        ? { top: y0, bottom: y1, x: x0, slope, turn: 1 }
        : { top: y1, bottom: y0, x: x1, slope, turn: -1 },
    );
  }
  return edges;
}

/** Adds what the inside (non-zero winding) covers of each pixel along one line. */
function cover(edges: readonly Edge[], y: number, coverage: Float64Array): void {
  const crossings = edges
    .filter(({ top, bottom }) => top <= y && y < bottom)
    .map(({ top, x, slope, turn }) => ({ x: x + (y - top) * slope, turn }))
    .sort((a, b) => a.x - b.x);
  let winding = 0;
  let from = 0;
  for (const { x, turn } of crossings) {
    if (winding === 0) from = x;
    winding += turn;
    if (winding === 0) addSpan(coverage, from, x);
  }
}

function addSpan(coverage: Float64Array, from: number, to: number): void {
  const [start, end] = [Math.max(0, from), Math.min(coverage.length, to)];
  for (let column = Math.floor(start); column < end; column += 1)
    coverage[column] = (coverage[column] ?? 0) + Math.min(end, column + 1) - Math.max(start, column);
}
