import type { Decimal } from "../../../shared/decimals.ts";
import type { InvoiceTax, InvoiceTotals } from "../../../shared/invoices.ts";
import { dateAt, periodAt } from "./dates.ts";
import type { InvoiceDraft } from "./draft.ts";
import { textsOf } from "./draft.ts";
import { centsAt, decimalAt } from "./numbers.ts";
import type { Place } from "./place.ts";
import { textAt, textsAt, within } from "./place.ts";
import { INVOICE_LIMITS } from "./refusal.ts";
import { tidy } from "./tidy.ts";
import { readUblAdjustments } from "./ubl-adjustments.ts";
import { readUblLines } from "./ubl-lines.ts";
import { readUblDelivery, readUblParty } from "./ubl-party.ts";
import { attributeOf, findAll, findFirst } from "./walk.ts";
import type { XmlNode } from "./xml-tree.ts";

/** UBL 2.1 Invoice and CreditNote (Peppol BIS, XRechnung, the French CTC profiles). */
export function readUbl(root: XmlNode): InvoiceDraft {
  const place: Place = { node: root, at: "", line: null, issues: [] };
  return {
    syntax: "UBL",
    isCreditRoot: root.name === "CreditNote",
    profile: null,
    ...textsOf(place, {
      guideline: "CustomizationID",
      number: "ID",
      type: "InvoiceTypeCode|CreditNoteTypeCode",
      currency: "DocumentCurrencyCode",
      orderReference: "OrderReference/ID",
      salesOrderReference: "OrderReference/SalesOrderID",
      buyerReference: "BuyerReference",
      contractReference: "ContractDocumentReference/ID",
      despatchReference: "DespatchDocumentReference/ID",
    }),
    date: dateAt(place, { path: "IssueDate", field: "date" }),
    dueOn:
      dateAt(place, { path: "DueDate", field: "dueOn" }) ??
      dateAt(place, { path: "PaymentMeans/PaymentDueDate", field: "dueOn" }),
    deliveredOn: dateAt(place, { path: "Delivery/ActualDeliveryDate", field: "deliveredOn" }),
    period: periodAt(place, "period", { start: "InvoicePeriod/StartDate", end: "InvoicePeriod/EndDate" }),
    precedingInvoices: readPreceding(place),
    notes: textsAt(place, { path: "Note", field: "notes" }),
    seller: readUblParty(within(place, findFirst(root, "AccountingSupplierParty/Party"), "seller")),
    buyer: readUblParty(within(place, findFirst(root, "AccountingCustomerParty/Party"), "buyer")),
    deliverTo: readUblDelivery(within(place, findFirst(root, "Delivery"), "deliverTo")),
    lines: readUblLines(place),
    allowances: readUblAdjustments(place, "allowances"),
    charges: readUblAdjustments(place, "charges"),
    totals: readTotals(place),
    taxes: readTaxes(place),
    issues: place.issues,
  };
}

function readPreceding(place: Place): InvoiceDraft["precedingInvoices"] {
  return findAll(place.node, "BillingReference/InvoiceDocumentReference|CreditNoteDocumentReference")
    .slice(0, INVOICE_LIMITS.entries)
    .flatMap((node) => {
      const inner = within(place, node, "precedingInvoices");
      const number = textAt(inner, { path: "ID", field: "number" });
      return number === null ? [] : [{ number, date: dateAt(inner, { path: "IssueDate", field: "issued" }) }];
    });
}

function readTotals(place: Place): InvoiceTotals {
  const inner = within(place, findFirst(place.node, "LegalMonetaryTotal"), "totals");
  const amount = (path: string, field: keyof InvoiceTotals): number | null => centsAt(inner, { path, field });
  return {
    linesCents: amount("LineExtensionAmount", "linesCents"),
    allowancesCents: amount("AllowanceTotalAmount", "allowancesCents"),
    chargesCents: amount("ChargeTotalAmount", "chargesCents"),
    taxExclusiveCents: amount("TaxExclusiveAmount", "taxExclusiveCents"),
    taxCents: centsAt(within(place, taxTotalOf(place), "totals"), { path: "TaxAmount", field: "taxCents" }),
    taxInclusiveCents: amount("TaxInclusiveAmount", "taxInclusiveCents"),
    prepaidCents: amount("PrepaidAmount", "prepaidCents"),
    roundingCents: amount("PayableRoundingAmount", "roundingCents"),
    payableCents: amount("PayableAmount", "payableCents"),
  };
}

/** BT-110, not BT-111: the total in the invoice's currency, which has the subtotals. */
function taxTotalOf(place: Place): XmlNode | null {
  const totals = findAll(place.node, "TaxTotal");
  const currency = tidy(findFirst(place.node, "DocumentCurrencyCode")?.text ?? "");
  const inCurrency = totals.filter(
    (node) => attributeOf(findFirst(node, "TaxAmount"), "currencyID") === currency,
  );
  return (
    inCurrency.find((node) => findFirst(node, "TaxSubtotal") !== null) ?? inCurrency[0] ?? totals[0] ?? null
  );
}

function readTaxes(place: Place): InvoiceTax[] {
  return findAll(taxTotalOf(place), "TaxSubtotal")
    .slice(0, INVOICE_LIMITS.entries)
    .map((node, index) => {
      const inner = within(place, node, `taxes[${index}]`);
      const ratePercent: Decimal | null =
        decimalAt(inner, { path: "TaxCategory/Percent", field: "ratePercent" }) ??
        decimalAt(inner, { path: "Percent", field: "ratePercent" });
      return {
        ...textsOf(inner, { category: "TaxCategory/ID", exemptionReason: "TaxCategory/TaxExemptionReason" }),
        ratePercent,
        baseCents: centsAt(inner, { path: "TaxableAmount", field: "baseCents" }),
        taxCents: centsAt(inner, { path: "TaxAmount", field: "taxCents" }),
      };
    });
}
