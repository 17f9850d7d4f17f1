import type { Cell, Ratio } from "../cells.ts";
import type { IsoDate, IsoMonth } from "../facts.ts";
import type { Id } from "../ids.ts";
import type { MonthRange } from "../periods.ts";
import { addMonths, completeRange, isInRange } from "../periods.ts";
import { divideHalfAway, toSafeInteger } from "../rounding.ts";
import { isReached } from "./gap.ts";
import { groupCells } from "./groups.ts";
import type { Basis, Indicator } from "./indicators.ts";
import type { JudgedCell } from "./judged-cells.ts";
import { judgeCells, sharesOfJudged } from "./judged-cells.ts";
import type { Shares } from "./shares.ts";

/** The rates an elected official follows, in the order of the page. */
export const HEADLINES = [
  "SHORT_OR_LOCAL",
  "ORGANIC",
  "EGALIM",
  "MEAT_FISH",
] as const satisfies readonly Indicator[];
export type Headline = (typeof HEADLINES)[number];

/** Effects are in thousandths of a percentage point of the rate as a whole, a half going away from zero. */
export type NewsItem = { indicator: Headline; effectMilli: number } & (
  | {
      kind: "rate";
      before: Ratio;
      now: Ratio;
      /** The canteen that moved it most the way it went; null: nothing moved, or one canteen alone. */
      most: { canteenId: Id; effectMilli: number } | null;
    }
  /** The canteen's own confirmed rate passed its target, upwards or downwards. */
  | { kind: "reached" | "lost"; canteenId: Id; targetBp: number }
  /** Bought in the month, declared, and without proof. */
  | { kind: "unproven"; units: number }
);

/** What one month changed to the rates of the period. */
export interface SinceLastMonth {
  /** The last month that is over. */
  month: IsoMonth;
  /** Largest effect first, whatever its sign. */
  items: NewsItem[];
}

export interface NewsAsked {
  range: MonthRange;
  basis: Basis;
  today: IsoDate;
  /** Basis points that each canteen aims at. */
  targets: ReadonlyMap<Id, Readonly<Record<Indicator, readonly number[]>>>;
}

interface Counted {
  /** Confirmed and denominator, until the end of the month before, and the month itself. */
  before: Ratio;
  month: Ratio;
  /** Declared without proof in the month. */
  unproven: number;
}

/** What one canteen's months count for in the news, of each rate. */
export interface CanteenNews {
  canteenId: Id;
  counts: Record<Headline, Counted>;
}

/**
 * What the last month that is over changed to each rate since the period began: the rate with the month against the
 * rate without it. A canteen's effect is exact, and the effects of all canteens add up to the change.
 * Null: the month is the first of the period, or none of it is over.
 */
export function newsSinceLastMonth(cells: readonly Cell[], asked: NewsAsked): SinceLastMonth | null {
  const groups = groupCells(cells, "canteen");
  return newsOfCanteens(
    [...groups].map(([canteenId, own]) => {
      const judged = judgeCells(own);
      return canteenNews(canteenId, (months) => sharesDuring(judged, { months, basis: asked.basis }), asked);
    }),
    asked,
  );
}

/**
 * The part of one canteen, from its rates of some of its months (null: it bought nothing in them); null: there is no
 * news of the period.
 */
export function canteenNews(
  canteenId: Id,
  sharesIn: (months: MonthRange) => Shares | null,
  { range, today }: Omit<NewsAsked, "targets" | "basis">,
): CanteenNews | null {
  const months = monthsOfNews(range, today);
  if (months === null || sharesIn(months.over) === null) return null;
  const last = months.over.toMonth;
  const [before, month] = [sharesIn(months.earlier), sharesIn({ fromMonth: last, toMonth: last })];
  const entries = HEADLINES.map((indicator) => [
    indicator,
    {
      before: before?.[indicator].strict ?? NOTHING,
      month: month?.[indicator].strict ?? NOTHING,
      unproven: month === null ? 0 : month[indicator].declared.numerator - month[indicator].strict.numerator,
    },
  ]);
  return { canteenId, counts: Object.fromEntries(entries) as Record<Headline, Counted> };
}

const NOTHING: Ratio = { numerator: 0, denominator: 0 };

/** The news that the parts of the canteens add up to. */
export function newsOfCanteens(
  canteens: readonly (CanteenNews | null)[],
  asked: NewsAsked,
): SinceLastMonth | null {
  const months = monthsOfNews(asked.range, asked.today);
  if (months === null) return null;
  const known = canteens.filter((canteen) => canteen !== null);
  const items = HEADLINES.flatMap((indicator) =>
    newsOf(indicator, {
      canteens: known.map(({ canteenId, counts }) => ({ canteenId, counted: counts[indicator] })),
      targetsOf: (canteenId) => asked.targets.get(canteenId)?.[indicator] ?? [],
    }),
  );
  return {
    month: months.over.toMonth,
    items: items.toSorted((a, b) => Math.abs(b.effectMilli) - Math.abs(a.effectMilli)),
  };
}

/** The months of the period that are over, and those before the last of them. */
function monthsOfNews(range: MonthRange, today: IsoDate): { over: MonthRange; earlier: MonthRange } | null {
  const over = completeRange(range, today);
  if (over === null || over.fromMonth === over.toMonth) return null;
  return { over, earlier: { fromMonth: over.fromMonth, toMonth: addMonths(over.toMonth, -1) } };
}

function sharesDuring(
  cells: readonly JudgedCell[],
  { months, basis }: { months: MonthRange; basis: Basis },
): Shares | null {
  const known = cells.filter(({ month }) => isInRange(month, months));
  return known.length === 0 ? null : sharesOfJudged(known, basis);
}

/** Those that hold the others: organic, meat and fish are among the sustainable and quality ones. */
const UNPROVEN_OF: ReadonlySet<Headline> = new Set(["SHORT_OR_LOCAL", "EGALIM"]);

interface Side {
  canteens: readonly { canteenId: Id; counted: Counted }[];
  targetsOf: (canteenId: Id) => readonly number[];
}

function newsOf(indicator: Headline, { canteens, targetsOf }: Side): NewsItem[] {
  const before = added(canteens.map(({ counted }) => counted.before));
  const month = added(canteens.map(({ counted }) => counted.month));
  const now = added([before, month]);
  if (before.denominator <= 0 || now.denominator <= 0) return [];
  const effects = canteens.map(({ canteenId, counted }) => ({
    canteenId,
    counted,
    effectMilli: effectOf(counted.month, { before, now }),
  }));
  const rate = effectOf(month, { before, now });
  const sign = Math.sign(rate);
  const [most] = effects.toSorted((a, b) => sign * (b.effectMilli - a.effectMilli));
  const items: NewsItem[] = [
    {
      kind: "rate",
      indicator,
      before,
      now,
      effectMilli: rate,
      most:
        most === undefined || sign === 0 || effects.length === 1
          ? null
          : { canteenId: most.canteenId, effectMilli: most.effectMilli },
    },
  ];
  for (const { canteenId, counted, effectMilli } of effects)
    for (const targetBp of targetsOf(canteenId)) {
      const [was, is] = [counted.before, added([counted.before, counted.month])].map((ratio) =>
        isReached({ ratio, targetBp }),
      );
      if (was === false && is === true)
        items.push({ kind: "reached", indicator, canteenId, targetBp, effectMilli });
      if (was === true && is === false)
        items.push({ kind: "lost", indicator, canteenId, targetBp, effectMilli });
    }
  const units = canteens.reduce((sum, { counted }) => sum + counted.unproven, 0);
  if (units > 0 && UNPROVEN_OF.has(indicator))
    items.push({ kind: "unproven", indicator, units, effectMilli: milliOf(units, now.denominator) });
  return items;
}

/** `n/d` more beside `N/D` moves the rate by `(n·D − N·d) / (D·(D + d))`: exact, and additive over the canteens. */
function effectOf(part: Ratio, { before, now }: { before: Ratio; now: Ratio }): number {
  const top =
    BigInt(part.numerator) * BigInt(before.denominator) - BigInt(before.numerator) * BigInt(part.denominator);
  const bottom = BigInt(before.denominator) * BigInt(now.denominator);
  return toSafeInteger(divideHalfAway(top * MILLI_POINTS, bottom));
}

function milliOf(units: number, denominator: number): number {
  return toSafeInteger(divideHalfAway(BigInt(units) * MILLI_POINTS, BigInt(denominator)));
}

/** In one. */
const MILLI_POINTS = 100_000n;

function added(ratios: readonly Ratio[]): Ratio {
  let [numerator, denominator] = [0, 0];
  for (const ratio of ratios) {
    numerator += ratio.numerator;
    denominator += ratio.denominator;
  }
  return { numerator, denominator };
}
