import type { InvoiceAdjustment } from "../../../shared/invoices.ts";
import { textsOf } from "./draft.ts";
import { centsAt, decimalAt } from "./numbers.ts";
import type { Place } from "./place.ts";
import { within } from "./place.ts";
import { INVOICE_LIMITS } from "./refusal.ts";
import { tidy } from "./tidy.ts";
import { findAll, findFirst } from "./walk.ts";
import type { XmlNode } from "./xml-tree.ts";

/** Allowances or charges right inside the element. */
export function readUblAdjustments(place: Place, field: "allowances" | "charges"): InvoiceAdjustment[] {
  const wanted = field === "charges" ? "true" : "false";
  return findAll(place.node, "AllowanceCharge")
    .filter((node) => isTrue(node, "ChargeIndicator") === wanted)
    .slice(0, INVOICE_LIMITS.entries)
    .flatMap((node, index) => {
      const inner = within(place, node, `${field}[${index}]`);
      const cents = centsAt(inner, { path: "Amount", field: "cents" });
      if (cents === null) return [];
      const baseCents = centsAt(inner, { path: "BaseAmount", field: "baseCents" });
      const percent = decimalAt(inner, { path: "MultiplierFactorNumeric", field: "percent" });
      const vatRate = decimalAt(inner, { path: "TaxCategory/Percent", field: "vatRate" });
      const texts = textsOf(inner, {
        reason: "AllowanceChargeReason",
        reasonCode: "AllowanceChargeReasonCode",
        vatCategory: "TaxCategory/ID",
      });
      return [{ cents, baseCents, percent, vatRate, ...texts }];
    });
}

/** An indicator as `true` or `false`; one that is absent is an allowance. */
export function isTrue(node: XmlNode, path: string): "true" | "false" {
  const text = tidy(findFirst(node, path)?.text ?? "").toLowerCase();
  return text === "true" || text === "1" ? "true" : "false";
}
