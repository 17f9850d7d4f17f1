import type { InvoiceAdjustment } from "../../../shared/invoices.ts";
import { adjustmentsOf, isTrue } from "./adjustments.ts";
import type { Place } from "./place.ts";
import { findAll } from "./walk.ts";

const PATHS = {
  amount: "Amount",
  base: "BaseAmount",
  percent: "MultiplierFactorNumeric",
  vatRate: "TaxCategory/Percent",
  reason: "AllowanceChargeReason",
  reasonCode: "AllowanceChargeReasonCode",
  vatCategory: "TaxCategory/ID",
} as const;

/** Allowances or charges right inside the element. */
export function readUblAdjustments(place: Place, field: "allowances" | "charges"): InvoiceAdjustment[] {
  const nodes = findAll(place.node, "AllowanceCharge").filter(
    (node) => isTrue(node, "ChargeIndicator") === (field === "charges"),
  );
  return adjustmentsOf(place, { field, nodes, paths: PATHS });
}
