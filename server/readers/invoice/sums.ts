import type { InvoiceTax, InvoiceTotals } from "../../../shared/invoices.ts";
import { textsOf } from "./draft.ts";
import { centsAt, decimalAt } from "./numbers.ts";
import type { Place } from "./place.ts";
import { within } from "./place.ts";
import { INVOICE_LIMITS } from "./refusal.ts";
import type { XmlNode } from "./xml-tree.ts";

/** BT-106 to BT-115, each where the syntax writes it; the tax in the invoice's currency is looked for apart. */
export function totalsAt(
  place: Place,
  paths: Readonly<Record<Exclude<keyof InvoiceTotals, "taxCents">, string>>,
  readTax: () => number | null,
): InvoiceTotals {
  const amount = (field: keyof typeof paths): number | null => centsAt(place, { path: paths[field], field });
  return {
    linesCents: amount("linesCents"),
    allowancesCents: amount("allowancesCents"),
    chargesCents: amount("chargesCents"),
    taxExclusiveCents: amount("taxExclusiveCents"),
    taxCents: readTax(),
    taxInclusiveCents: amount("taxInclusiveCents"),
    prepaidCents: amount("prepaidCents"),
    roundingCents: amount("roundingCents"),
    payableCents: amount("payableCents"),
  };
}

/** BG-23: what is taxed under each category and rate; the rate stands at the first of its paths that says one. */
export function taxesOf(
  place: Place,
  {
    nodes,
    rates,
    paths: { base, tax, ...texts },
  }: {
    nodes: readonly XmlNode[];
    rates: readonly string[];
    paths: Record<"category" | "exemptionReason" | "base" | "tax", string>;
  },
): InvoiceTax[] {
  return nodes.slice(0, INVOICE_LIMITS.entries).map((node, index) => {
    const inner = within(place, node, `taxes[${index}]`);
    return {
      ...textsOf(inner, texts),
      ratePercent: rates.reduce<InvoiceTax["ratePercent"]>(
        (rate, path) => rate ?? decimalAt(inner, { path, field: "ratePercent" }),
        null,
      ),
      baseCents: centsAt(inner, { path: base, field: "baseCents" }),
      taxCents: centsAt(inner, { path: tax, field: "taxCents" }),
    };
  });
}
