import type { IsoDate } from "../../shared/facts.ts";
import type { Purchase, PurchaseFacts, PurchaseRow } from "../../shared/purchase-file/purchase-row.ts";
import { pickFacts, sharingRow } from "../../shared/purchase-file/sharing-rows.ts";
import type { PurchaseDetails } from "../../shared/table-mapping/questions.ts";

/** Some purchases of a file as columns, small to send between threads: what was said before is only named. */
export interface PackedPurchases {
  rows: Int32Array<ArrayBuffer>;
  /** Places among all the facts, and all the days, that were sent. */
  facts: Int32Array<ArrayBuffer>;
  days: Int32Array<ArrayBuffer>;
  cents: Float64Array<ArrayBuffer>;
  newFacts: PurchaseFacts[];
  newDays: IsoDate[];
  /** Null: none of them has any. */
  details: (PurchaseDetails | null)[] | null;
}

/** Packs the purchases of one file, some and some more. */
export interface Packing {
  /** False: there is no room for another before `take`. */
  add(purchase: Purchase): boolean;
  /** Those that came since the last time. */
  take(): PackedPurchases;
}

/** Purchases packed at once: few enough to be forgotten young. */
export const PACK = 2_048;

/** A packing that has sent nothing yet. */
export function openPacking(): Packing {
  const placeOfFacts = new Map<PurchaseFacts, number>();
  const placeOfKey = new Map<string, number>();
  const placeOfDay = new Map<IsoDate, number>();
  let pack = emptyPack();
  let length = 0;

  return {
    add({ row, facts, date, amountHtCents, details }) {
      pack.rows[length] = row;
      pack.cents[length] = amountHtCents;
      pack.facts[length] = placeFacts(facts, pack.newFacts);
      pack.days[length] = placeDay(date, pack.newDays);
      if (details !== null) {
        pack.details ??= new Array<PurchaseDetails | null>(length).fill(null);
        pack.details[length] = details;
      } else pack.details?.push(null);
      length += 1;
      return length < PACK;
    },
    take() {
      const taken = pack;
      if (length < PACK)
        for (const name of ["rows", "facts", "days"] as const) taken[name] = taken[name].slice(0, length);
      if (length < PACK) taken.cents = taken.cents.slice(0, length);
      [pack, length] = [emptyPack(), 0];
      return taken;
    },
  };

  /** Facts that come again are the same object; those of a row alone are compared. */
  function placeFacts(facts: PurchaseFacts, fresh: PurchaseFacts[]): number {
    const known = placeOfFacts.get(facts);
    if (known !== undefined) return known;
    const isOwn = "row" in facts;
    const key = isOwn ? keyOf(facts) : null;
    let place = key === null ? undefined : placeOfKey.get(key);
    if (place === undefined) {
      place = placeOfKey.size + placeOfFacts.size;
      fresh.push(pickFacts(facts));
      if (key !== null) placeOfKey.set(key, place);
      else placeOfFacts.set(facts, place);
    }
    return place;
  }

  function placeDay(day: IsoDate, fresh: IsoDate[]): number {
    let place = placeOfDay.get(day);
    if (place === undefined) {
      place = placeOfDay.size;
      placeOfDay.set(day, place);
      fresh.push(day);
    }
    return place;
  }
}

function emptyPack(): PackedPurchases {
  return {
    rows: new Int32Array(PACK),
    facts: new Int32Array(PACK),
    days: new Int32Array(PACK),
    cents: new Float64Array(PACK),
    newFacts: [],
    newDays: [],
    details: null,
  };
}

/** What may change hands instead of being copied: the packed purchases are then empty. */
export function buffersOf({ rows, facts, days, cents }: PackedPurchases): ArrayBuffer[] {
  return [rows.buffer, facts.buffer, days.buffer, cents.buffer];
}

/** Makes the rows again, from what was packed, in the order in which it was. */
export function openUnpacking(): (packed: PackedPurchases) => PurchaseRow[] {
  const allFacts: PurchaseFacts[] = [];
  const allDays: IsoDate[] = [];
  return ({ rows, facts, days, cents, newFacts, newDays, details }) => {
    allFacts.push(...newFacts);
    allDays.push(...newDays);
    return Array.from(rows, (row, at) => {
      const own = allFacts[facts[at] ?? -1];
      const date = allDays[days[at] ?? -1];
      if (own === undefined || date === undefined) throw new Error("packed purchases were lost");
      return sharingRow({
        row,
        date,
        amountHtCents: cents[at] ?? 0,
        details: details?.[at] ?? null,
        facts: own,
      });
    });
  };
}

function keyOf({ claims, ...facts }: PurchaseFacts): string {
  const { siret, description, supplier, family, origin, short, local, localScope, localRadiusM } = facts;
  const marks = [family, origin, short, local, localScope, localRadiusM, claims.join(",")].join("/");
  return JSON.stringify([siret, description, supplier, marks]);
}
