import type { InvoiceParty } from "../invoices.ts";
import { searchKey } from "../normalise.ts";

/** Of a key: an index takes no longer one. */
const MAX_KEY = 200;

/** Names under which a seller is remembered, the surest first; its name alone only when it has no number. */
export function sellerAliasesOf({
  siren,
  vat,
  name,
}: Pick<InvoiceParty, "siren" | "vat" | "name">): string[] {
  const numbers = [
    siren === null ? "" : `siren:${siren}`,
    vat === null ? "" : `vat:${vat.slice(0, MAX_KEY)}`,
  ].filter((alias) => alias !== "");
  const key = searchKey(name ?? "").slice(0, MAX_KEY);
  return numbers.length > 0 ? numbers : key === "" ? [] : [`name:${key}`];
}

/** Seller, number and year: what makes two files the same invoice. Null: not enough is said to tell. */
export function invoiceKeyOf({
  seller,
  number,
  date,
}: {
  seller: Pick<InvoiceParty, "siren" | "vat" | "name">;
  number: string | null;
  date: string | null;
}): string | null {
  const [surest] = sellerAliasesOf(seller);
  const written = searchKey(number ?? "").slice(0, MAX_KEY);
  if (surest === undefined || written === "" || date === null) return null;
  return `${surest}/${written}/${date.slice(0, 4)}`;
}
