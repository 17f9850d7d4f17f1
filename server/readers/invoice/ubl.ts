import type { InvoiceTotals } from "../../../shared/invoices.ts";
import { dateAt, periodAt } from "./dates.ts";
import type { InvoiceDraft } from "./draft.ts";
import { textsOf } from "./draft.ts";
import { centsAt } from "./numbers.ts";
import type { Place } from "./place.ts";
import { textsAt, within } from "./place.ts";
import { precedingAt } from "./preceding.ts";
import { taxesOf, totalsAt } from "./sums.ts";
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
    precedingInvoices: precedingAt(place, {
      path: "BillingReference/InvoiceDocumentReference|CreditNoteDocumentReference",
      number: "ID",
      issued: "IssueDate",
    }),
    notes: textsAt(place, { path: "Note", field: "notes" }),
    seller: readUblParty(within(place, findFirst(root, "AccountingSupplierParty/Party"), "seller")),
    buyer: readUblParty(within(place, findFirst(root, "AccountingCustomerParty/Party"), "buyer")),
    deliverTo: readUblDelivery(within(place, findFirst(root, "Delivery"), "deliverTo")),
    lines: readUblLines(place),
    allowances: readUblAdjustments(place, "allowances"),
    charges: readUblAdjustments(place, "charges"),
    totals: readTotals(place),
    taxes: taxesOf(place, {
      nodes: findAll(taxTotalOf(place), "TaxSubtotal"),
      rates: ["TaxCategory/Percent", "Percent"],
      paths: TAX_PATHS,
    }),
    issues: place.issues,
  };
}

const TOTAL_PATHS = {
  linesCents: "LineExtensionAmount",
  allowancesCents: "AllowanceTotalAmount",
  chargesCents: "ChargeTotalAmount",
  taxExclusiveCents: "TaxExclusiveAmount",
  taxInclusiveCents: "TaxInclusiveAmount",
  prepaidCents: "PrepaidAmount",
  roundingCents: "PayableRoundingAmount",
  payableCents: "PayableAmount",
} as const;

const TAX_PATHS = {
  category: "TaxCategory/ID",
  exemptionReason: "TaxCategory/TaxExemptionReason",
  base: "TaxableAmount",
  tax: "TaxAmount",
} as const;

function readTotals(place: Place): InvoiceTotals {
  const inner = within(place, findFirst(place.node, "LegalMonetaryTotal"), "totals");
  return totalsAt(inner, TOTAL_PATHS, () =>
    centsAt(within(place, taxTotalOf(place), "totals"), { path: "TaxAmount", field: "taxCents" }),
  );
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
