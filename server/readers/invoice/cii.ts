import type { IsoDate } from "../../../shared/facts.ts";
import type { InvoiceTotals } from "../../../shared/invoices.ts";
import { readCiiAdjustments } from "./cii-adjustments.ts";
import { readCiiLines } from "./cii-lines.ts";
import { readCiiParty } from "./cii-party.ts";
import { dateAt, periodAt } from "./dates.ts";
import type { InvoiceDraft } from "./draft.ts";
import { textsOf } from "./draft.ts";
import { centsAt } from "./numbers.ts";
import type { Place } from "./place.ts";
import { textsAt, within } from "./place.ts";
import { precedingAt } from "./preceding.ts";
import { INVOICE_LIMITS } from "./refusal.ts";
import { taxesOf, totalsAt } from "./sums.ts";
import { tidy } from "./tidy.ts";
import { attributeOf, findAll, findFirst } from "./walk.ts";
import type { XmlNode } from "./xml-tree.ts";

const CONTEXT = "ExchangedDocumentContext|SpecifiedExchangedDocumentContext";
const DOCUMENT = "ExchangedDocument|HeaderExchangedDocument";
const TRANSACTION = "SupplyChainTradeTransaction|SpecifiedSupplyChainTradeTransaction";
const AGREEMENT = `${TRANSACTION}/ApplicableHeaderTradeAgreement|ApplicableSupplyChainTradeAgreement`;
const DELIVERY = `${TRANSACTION}/ApplicableHeaderTradeDelivery|ApplicableSupplyChainTradeDelivery`;
const SETTLEMENT = `${TRANSACTION}/ApplicableHeaderTradeSettlement|ApplicableSupplyChainTradeSettlement`;
const SUMMATION = "SpecifiedTradeSettlementHeaderMonetarySummation|SpecifiedTradeSettlementMonetarySummation";

/** UN/CEFACT Cross Industry Invoice (Factur-X, ZUGFeRD 2, XRechnung) and its forerunner of ZUGFeRD 1.0. */
export function readCii(root: XmlNode): InvoiceDraft {
  const place: Place = { node: root, at: "", line: null, issues: [] };
  const settlement = within(place, findFirst(root, SETTLEMENT));
  return {
    syntax: root.name === "CrossIndustryDocument" ? "ZUGFERD1" : "CII",
    isCreditRoot: false,
    profile: null,
    ...textsOf(place, {
      guideline: `${CONTEXT}/GuidelineSpecifiedDocumentContextParameter/ID`,
      number: `${DOCUMENT}/ID`,
      type: `${DOCUMENT}/TypeCode`,
      currency: `${SETTLEMENT}/InvoiceCurrencyCode`,
      orderReference: `${AGREEMENT}/BuyerOrderReferencedDocument/IssuerAssignedID|ID`,
      salesOrderReference: `${AGREEMENT}/SellerOrderReferencedDocument/IssuerAssignedID|ID`,
      buyerReference: `${AGREEMENT}/BuyerReference`,
      contractReference: `${AGREEMENT}/ContractReferencedDocument/IssuerAssignedID|ID`,
      despatchReference: `${DELIVERY}/DespatchAdviceReferencedDocument|DeliveryNoteReferencedDocument/IssuerAssignedID|ID`,
    }),
    date: dateAt(place, { path: `${DOCUMENT}/IssueDateTime/DateTimeString|DateTime`, field: "date" }),
    dueOn: readDueDate(settlement),
    deliveredOn: dateAt(place, {
      path: `${DELIVERY}/ActualDeliverySupplyChainEvent/OccurrenceDateTime/DateTimeString|DateTime`,
      field: "deliveredOn",
    }),
    period: periodAt(settlement, "period", CII_PERIOD),
    precedingInvoices: precedingAt(settlement, {
      path: "InvoiceReferencedDocument",
      number: "IssuerAssignedID|ID",
      issued: "FormattedIssueDateTime|IssueDateTime/DateTimeString|DateTime",
    }),
    notes: textsAt(place, { path: `${DOCUMENT}/IncludedNote/Content`, field: "notes" }),
    seller: readCiiParty(within(place, findFirst(root, `${AGREEMENT}/SellerTradeParty`), "seller")),
    buyer: readCiiParty(within(place, findFirst(root, `${AGREEMENT}/BuyerTradeParty`), "buyer")),
    deliverTo: readDeliverTo(place),
    lines: readCiiLines(within(place, findFirst(root, TRANSACTION))),
    allowances: readCiiAdjustments(settlement, "allowances"),
    charges: readCiiAdjustments(settlement, "charges"),
    totals: readTotals(settlement),
    taxes: taxesOf(settlement, {
      nodes: findAll(settlement.node, "ApplicableTradeTax"),
      rates: ["RateApplicablePercent|ApplicablePercent"],
      paths: TAX_PATHS,
    }),
    issues: place.issues,
  };
}

const CII_PERIOD = {
  start: "BillingSpecifiedPeriod/StartDateTime/DateTimeString",
  end: "BillingSpecifiedPeriod/EndDateTime/DateTimeString",
} as const;

const TOTAL_PATHS = {
  linesCents: "LineTotalAmount",
  allowancesCents: "AllowanceTotalAmount",
  chargesCents: "ChargeTotalAmount",
  taxExclusiveCents: "TaxBasisTotalAmount",
  taxInclusiveCents: "GrandTotalAmount",
  prepaidCents: "TotalPrepaidAmount",
  roundingCents: "RoundingAmount",
  payableCents: "DuePayableAmount",
} as const;

const TAX_PATHS = {
  category: "CategoryCode",
  exemptionReason: "ExemptionReason",
  base: "BasisAmount",
  tax: "CalculatedAmount",
} as const;

/** BT-9; with a discount for early payment there are several days: the last is the one that binds. */
function readDueDate(settlement: Place): IsoDate | null {
  const path = "DueDateDateTime/DateTimeString|DateTime";
  return findAll(settlement.node, "SpecifiedTradePaymentTerms")
    .slice(0, INVOICE_LIMITS.entries)
    .map((node) => dateAt(within(settlement, node), { path, field: "dueOn" }))
    .reduce((last, day) => (day !== null && (last === null || day > last) ? day : last), null);
}

function readDeliverTo(place: Place): InvoiceDraft["deliverTo"] {
  const node = findFirst(place.node, `${DELIVERY}/ShipToTradeParty`);
  return node === null ? null : readCiiParty(within(place, node, "deliverTo"));
}

function readTotals(settlement: Place): InvoiceTotals {
  const inner = within(settlement, findFirst(settlement.node, SUMMATION), "totals");
  const currency = tidy(findFirst(settlement.node, "InvoiceCurrencyCode")?.text ?? "");
  return totalsAt(inner, TOTAL_PATHS, () => readTaxTotal(inner, currency));
}

/** BT-110, not BT-111, which stands beside it in another currency. */
function readTaxTotal(totals: Place, currency: string): number | null {
  const nodes = findAll(totals.node, "TaxTotalAmount");
  const node = nodes.find((each) => attributeOf(each, "currencyID") === currency) ?? nodes[0];
  if (node === undefined) return null;
  const only: XmlNode = { ...node, children: [node] };
  return centsAt(within(totals, only), { path: "TaxTotalAmount", field: "taxCents" });
}
