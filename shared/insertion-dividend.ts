import type { Ratio } from "./cells.ts";
import type { IsoMonth } from "./facts.ts";
import type { Id } from "./ids.ts";
import { apportionCents } from "./money.ts";

/**
 * What one canteen bought in one month from one source of insertion hours: a workshop, or who holds lots with a social
 * clause of an organisation.
 */
export interface MonthPurchase {
  month: IsoMonth;
  sourceId: string;
  canteenId: Id;
  /** Accepted, or as far as weights are known. */
  grams: number;
  /** HT, cents, signed. */
  amountCents: number;
}

/** Insertion hours of one source in one month, hundredths. */
export interface MonthInsertion {
  month: IsoMonth;
  sourceId: string;
  hoursE2: number;
}

/** What a canteen's purchases stand for. */
export interface InsertionPart {
  /** Hundredths of an hour of insertion work. */
  hoursE2: number;
  grams: number;
  /** HT, cents. */
  amountCents: number;
}

export interface InsertionDividend {
  /** By canteen, of those that bought. */
  parts: ReadonlyMap<Id, InsertionPart>;
  /** Hundredths of an hour of months in which nothing was bought: no canteen's. */
  unsharedE2: number;
}

/**
 * Each month of each source, its insertion hours are shared out by the kilos or by the euros bought: the parts of all
 * its canteens add up to its hours, to the hundredth. Purchases of every canteen are to be given, whoever asks.
 */
export function shareInsertion(
  purchases: readonly MonthPurchase[],
  hours: readonly MonthInsertion[],
  by: "grams" | "amountCents",
): InsertionDividend {
  const parts = new Map<Id, InsertionPart>();
  for (const { canteenId, grams, amountCents } of purchases) {
    const known = parts.get(canteenId) ?? NO_PART;
    parts.set(canteenId, addPart(known, { hoursE2: 0, grams, amountCents }));
  }
  let unsharedE2 = 0;
  for (const { month, sourceId, hoursE2 } of hours) {
    const served = purchases
      .filter((one) => one.month === month && one.sourceId === sourceId && one[by] > 0)
      .toSorted((a, b) => (a.canteenId < b.canteenId ? -1 : 1));
    if (served.length === 0) {
      unsharedE2 += hoursE2;
      continue;
    }
    // Integers, whatever they count.
    const shares = apportionCents(
      hoursE2,
      served.map((one) => one[by]),
    );
    served.forEach(({ canteenId }, index) => {
      const part = { ...NO_PART, hoursE2: shares[index] ?? 0 };
      parts.set(canteenId, addPart(parts.get(canteenId) ?? NO_PART, part));
    });
  }
  return { parts, unsharedE2 };
}

/** What one canteen, or several as one, has of each kind of source and of both. */
export interface InsertionByKind {
  workshops: InsertionPart;
  clauses: InsertionPart;
  both: InsertionPart;
}

/** Undefined: nothing was bought of that kind. */
export function insertionByKind(
  workshops: InsertionPart | undefined,
  clauses: InsertionPart | undefined,
): InsertionByKind {
  const parts = { workshops: workshops ?? NO_PART, clauses: clauses ?? NO_PART };
  return { ...parts, both: sumParts([parts.workshops, parts.clauses]) };
}

/** Several parts as one. */
export function sumParts(parts: Iterable<InsertionPart>): InsertionPart {
  let sum = NO_PART;
  for (const part of parts) sum = addPart(sum, part);
  return sum;
}

/** Hours for a tonne bought, as an exact ratio of hours; over nothing it is null when shown. */
export function hoursPerTonne({ hoursE2, grams }: InsertionPart): Ratio {
  return { numerator: hoursE2 * 10_000, denominator: grams };
}

/** Hours for 1 000 € HT spent there. */
export function hoursPerThousandEuros({ hoursE2, amountCents }: InsertionPart): Ratio {
  return { numerator: hoursE2 * 1_000, denominator: amountCents };
}

const NO_PART: InsertionPart = { hoursE2: 0, grams: 0, amountCents: 0 };

function addPart(one: InsertionPart, other: InsertionPart): InsertionPart {
  return {
    hoursE2: one.hoursE2 + other.hoursE2,
    grams: one.grams + other.grams,
    amountCents: one.amountCents + other.amountCents,
  };
}
