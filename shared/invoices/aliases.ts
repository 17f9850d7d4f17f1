import type { InvoiceLine } from "../invoices.ts";
import { searchKey } from "../normalise.ts";

const MAX_ALIAS = 200;

/**
 * Names under which a supplier's article is remembered, the surest first: its item number, its GTIN, else its
 * normalised name; the VAT rate for an invoice that holds no lines.
 */
export function aliasesOf(
  line: Pick<InvoiceLine, "sellerItemId" | "gtin" | "name" | "description" | "vatRate" | "fromTotals">,
): string[] {
  if (line.fromTotals) return [`rate:${line.vatRate ?? ""}`];
  const item = codeKey(line.sellerItemId) ?? "";
  const sure = [item === "" ? "" : `id:${item}`, line.gtin === null ? "" : `gtin:${line.gtin}`];
  const name = searchKey(line.name ?? line.description ?? "");
  // A name alone tells two packs apart badly: it speaks only for a line without a number.
  const named = item === "" && name !== "" ? `name:${name}` : "";
  return [...sure, named].filter((alias) => alias !== "").map((alias) => alias.slice(0, MAX_ALIAS));
}

/** A supplier's own code of an article, however it is typed; null: none. */
export function codeKey(code: string | null): string | null {
  const key = (code ?? "").trim().toUpperCase().slice(0, MAX_ALIAS);
  return key === "" ? null : key;
}

/** The article of the supplier's catalogue that a line is, when its own number or name says so for sure. */
export function articleOfAliases(
  aliases: readonly string[],
  offers: readonly { id: string; code: string | null; name: string }[],
): string | null {
  for (const alias of aliases) {
    const same = offers.filter(({ code, name }) =>
      alias.startsWith("id:")
        ? `id:${code?.trim().toUpperCase()}` === alias
        : `name:${searchKey(name)}` === alias,
    );
    if (same.length === 1) return same[0]?.id ?? null;
  }
  return null;
}
