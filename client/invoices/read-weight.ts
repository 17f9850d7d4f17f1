import type { Family } from "../../shared/families.ts";
import { formatEntry } from "../../shared/format/numbers.ts";
import type { InvoicePurchase } from "../../shared/invoices/purchases.ts";
import type { Locale } from "../../shared/locales.ts";
import type { Offer } from "../../shared/offers.ts";
import type { PackReading } from "../../shared/pack-text/read-pack.ts";
import { readPack } from "../../shared/pack-text/read-pack.ts";
import { parseScaled } from "../../shared/parsing/numbers.ts";
import { gramsOfOne } from "../../shared/quantity.ts";

/** Net grams of one unit of a line, and where they come from. */
export interface UnitWeight {
  grams: number | null;
  /** TYPED: by a person here. ARTICLE: remembered. TEXT: read in the invoice, `reading` says how. UNIT: sold by weight. */
  from: "TYPED" | "UNREADABLE" | "ARTICLE" | "TEXT" | "UNIT" | "NONE";
  reading: PackReading;
}

/** What one unit weighs: what was typed, else what the article remembers, else what the texts say. */
export function unitWeight(
  purchase: InvoicePurchase,
  { typed, offer, family }: { typed: string | undefined; offer: Offer | null; family: Family | null },
): UnitWeight {
  const { unit, name, texts } = purchase;
  const reading = readPack({ unit, texts: [name, ...texts], drink: family === "BOISSONS" });
  if (unit !== null && gramsOfOne(unit, null) !== null)
    return { grams: reading.grams, from: "UNIT", reading };
  if (typed !== undefined) return typedWeight(typed, reading);
  if (offer !== null && offer.packGrams !== null && offer.unit === unit)
    return { grams: offer.packGrams, from: "ARTICLE", reading };
  return { grams: reading.grams, from: reading.grams === null ? "NONE" : "TEXT", reading };
}

/** What the field shows before anybody types in it. */
export function weightText({ grams }: UnitWeight, locale: Locale): string {
  return grams === null ? "" : formatEntry({ value: grams, decimals: 3 }, locale);
}

function typedWeight(typed: string, reading: PackReading): UnitWeight {
  if (typed.trim() === "") return { grams: null, from: "TYPED", reading };
  const read = parseScaled(typed, 3);
  if (!read.ok || read.value < 1 || read.value > MAX_GRAMS)
    return { grams: null, from: "UNREADABLE", reading };
  return { grams: read.value, from: "TYPED", reading };
}

/** Ten tonnes: no unit weighs more. */
const MAX_GRAMS = 10_000_000;
