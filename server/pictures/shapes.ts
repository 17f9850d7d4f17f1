/** A filled outline, in pixels. */
export interface Shape {
  fill: Colour;
  /** Closed: x, y, x, y… */
  contours: readonly (readonly number[])[];
}

/** Red, green, blue, 0 to 255. */
export type Colour = readonly [number, number, number];

/** x' = a x + c y + e, y' = b x + d y + f. */
type Matrix = readonly [number, number, number, number, number, number];

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];
const TAG = /<(\/?)([\w-]+)([^>]*?)(\/?)>/g;
const ATTRIBUTE = /([\w:-]+)="([^"]*)"/g;
const NUMBER = /[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?|[a-zA-Z]/gi;

/**
 * The filled shapes of an SVG as Typst writes it: paths, glyphs used by reference, transforms. What is only stroked,
 * clipped or painted with a pattern is not drawn: our templates hold none.
 */
export function shapesOf(svg: string): Shape[] {
  const glyphs = glyphsOf(svg);
  const body = svg.slice(0, svg.indexOf("<defs") < 0 ? svg.length : svg.indexOf("<defs"));
  const shapes: Shape[] = [];
  const stack: Matrix[] = [IDENTITY];
  for (const [, closing, name, rest = "", alone] of body.matchAll(TAG)) {
    if (closing === "/") {
      stack.pop();
      continue;
    }
    const given = new Map([...rest.matchAll(ATTRIBUTE)].map(([, key = "", value = ""]) => [key, value]));
    const matrix = multiply(stack.at(-1) ?? IDENTITY, matrixOf(given.get("transform")));
    const fill = colourOf(given.get("fill"));
    if (name === "path" && fill !== null)
      shapes.push({ fill, contours: outline(given.get("d") ?? "", matrix) });
    if (name === "use" && fill !== null) {
      const at: Matrix = [1, 0, 0, 1, Number(given.get("x") ?? 0), Number(given.get("y") ?? 0)];
      const d = glyphs.get((given.get("xlink:href") ?? "").slice(1)) ?? "";
      shapes.push({ fill, contours: outline(d, multiply(matrix, at)) });
    }
    if (alone !== "/") stack.push(matrix);
  }
  return shapes;
}

function glyphsOf(svg: string): Map<string, string> {
  const symbols = svg.matchAll(/<symbol id="([^"]+)"[^>]*>\s*<path d="([^"]*)"/g);
  return new Map([...symbols].map(([, id = "", d = ""]) => [id, d]));
}

function colourOf(text: string | undefined): Colour | null {
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(text ?? "");
  if (hex === null) return null;
  const [red = 0, green = 0, blue = 0] = hex.slice(1).map((part) => Number.parseInt(part, 16));
  return [red, green, blue];
}

function matrixOf(text: string | undefined): Matrix {
  if (text === undefined) return IDENTITY;
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = (text.match(NUMBER) ?? [])
    .filter((part) => !/^[a-z]+$/i.test(part))
    .map(Number);
  return text.startsWith("translate") ? [1, 0, 0, 1, a, b] : [a, b, c, d, e, f];
}

function multiply([a, b, c, d, e, f]: Matrix, [k, l, m, n, o, p]: Matrix): Matrix {
  return [a * k + c * l, b * k + d * l, a * m + c * n, b * m + d * n, a * o + c * p + e, b * o + d * p + f];
}

/** How many numbers each command takes at a time. */
const TAKES: Readonly<Record<string, number>> = { m: 2, l: 2, h: 1, v: 1, c: 6, q: 4, z: 0 };

/** A path as closed polygons, its curves cut into straight pieces. */
function outline(d: string, [a, b, c, e, f, g]: Matrix): number[][] {
  const contours: number[][] = [];
  let [x, y, startX, startY] = [0, 0, 0, 0];
  const words = d.match(NUMBER) ?? [];
  let command = "M";
  let index = 0;
  while (index < words.length) {
    const word = words[index] ?? "";
    if (/^[a-z]$/i.test(word)) {
      command = word;
      index += 1;
    }
    const kind = command.toLowerCase();
    const takes = TAKES[kind];
    if (takes === undefined) throw new Error(`A path with ${command}`);
    const given = words.slice(index, index + takes).map(Number);
    index += takes;
    step(kind, absolute(kind, given, command === kind ? [x, y] : [0, 0]));
    // Pairs that follow a move are lines.
    if (command === "m") command = "l";
    if (command === "M") command = "L";
  }
  return contours;

  function step(kind: string, values: readonly number[]): void {
    const [p = 0, q = 0, r = 0, s = 0, t = 0, u = 0] = values;
    if (kind === "m") {
      [startX, startY] = [p, q];
      contours.push([]);
    }
    if (kind === "c") curve([x, y, p, q, r, s, t, u]);
    else if (kind === "q") curve([x, y, ...twoThirds(x, y, p, q), ...twoThirds(r, s, p, q), r, s]);
    else if (kind === "h") add(p, y);
    else if (kind === "v") add(x, p);
    else if (kind === "z") add(startX, startY);
    else add(p, q);
  }

  function add(toX: number, toY: number): void {
    [x, y] = [toX, toY];
    contours.at(-1)?.push(a * x + c * y + f, b * x + e * y + g);
  }

  function curve([x0, y0, x1, y1, x2, y2, x3, y3]: readonly [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ]): void {
    const span =
      (Math.hypot(x3 - x0, y3 - y0) + Math.hypot(x1 - x0, y1 - y0) + Math.hypot(x3 - x2, y3 - y2)) *
      Math.hypot(a, b);
    const pieces = Math.min(24, Math.max(3, Math.ceil(span / 3)));
    for (let piece = 1; piece <= pieces; piece += 1) {
      const t = piece / pieces;
      const [u, v, w, z] = [(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t ** 3];
      add(u * x0 + v * x1 + w * x2 + z * x3, u * y0 + v * y1 + w * y2 + z * y3);
    }
  }
}

/** On the way from an end of a quadratic curve to its one handle: a handle of the same curve as a cubic. */
function twoThirds(endX: number, endY: number, handleX: number, handleY: number): [number, number] {
  return [endX + (2 / 3) * (handleX - endX), endY + (2 / 3) * (handleY - endY)];
}

function absolute(kind: string, given: readonly number[], [x, y]: readonly [number, number]): number[] {
  if (kind === "h") return given.map((value) => value + x);
  if (kind === "v") return given.map((value) => value + y);
  return given.map((value, index) => value + (index % 2 === 0 ? x : y));
}
