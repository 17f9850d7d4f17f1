import type { InvoiceLine, PartyId } from "../../../shared/invoices.ts";
import { textsOf } from "./draft.ts";
import type { Place } from "./place.ts";
import { note, within } from "./place.ts";
import { INVOICE_LIMITS } from "./refusal.ts";
import { findAll } from "./walk.ts";

/** ISO 6523 of GTIN, and what files write in its place. */
const GTIN_SCHEMES = /^(?:0160|0088|GTIN|EAN|EAN13|EAN-13|SRV)$/i;

/** The GTIN among standard identifiers of an article (BT-157); one with a wrong key is left out, with an issue. */
export function gtinOf(place: Place, ids: readonly PartyId[]): string | null {
  const digitsOf = ids
    .filter(({ scheme }) => scheme === null || GTIN_SCHEMES.test(scheme))
    .map(({ scheme, value }) => ({ scheme, digits: value.replace(/[\s-]/g, "") }));
  const right = digitsOf.find(({ digits }) => isGtin(digits));
  const wrong = digitsOf.find(({ scheme, digits }) => scheme === "0160" && !isGtin(digits));
  if (right === undefined && wrong !== undefined)
    note(place, "gtin", { code: "GTIN_KEY", severity: "warning", value: wrong.digits });
  return right?.digits ?? null;
}

/** 8, 12, 13 or 14 digits whose last is the key: weights 3 and 1 from the right. */
function isGtin(digits: string): boolean {
  if (!/^(?:\d{8}|\d{12,14})$/.test(digits) || /^0+$/.test(digits)) return false;
  const sum = Array.from(digits, Number)
    .reverse()
    .reduce((total, digit, index) => total + (index % 2 === 0 ? digit : digit * 3), 0);
  return sum % 10 === 0;
}

/** Names and longer codes of countries that food invoices of France carry in place of two letters. */
const COUNTRY_NAMES: Readonly<Record<string, string>> = {
  FRA: "FR",
  FRANCE: "FR",
  DEU: "DE",
  ALLEMAGNE: "DE",
  BEL: "BE",
  BELGIQUE: "BE",
  ESP: "ES",
  ESPAGNE: "ES",
  ITA: "IT",
  ITALIE: "IT",
  NLD: "NL",
  "PAYS-BAS": "NL",
  PRT: "PT",
  PORTUGAL: "PT",
  POL: "PL",
  POLOGNE: "PL",
  IRL: "IE",
  IRLANDE: "IE",
  GBR: "GB",
  MAR: "MA",
  MAROC: "MA",
};

/** BT-159 as two letters of ISO 3166-1; null: absent, or not understood (an issue says so). */
export function countryOf(place: Place, text: string | null): string | null {
  if (text === null) return null;
  const upper = text.toUpperCase();
  if (/^[A-Z]{2}$/.test(upper)) return upper;
  const known = COUNTRY_NAMES[upper];
  if (known !== undefined) return known;
  note(place, "originCountry", { code: "COUNTRY_UNKNOWN", severity: "warning", value: text });
  return null;
}

/** BT-160 and BT-161 of an article; those that say nothing are left out. */
export function attributesAt(
  place: Place,
  { path, ...paths }: Record<"path" | "name" | "value", string>,
): InvoiceLine["attributes"] {
  return findAll(place.node, path)
    .slice(0, INVOICE_LIMITS.entries)
    .flatMap((node) => {
      const { name, value } = textsOf(within(place, node, "attributes"), paths);
      return name === null && value === null ? [] : [{ name: name ?? "", value: value ?? "" }];
    });
}
