import type { Ratio } from "../../shared/cells.ts";
import type { Projection } from "./target-data.ts";

const LEFT = 52;
const RIGHT = 12;
const TOP = 28;
const BOTTOM = 32;
const BASIS_POINTS = 10_000;
/** The first months of a year swing: fewer days than this are not drawn. */
const LEAST_DAYS = 4;
const LABEL_PX = 20;
const MARGIN_BP = 100;
/** Quarters of the scale, basis points. */
const STEPS = [100, 200, 300, 500, 800, 1000, 1500, 2000];

export interface TrajectoryPlaces {
  known: { left: number; right: number; path: string };
  /** The closed shape between the two ends of the range; empty when the year is over. */
  cone: string;
  /** What is expected, from today on. */
  middle: string;
  months: { index: number; x: number; span: number }[];
  lines: { bp: number; y: number; labelY: number }[];
  ticks: { bp: number; y: number }[];
  now: { x: number; y: number; bp: number } | null;
  end: { x: number; y: number; bp: number } | null;
}

/** Where everything of the curve stands: days of service across, the rate upwards. */
export function placesOf(
  { points, soFar }: Projection,
  { targetsBp, width, height }: { targetsBp: readonly number[]; width: number; height: number },
): TrajectoryPlaces {
  const right = Math.max(LEFT + 1, width - RIGHT);
  const days = Math.max(1, points.at(-1)?.daysUpTo ?? 1);
  const expected = points.flatMap((point) =>
    point.expected === null ? [] : [{ ...point, ...point.expected }],
  );
  const begun = points.filter(
    ({ known, daysUpTo }) => known !== null && known.denominator > 0 && daysUpTo >= LEAST_DAYS,
  );
  const rates = begun.flatMap(({ known }) => (known === null ? [] : [rateBp(known)]));
  const figures = [...rates, ...targetsBp, ...expected.flatMap(({ lowBp, highBp }) => [lowBp, highBp])];
  const { bottomBp, topBp } = scaleOf(figures);
  const x = (upTo: number): number => round(LEFT + (upTo / days) * (right - LEFT));
  const y = (bp: number): number =>
    round(height - BOTTOM - ((bp - bottomBp) / (topBp - bottomBp)) * (height - TOP - BOTTOM));
  const over = begun.filter((point) => point.expected === null);
  const today = todayOf(points, { soFar, isOver: expected.length === 0 });
  const start = today ?? null;
  const path = [
    ...over.map(({ known, daysUpTo }) => [x(daysUpTo), y(rateBp(known ?? soFar))]),
    ...(start ? [[x(start.days), y(start.bp)]] : []),
  ];
  const ahead = start === null ? [] : expected;
  const origin = start === null ? [] : [[x(start.days), y(start.bp)]];
  const upper = ahead.map(({ daysUpTo, highBp }) => [x(daysUpTo), y(highBp)]);
  const lower = ahead.map(({ daysUpTo, lowBp }) => [x(daysUpTo), y(lowBp)]);
  const centre = ahead.map(({ daysUpTo, middleBp }) => [x(daysUpTo), y(middleBp)]);
  const last = ahead.at(-1);
  return {
    known: { left: LEFT, right, path: pathOf(path) },
    cone: ahead.length === 0 ? "" : `${pathOf([...origin, ...upper, ...lower.toReversed()])}Z`,
    middle: pathOf([...origin, ...centre]),
    months: points.map(({ daysUpTo }, index) => {
      const before = points[index - 1]?.daysUpTo ?? 0;
      return { index, x: x((before + daysUpTo) / 2), span: x(daysUpTo) - x(before) };
    }),
    lines: labelled(targetsBp.map((bp) => ({ bp, y: y(bp) }))),
    ticks: [0, 1, 2, 3, 4].map((quarter) => {
      const bp = bottomBp + (quarter * (topBp - bottomBp)) / 4;
      return { bp, y: y(bp) };
    }),
    now: start === null || soFar.denominator <= 0 ? null : { x: x(start.days), y: y(start.bp), bp: start.bp },
    end: last === undefined ? null : { x: x(last.daysUpTo), y: y(last.middleBp), bp: last.middleBp },
  };
}

/** Where today stands: after the days that are over, within the month under way as its days go. */
function todayOf(
  points: Projection["points"],
  { soFar, isOver }: { soFar: Ratio; isOver: boolean },
): { days: number; bp: number } | null {
  if (soFar.denominator <= 0) return null;
  const begun = points.filter(({ known }) => known !== null);
  const last = begun.at(-1);
  if (last === undefined) return null;
  const before = begun.at(-2)?.daysUpTo ?? 0;
  const days = isOver || last.expected === null ? last.daysUpTo : (before + last.daysUpTo) / 2;
  return { days, bp: rateBp(soFar) };
}

function pathOf(places: readonly (readonly number[])[]): string {
  return places.map(([x, y], index) => `${index === 0 ? "M" : "L"}${x} ${y}`).join("");
}

function rateBp({ numerator, denominator }: Ratio): number {
  return denominator <= 0 ? 0 : Math.round((numerator * BASIS_POINTS) / denominator);
}

/** A label stands over its line; when the line above is too near, under it. */
function labelled(lines: readonly { bp: number; y: number }[]): TrajectoryPlaces["lines"] {
  const down = lines.toSorted((a, b) => a.y - b.y);
  return down.map((line, index) => {
    const above = down[index - 1];
    const isTight = above !== undefined && line.y - above.y < LABEL_PX;
    return { ...line, labelY: isTight ? line.y + LABEL_PX - 4 : line.y - 6 };
  });
}

/** Round ends around every figure, whose quarters are whole percents: what moves must be seen to move. */
function scaleOf(figures: readonly number[]): { bottomBp: number; topBp: number } {
  const [low, high] = [Math.min(...figures), Math.max(...figures)];
  for (const step of STEPS) {
    const bottomBp = Math.max(0, Math.floor((low - MARGIN_BP) / step) * step);
    if (bottomBp + 4 * step >= high + MARGIN_BP) return { bottomBp, topBp: bottomBp + 4 * step };
  }
  return { bottomBp: 0, topBp: BASIS_POINTS };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
