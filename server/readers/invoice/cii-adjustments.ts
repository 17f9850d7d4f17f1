import type { InvoiceAdjustment } from "../../../shared/invoices.ts";
import { adjustmentsOf, isTrue } from "./adjustments.ts";
import type { Place } from "./place.ts";
import { findAll } from "./walk.ts";
import type { XmlNode } from "./xml-tree.ts";

const TAX = "CategoryTradeTax|AppliedTradeTax";
const PATHS = {
  amount: "ActualAmount|AppliedAmount",
  base: "BasisAmount",
  percent: "CalculationPercent",
  vatRate: `${TAX}/RateApplicablePercent|ApplicablePercent`,
  reason: "Reason|Description",
  reasonCode: "ReasonCode",
  vatCategory: `${TAX}/CategoryCode`,
} as const;

/** Allowances or charges right inside a settlement; transport of the EXTENDED profile is a charge. */
export function readCiiAdjustments(place: Place, field: "allowances" | "charges"): InvoiceAdjustment[] {
  const nodes = findAll(place.node, "SpecifiedTradeAllowanceCharge").filter(
    (node) => isCharge(node) === (field === "charges"),
  );
  const services = field === "charges" ? findAll(place.node, "SpecifiedLogisticsServiceCharge") : [];
  return adjustmentsOf(place, { field, nodes: [...nodes, ...services], paths: PATHS });
}

export function isCharge(node: XmlNode): boolean {
  return isTrue(node, "ChargeIndicator/Indicator");
}
