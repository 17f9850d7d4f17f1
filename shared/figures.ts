import { yearOf } from "./calendar.ts";
import type { Cell, Ratio } from "./cells.ts";
import type { IsoDate, IsoMonth } from "./facts.ts";
import type { Family } from "./families.ts";
import { FAMILIES } from "./families.ts";
import type { Id } from "./ids.ts";
import { gapToTarget } from "./indicators/gap.ts";
import { groupCells } from "./indicators/groups.ts";
import type { Basis, Indicator } from "./indicators/indicators.ts";
import { INDICATORS } from "./indicators/indicators.ts";
import type { JudgedCell } from "./indicators/judged-cells.ts";
import { judgeCells, sharesOfJudged } from "./indicators/judged-cells.ts";
import type { CourtOuProximite, Shares } from "./indicators/shares.ts";
import { courtOuProximiteCells, weightCoverage } from "./indicators/shares.ts";
import type { Certainty } from "./marks.ts";
import type { MonthRange } from "./periods.ts";
import { completeRange, isInRange, monthsOf, yearBefore } from "./periods.ts";
import type { AppliedTarget, OwnTarget, TargetScope } from "./targets.ts";
import { targetsInForce } from "./targets.ts";

/** Amount, weight and number of lines of some cells. */
export interface Totals {
  /** HT, cents, signed. */
  amountCents: number;
  /** Of the lines that have a weight. */
  weightGrams: number;
  lines: number;
}

/** The rates of one month, family, supplier or canteen. */
export interface GroupFigures<Key extends string = string> {
  key: Key;
  totals: Totals;
  shares: Shares;
}

/** A target beside its figure. */
export interface TargetFigure extends AppliedTarget {
  /** Cents or grams still to move into the numerator, at each certainty; 0: reached; null: nothing bought. */
  gap: Record<Certainty, number | null>;
}

/** Two years side by side, on the months that are over. */
export interface Comparison {
  now: MonthRange;
  before: MonthRange;
  sharesNow: Shares;
  sharesBefore: Shares;
  totalsNow: Totals;
  totalsBefore: Totals;
}

/** All that a dashboard says of a set of cells over a period. */
export interface Figures {
  range: MonthRange;
  basis: Basis;
  totals: Totals;
  shares: Shares;
  courtOuProximite: Record<Certainty, CourtOuProximite>;
  /** How much of the amount the weights speak for, cents. */
  coverage: Ratio;
  /** Null: no month of the period is over, or nothing was bought a year before. */
  comparison: Comparison | null;
  /** Every month of the period, those without purchases too. */
  byMonth: GroupFigures<IsoMonth>[];
  /** The same months a year before. */
  byMonthBefore: GroupFigures<IsoMonth>[];
  /** Families bought, in the order of the State's form. */
  byFamily: GroupFigures<Family>[];
  /** Dearest first. */
  bySupplier: GroupFigures<Id>[];
}

/** The months a dashboard reads: the period and the same one a year before, in one range. */
export function rangeToRead(range: MonthRange): MonthRange {
  return { fromMonth: yearBefore(range).fromMonth, toMonth: range.toMonth };
}

/** Every figure of a dashboard from the cells of `rangeToRead(range)`. */
export function figuresOf(
  cells: readonly Cell[],
  { range, basis, today }: { range: MonthRange; basis: Basis; today: IsoDate },
): Figures {
  const judged = judgeCells(cells);
  const inside = judged.filter((cell) => isInRange(cell.month, range));
  const before = yearBefore(range);
  return {
    range,
    basis,
    ...ratesOf(inside, basis),
    coverage: weightCoverage(inside),
    comparison: comparisonOf(judged, { range, basis, today }),
    byMonth: monthFigures(inside, { range, basis }),
    byMonthBefore: monthFigures(judged, { range: before, basis }),
    byFamily: groupFigures<Family>(inside, { grouping: "family", basis }).toSorted(
      (a, b) => FAMILIES.indexOf(a.key) - FAMILIES.indexOf(b.key),
    ),
    bySupplier: groupFigures<Id>(inside, { grouping: "supplier", basis }).toSorted(
      (a, b) => b.totals.amountCents - a.totals.amountCents || (a.key < b.key ? -1 : 1),
    ),
  };
}

/** The rates of each canteen, in no promised order. */
export function canteenFigures(cells: readonly Cell[], basis: Basis): GroupFigures<Id>[] {
  return groupFigures(judgeCells(cells), { grouping: "canteen", basis });
}

/** The targets in force for one indicator, each with what is missing to reach it. */
export function targetFigures(
  own: readonly OwnTarget[],
  indicator: Indicator,
  { shares, scope }: { shares: Shares; scope: TargetScope },
): TargetFigure[] {
  const { strict, declared } = shares[indicator];
  return targetsInForce(own, indicator, scope).map((target) => ({
    ...target,
    gap: {
      strict: gapToTarget({ ratio: strict, targetBp: target.shareBp }),
      declared: gapToTarget({ ratio: declared, targetBp: target.shareBp }),
    },
  }));
}

/** The target to show first: the lowest one not yet reached, else the highest; null: there is none. */
export function nextTarget(targets: readonly TargetFigure[]): TargetFigure | null {
  const ascending = targets.toSorted((a, b) => a.shareBp - b.shareBp);
  return ascending.find((target) => target.gap.strict !== 0) ?? ascending.at(-1) ?? null;
}

/** One value for each indicator. */
export function perIndicator<T>(make: (indicator: Indicator) => T): Record<Indicator, T> {
  const entries = INDICATORS.map((indicator) => [indicator, make(indicator)] as const);
  return Object.fromEntries(entries) as Record<Indicator, T>;
}

/** Amount, weight and lines of the cells. */
export function totalsOf(cells: readonly Cell[]): Totals {
  const totals: Totals = { amountCents: 0, weightGrams: 0, lines: 0 };
  for (const cell of cells) {
    totals.amountCents += cell.amountCents;
    totals.weightGrams += cell.weightGrams;
    totals.lines += cell.lines;
  }
  return totals;
}

/** Years from the first purchase to today or to the last purchase, latest first; that of today when nothing was bought. */
export function yearsUpTo(today: IsoDate, months: { first: IsoMonth; last: IsoMonth } | null): number[] {
  const year = yearOf(today);
  const first = months === null ? year : Math.min(year, yearOf(months.first));
  const last = months === null ? year : Math.max(year, yearOf(months.last));
  return Array.from({ length: last - first + 1 }, (_, index) => last - index);
}

function ratesOf(
  cells: readonly JudgedCell[],
  basis: Basis,
): Pick<Figures, "totals" | "shares" | "courtOuProximite"> {
  return {
    totals: totalsOf(cells),
    shares: sharesOfJudged(cells, basis),
    courtOuProximite: {
      strict: courtOuProximiteCells(cells, { basis, certainty: "strict" }),
      declared: courtOuProximiteCells(cells, { basis, certainty: "declared" }),
    },
  };
}

function comparisonOf(
  cells: readonly JudgedCell[],
  { range, basis, today }: { range: MonthRange; basis: Basis; today: IsoDate },
): Comparison | null {
  const now = completeRange(range, today);
  if (now === null) return null;
  const before = yearBefore(now);
  const [cellsNow, cellsBefore] = [now, before].map((one) =>
    cells.filter((cell) => isInRange(cell.month, one)),
  );
  if (cellsNow === undefined || cellsBefore === undefined || cellsBefore.length === 0) return null;
  return {
    now,
    before,
    sharesNow: sharesOfJudged(cellsNow, basis),
    sharesBefore: sharesOfJudged(cellsBefore, basis),
    totalsNow: totalsOf(cellsNow),
    totalsBefore: totalsOf(cellsBefore),
  };
}

function monthFigures(
  cells: readonly JudgedCell[],
  { range, basis }: { range: MonthRange; basis: Basis },
): GroupFigures<IsoMonth>[] {
  const groups = groupCells(cells, "month");
  return monthsOf(range).map((month) => groupOf(month, groups.get(month) ?? [], basis));
}

function groupFigures<Key extends string>(
  cells: readonly JudgedCell[],
  { grouping, basis }: { grouping: "family" | "supplier" | "canteen"; basis: Basis },
): GroupFigures<Key>[] {
  return [...groupCells(cells, grouping)].map(([key, group]) => groupOf(key as Key, group, basis));
}

/** The rates of one group of cells. */
export function groupOf<Key extends string>(
  key: Key,
  cells: readonly JudgedCell[],
  basis: Basis,
): GroupFigures<Key> {
  return { key, totals: totalsOf(cells), shares: sharesOfJudged(cells, basis) };
}
