import type { Ratio } from "./cells.ts";
import type { Family } from "./families.ts";
import type { Id } from "./ids.ts";
import type { ChangePart, ShownPartName } from "./indicators/change-parts.ts";
import { CHANGE_PARTS } from "./indicators/change-parts.ts";
import type { MovedItem, RateChange } from "./indicators/rate-change.ts";
import { shownChange } from "./indicators/rate-change.ts";
import { divideHalfAway, toSafeInteger } from "./rounding.ts";

/** One figure of a row in the period before and now. */
export type Twice<T> = readonly [T, T];

/**
 * What moved together in a part: a canteen (or, of one canteen alone, a family) for quantities; else a supplier's
 * products of a family. Null: whichever.
 */
export interface ChangeRow {
  canteenId: Id | null;
  supplierId: Id | null;
  family: Family | null;
  /** Whether it counts, at least as declared, in each period; null: what counts and what does not together. */
  declared: Twice<boolean> | null;
  units: Twice<number>;
  strict: Twice<number>;
  grams: Twice<number>;
  /** Cents (or, by weight, grams) a kilo of what is weighed; null: nothing is. */
  perKg: Twice<number | null>;
  /** Thousandths of a percentage point that the row moves the rate by. */
  effectMilli: number;
}

/** One part of a change, as the page says it. */
export interface ShownPart {
  part: ShownPartName;
  /** Tenths of a point; those of all parts add up to the total. */
  tenths: number;
  /** The part is exactly nothing. */
  none: boolean;
  /** Largest effect first, those that can be seen. */
  rows: ChangeRow[];
  /** What the rows left out move together, thousandths of a point. */
  restMilli: number;
}

export interface ShownRateChange {
  before: Ratio;
  now: Ratio;
  /** Tenths of a point between the two rates as displayed. */
  tenths: number;
  parts: ShownPart[];
  bySupplier: boolean;
}

/** Rows of a part; the rest is one line. */
const MOST_ROWS = 12;
/** Thousandths of a point under which a row says nothing. */
const LEAST_MILLI = 5;
const MILLI_IN_ONE = 100_000;

/** The change as a page and a file show it: parts in tenths of a point, each with what moved most. `rules`: whose changed. */
export function showRateChange(
  change: RateChange,
  rules: "definition" | "law" = "definition",
): ShownRateChange {
  const shown = shownChange(change);
  return {
    before: change.before,
    now: change.now,
    tenths: shown.total,
    bySupplier: change.bySupplier,
    parts: CHANGE_PARTS.map((part) => {
      const rows = rowsOf(change.moved, part);
      const whole = toSafeInteger((change.parts[part] * BigInt(MILLI_IN_ONE)) / change.denominator);
      return {
        part: part === "definition" ? rules : part,
        tenths: shown.parts[part],
        none: change.parts[part] === 0n,
        rows,
        restMilli: whole - rows.reduce((sum, { effectMilli }) => sum + effectMilli, 0),
      };
    }),
  };
}

function rowsOf(moved: readonly MovedItem[], part: ChangePart): ChangeRow[] {
  const groups = new Map<string, MovedItem[]>();
  const alone = new Set(moved.map(({ item }) => item.canteenId)).size === 1;
  for (const one of moved) {
    const { canteenId, supplierId, family, declared } = one.item;
    const key = part === "volume" ? (alone ? family : canteenId) : `${family}|${supplierId}|${declared}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return [...groups.values()]
    .map((group) => rowOf(group, { part, alone }))
    .filter(({ effectMilli }) => Math.abs(effectMilli) >= LEAST_MILLI)
    .toSorted((a, b) => Math.abs(b.effectMilli) - Math.abs(a.effectMilli))
    .slice(0, MOST_ROWS);
}

function rowOf(
  group: readonly MovedItem[],
  { part, alone }: { part: ChangePart; alone: boolean },
): ChangeRow {
  const [first] = group;
  if (first === undefined) throw new RangeError("a row of nothing");
  const { canteenId, supplierId, family, declared } = first.item;
  const sum = (pick: (one: MovedItem) => bigint): number =>
    toSafeInteger(group.reduce((total, one) => total + pick(one), 0n));
  const twice = (pick: (one: MovedItem, period: 0 | 1) => bigint): Twice<number> => [
    sum((one) => pick(one, 0)),
    sum((one) => pick(one, 1)),
  ];
  const effect = group.reduce((total, { effects }) => total + effects[part], 0);
  return {
    canteenId: part === "volume" && !alone ? canteenId : null,
    supplierId: part === "volume" || supplierId === "" ? null : supplierId,
    family: part === "volume" && !alone ? null : family,
    declared: part === "volume" ? null : declared,
    units: twice(({ item }, period) => item.units[period]),
    strict: twice(({ item }, period) => item.strict[period][period]),
    grams: twice(({ item }, period) => item.weight[period]),
    perKg: [perKgOf(group, 0), perKgOf(group, 1)],
    effectMilli: Math.round(effect * MILLI_IN_ONE),
  };
}

function perKgOf(group: readonly MovedItem[], period: 0 | 1): number | null {
  let [units, grams] = [0n, 0n];
  for (const { item } of group) {
    units += item.weighed[period];
    grams += item.grams[period];
  }
  return grams === 0n ? null : toSafeInteger(divideHalfAway(units * GRAMS_IN_KG, grams));
}

const GRAMS_IN_KG = 1000n;
