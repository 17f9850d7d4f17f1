import { dateAt } from "./dates.ts";
import type { InvoiceDraft } from "./draft.ts";
import type { Place } from "./place.ts";
import { textAt, within } from "./place.ts";
import { INVOICE_LIMITS } from "./refusal.ts";
import { findAll } from "./walk.ts";

/** BG-3: the invoices that this one follows; one without a number is none. */
export function precedingAt(
  place: Place,
  { path, number, issued }: Record<"path" | "number" | "issued", string>,
): InvoiceDraft["precedingInvoices"] {
  return findAll(place.node, path)
    .slice(0, INVOICE_LIMITS.entries)
    .flatMap((node) => {
      const inner = within(place, node, "precedingInvoices");
      const said = textAt(inner, { path: number, field: "number" });
      return said === null ? [] : [{ number: said, date: dateAt(inner, { path: issued, field: "issued" }) }];
    });
}
