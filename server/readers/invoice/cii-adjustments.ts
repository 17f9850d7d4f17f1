import type { InvoiceAdjustment } from "../../../shared/invoices.ts";
import { textsOf } from "./draft.ts";
import { centsAt, decimalAt } from "./numbers.ts";
import type { Place } from "./place.ts";
import { within } from "./place.ts";
import { INVOICE_LIMITS } from "./refusal.ts";
import { tidy } from "./tidy.ts";
import { findAll, findFirst } from "./walk.ts";
import type { XmlNode } from "./xml-tree.ts";

/** Allowances or charges right inside a settlement; transport of the EXTENDED profile is a charge. */
export function readCiiAdjustments(place: Place, field: "allowances" | "charges"): InvoiceAdjustment[] {
  const nodes = findAll(place.node, "SpecifiedTradeAllowanceCharge").filter(
    (node) => isCharge(node) === (field === "charges"),
  );
  const services = field === "charges" ? findAll(place.node, "SpecifiedLogisticsServiceCharge") : [];
  return [...nodes, ...services].slice(0, INVOICE_LIMITS.entries).flatMap((node, index) => {
    const inner = within(place, node, `${field}[${index}]`);
    const cents = centsAt(inner, { path: "ActualAmount|AppliedAmount", field: "cents" });
    if (cents === null) return [];
    const tax = "CategoryTradeTax|AppliedTradeTax";
    return [
      {
        cents,
        baseCents: centsAt(inner, { path: "BasisAmount", field: "baseCents" }),
        percent: decimalAt(inner, { path: "CalculationPercent", field: "percent" }),
        vatRate: decimalAt(inner, {
          path: `${tax}/RateApplicablePercent|ApplicablePercent`,
          field: "vatRate",
        }),
        ...textsOf(inner, {
          reason: "Reason|Description",
          reasonCode: "ReasonCode",
          vatCategory: `${tax}/CategoryCode`,
        }),
      },
    ];
  });
}

/** An indicator that is absent makes an allowance. */
export function isCharge(node: XmlNode): boolean {
  const text = tidy(findFirst(node, "ChargeIndicator/Indicator")?.text ?? "").toLowerCase();
  return text === "true" || text === "1";
}
