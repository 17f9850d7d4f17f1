import type { Cell } from "../cells.ts";
import type { FigureCell } from "./shares.ts";

/** Whether amounts count under the rules of one period. */
export interface Counts {
  strict: boolean;
  declared: boolean;
}

/** Amounts of one period inside the rate's denominator, judged by the rules of both: twice the same when none changed. */
export interface JudgedAmounts extends Pick<Cell, "canteenId" | "supplierId" | "family"> {
  /** 0: the period before; 1: the period now. */
  period: Period;
  /** Under the rules of the period before, and under those of the period now. */
  counts: readonly [Counts, Counts];
  /** Cents of the rate by value, grams of the rate by weight. */
  units: number;
  grams: number;
  /** Units of the amounts that have a weight. */
  weighedUnits: number;
}

export type Period = 0 | 1;
/** A value of the period before, and of the period now. */
export type Pair<T> = readonly [T, T];

/** What one canteen buys from one supplier in one family, counted or not: its two periods side by side. */
export interface ChangeItem extends Pick<JudgedAmounts, "canteenId" | "supplierId" | "family"> {
  /** Whether it is at least declared under the rules of each period. */
  declared: Pair<boolean>;
  /** All its units. */
  units: Pair<bigint>;
  /** Units confirmed, `strict[period][rules]`. */
  strict: Pair<Pair<bigint>>;
  /** All its grams, whether or not they tell quantity from price. */
  weight: Pair<bigint>;
  /** Its weighed part: 0 in both periods when weight does not tell quantity from price. */
  grams: Pair<bigint>;
  weighed: Pair<bigint>;
  /** A share of it can be confirmed: false for credit notes beyond what they correct. */
  shared: boolean;
}

/** More of them, and suppliers are put together: what a canteen buys of a family is then one item. */
export const MOST_ITEMS = 20_000;

/** The amounts as items; `bySupplier` false: those of all suppliers together. */
export function changeItems(amounts: readonly JudgedAmounts[], bySupplier: boolean): ChangeItem[] {
  const groups = new Map<string, JudgedAmounts[]>();
  for (const one of amounts) {
    const [before, now] = one.counts;
    const key = `${one.canteenId}|${bySupplier ? one.supplierId : ""}|${one.family}|${before.declared}|${now.declared}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return [...groups.values()].flatMap((group) => itemOf(group, bySupplier));
}

function itemOf(group: readonly JudgedAmounts[], bySupplier: boolean): ChangeItem[] {
  const [first] = group;
  if (first === undefined) return [];
  const units = pairOf((period) => sumOf(group, (one) => (one.period === period ? one.units : 0)));
  const strict = pairOf((period) =>
    pairOf((rules) =>
      sumOf(group, (one) => (one.period === period && one.counts[rules].strict ? one.units : 0)),
    ),
  );
  const grams = pairOf((period) => sumOf(group, (one) => (one.period === period ? one.grams : 0)));
  const weighed = pairOf((period) => sumOf(group, (one) => (one.period === period ? one.weighedUnits : 0)));
  const shared = PERIODS.every((period) => isShared(units[period], strict[period]));
  const known = shared && PERIODS.every((period) => isWeighed(units[period], grams[period], weighed[period]));
  return [
    {
      canteenId: first.canteenId,
      supplierId: bySupplier ? first.supplierId : "",
      family: first.family,
      declared: [first.counts[0].declared, first.counts[1].declared],
      units,
      strict,
      weight: grams,
      grams: known ? grams : NOTHING,
      weighed: known ? weighed : NOTHING,
      shared,
    },
  ];
}

const PERIODS = [0, 1] as const;
const NOTHING: Pair<bigint> = [0n, 0n];

/** The confirmed part is a share of the whole. */
function isShared(units: bigint, strict: Pair<bigint>): boolean {
  return strict.every((one) => one >= 0n && one <= units);
}

/** The period has a price a kilo, or bought nothing. */
function isWeighed(units: bigint, grams: bigint, weighed: bigint): boolean {
  return units === 0n ? grams === 0n && weighed === 0n : grams > 0n && weighed >= 0n;
}

function pairOf<T>(make: (period: Period) => T): Pair<T> {
  return [make(0), make(1)];
}

function sumOf(group: readonly JudgedAmounts[], pick: (one: JudgedAmounts) => number): bigint {
  return BigInt(group.reduce((sum, one) => sum + pick(one), 0));
}

/** What a cell is, in the units of its basis. */
export function unitsOf(
  cell: Pick<FigureCell, "amountCents" | "weightGrams" | "weighedCents">,
  basis: "value" | "weight",
): Pick<JudgedAmounts, "units" | "grams" | "weighedUnits"> {
  const { amountCents, weightGrams, weighedCents } = cell;
  if (basis === "weight") return { units: weightGrams, grams: weightGrams, weighedUnits: weightGrams };
  return { units: amountCents, grams: weightGrams, weighedUnits: weighedCents };
}
