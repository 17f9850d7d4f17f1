import type { IsoDate } from "../../shared/facts.ts";
import { dateText } from "./build-order.ts";
import type { DraftOwner } from "./draft-storage.ts";
import type { Header } from "./order-header.ts";

interface Carried {
  day: IsoDate;
  supplier: Header["supplier"];
  orderedOn: string;
  deliveredOn: string;
}

/** The strip of a new order: the supplier and the dates of the last one entered today, else today. */
export function newHeader(owner: DraftOwner, today: IsoDate): Header {
  const carried = readCarried(owner);
  const held = carried?.day === today ? carried : null;
  return {
    supplier: held?.supplier ?? null,
    kind: "ORDER",
    status: "DRAFT",
    orderedOn: held?.orderedOn ?? dateText(today),
    deliveredOn: held?.deliveredOn ?? "",
    invoicedOn: "",
    reference: "",
    note: "",
  };
}

/** Remembers the strip of an order just saved, for the next one. */
export function carryOver(owner: DraftOwner, header: Header, today: IsoDate): void {
  const { supplier, orderedOn, deliveredOn } = header;
  const carried: Carried = { day: today, supplier, orderedOn, deliveredOn };
  try {
    localStorage.setItem(keyOf(owner), JSON.stringify(carried));
  } catch {
    // Storage is off: the next order starts from today.
  }
}

function readCarried(owner: DraftOwner): Carried | null {
  try {
    const text = localStorage.getItem(keyOf(owner));
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

function keyOf({ userId, canteenId }: DraftOwner): string {
  return `bonnepart.carried.${userId}.${canteenId}`;
}
