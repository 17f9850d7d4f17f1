import type { Spec, SpecAdjustment, SpecId, SpecLine, SpecParty } from "./spec.ts";
import { element, leaf } from "./xml.ts";

/** What the forerunner calls otherwise. */
export interface CiiNames {
  root: string;
  namespace: string;
  context: string;
  document: string;
  transaction: string;
  header: (part: "Agreement" | "Delivery" | "Settlement") => string;
  line: (part: "Agreement" | "Delivery" | "Settlement") => string;
  headerSummation: string;
  lineSummation: string;
  rate: string;
  /** Lines come last. */
  linesLast: boolean;
}

export const CII_NAMES: CiiNames = {
  root: "CrossIndustryInvoice",
  namespace: "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100",
  context: "ExchangedDocumentContext",
  document: "ExchangedDocument",
  transaction: "SupplyChainTradeTransaction",
  header: (part) => `ApplicableHeaderTrade${part}`,
  line: (part) => `SpecifiedLineTrade${part}`,
  headerSummation: "SpecifiedTradeSettlementHeaderMonetarySummation",
  lineSummation: "SpecifiedTradeSettlementLineMonetarySummation",
  rate: "RateApplicablePercent",
  linesLast: false,
};

export const ZUGFERD1_NAMES: CiiNames = {
  root: "CrossIndustryDocument",
  namespace: "urn:ferd:CrossIndustryDocument:invoice:1p0",
  context: "SpecifiedExchangedDocumentContext",
  document: "HeaderExchangedDocument",
  transaction: "SpecifiedSupplyChainTradeTransaction",
  header: (part) => `ApplicableSupplyChainTrade${part}`,
  line: (part) => `SpecifiedSupplyChainTrade${part}`,
  headerSummation: "SpecifiedTradeSettlementMonetarySummation",
  lineSummation: "SpecifiedTradeSettlementMonetarySummation",
  rate: "ApplicablePercent",
  linesLast: true,
};

/** A specification as Cross Industry Invoice (D16B), or as ZUGFeRD 1.0. */
export function writeCii(spec: Spec, names: CiiNames = CII_NAMES): string {
  const lines = spec.lines.map((one) => line(one, names));
  const parts = [agreement(spec, names), deliveryPart(spec, names), settlement(spec, names)];
  const body = [
    element(
      `rsm:${names.context}`,
      element("ram:GuidelineSpecifiedDocumentContextParameter", leaf("ram:ID", spec.guideline)),
    ),
    element(
      `rsm:${names.document}`,
      leaf("ram:ID", spec.number),
      leaf("ram:TypeCode", spec.type),
      day("ram:IssueDateTime", spec.date),
      ...spec.notes.map((note) => element("ram:IncludedNote", leaf("ram:Content", note))),
    ),
    `<rsm:${names.transaction}>`,
    ...(names.linesLast ? [...parts, ...lines] : [...lines, ...parts]),
    `</rsm:${names.transaction}>`,
  ];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<rsm:${names.root} xmlns:rsm="${names.namespace}" xmlns:ram="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100" xmlns:udt="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100" xmlns:qdt="urn:un:unece:uncefact:data:standard:QualifiedDataType:100">`,
    ...body.filter((part) => part !== ""),
    `</rsm:${names.root}>`,
    "",
  ].join("\n");
}

function day(name: string, date: string | undefined, prefix = "udt"): string {
  return element(name, leaf(`${prefix}:DateTimeString`, date?.replaceAll("-", ""), { format: "102" }));
}

function period(one: Spec["period"]): string {
  return element(
    "ram:BillingSpecifiedPeriod",
    day("ram:StartDateTime", one?.start),
    day("ram:EndDateTime", one?.end),
  );
}

function id(name: string, one: SpecId | undefined): string {
  return leaf(name, one?.value, { schemeID: one?.scheme });
}

function party(name: string, one: SpecParty | undefined): string {
  if (one === undefined) return "";
  const { ids = [] } = one;
  return element(
    name,
    ids.filter(({ scheme }) => scheme === undefined).map((each) => id("ram:ID", each)),
    ids.filter(({ scheme }) => scheme !== undefined).map((each) => id("ram:GlobalID", each)),
    leaf("ram:Name", one.name),
    element(
      "ram:SpecifiedLegalOrganization",
      id("ram:ID", one.legalId),
      leaf("ram:TradingBusinessName", one.tradingName),
    ),
    element(
      "ram:PostalTradeAddress",
      leaf("ram:PostcodeCode", one.postcode),
      leaf("ram:LineOne", one.street),
      leaf("ram:CityName", one.city),
      leaf("ram:CountryID", one.country),
    ),
    element("ram:URIUniversalCommunication", id("ram:URIID", one.endpoint)),
    element("ram:SpecifiedTaxRegistration", leaf("ram:ID", one.vat, { schemeID: "VA" })),
  );
}

function agreement(spec: Spec, { header }: CiiNames): string {
  const reference = (name: string, number: string | undefined): string =>
    element(name, leaf("ram:IssuerAssignedID", number));
  return element(
    `ram:${header("Agreement")}`,
    leaf("ram:BuyerReference", spec.buyerReference),
    party("ram:SellerTradeParty", spec.seller),
    party("ram:BuyerTradeParty", spec.buyer),
    reference("ram:SellerOrderReferencedDocument", spec.salesOrder),
    reference("ram:BuyerOrderReferencedDocument", spec.order),
    reference("ram:ContractReferencedDocument", spec.contract),
  );
}

function deliveryPart(spec: Spec, { header }: CiiNames): string {
  const content = [
    party("ram:ShipToTradeParty", spec.deliverTo),
    element("ram:ActualDeliverySupplyChainEvent", day("ram:OccurrenceDateTime", spec.delivered)),
    element("ram:DespatchAdviceReferencedDocument", leaf("ram:IssuerAssignedID", spec.despatch)),
  ].join("");
  return content === "" ? `<ram:${header("Delivery")}/>` : element(`ram:${header("Delivery")}`, content);
}

function tradeTax(
  name: string,
  tax: { category?: string; rate?: string },
  names: CiiNames,
  inner = "",
): string {
  return element(
    name,
    inner,
    leaf("ram:TypeCode", tax.category === undefined ? undefined : "VAT"),
    leaf("ram:CategoryCode", tax.category),
    leaf(`ram:${names.rate}`, tax.rate),
  );
}

function adjustment(one: SpecAdjustment, indicator: "true" | "false", names: CiiNames): string {
  return element(
    "ram:SpecifiedTradeAllowanceCharge",
    element("ram:ChargeIndicator", leaf("udt:Indicator", indicator)),
    leaf("ram:CalculationPercent", one.percent),
    leaf("ram:BasisAmount", one.base),
    leaf("ram:ActualAmount", one.amount),
    leaf("ram:ReasonCode", one.reasonCode),
    leaf("ram:Reason", one.reason),
    tradeTax("ram:CategoryTradeTax", one, names),
  );
}

function settlement(spec: Spec, names: CiiNames): string {
  const { totals } = spec;
  return element(
    `ram:${names.header("Settlement")}`,
    leaf("ram:InvoiceCurrencyCode", spec.currency),
    ...spec.taxes.map(({ category, rate, base, tax, exemption }) =>
      element(
        "ram:ApplicableTradeTax",
        leaf("ram:CalculatedAmount", tax),
        leaf("ram:TypeCode", "VAT"),
        leaf("ram:ExemptionReason", exemption),
        leaf("ram:BasisAmount", base),
        leaf("ram:CategoryCode", category),
        leaf(`ram:${names.rate}`, rate),
      ),
    ),
    period(spec.period),
    ...spec.allowances.map((one) => adjustment(one, "false", names)),
    ...spec.charges.map((one) => adjustment(one, "true", names)),
    element("ram:SpecifiedTradePaymentTerms", day("ram:DueDateDateTime", spec.due)),
    element(
      `ram:${names.headerSummation}`,
      leaf("ram:LineTotalAmount", totals.lines),
      leaf("ram:ChargeTotalAmount", totals.charges),
      leaf("ram:AllowanceTotalAmount", totals.allowances),
      leaf("ram:TaxBasisTotalAmount", totals.exclusive),
      leaf("ram:TaxTotalAmount", totals.tax, { currencyID: spec.currency }),
      leaf("ram:RoundingAmount", totals.rounding),
      leaf("ram:GrandTotalAmount", totals.inclusive),
      leaf("ram:TotalPrepaidAmount", totals.prepaid),
      leaf("ram:DuePayableAmount", totals.payable),
    ),
    ...spec.preceding.map(({ number, date }) =>
      element(
        "ram:InvoiceReferencedDocument",
        leaf("ram:IssuerAssignedID", number),
        day("ram:FormattedIssueDateTime", date, "qdt"),
      ),
    ),
  );
}

function line(one: SpecLine, names: CiiNames): string {
  return element(
    "ram:IncludedSupplyChainTradeLineItem",
    element(
      "ram:AssociatedDocumentLineDocument",
      leaf("ram:LineID", one.id),
      element("ram:IncludedNote", leaf("ram:Content", one.note)),
    ),
    element(
      "ram:SpecifiedTradeProduct",
      leaf("ram:GlobalID", one.gtin, { schemeID: "0160" }),
      leaf("ram:SellerAssignedID", one.sellerItemId),
      leaf("ram:BuyerAssignedID", one.buyerItemId),
      leaf("ram:Name", one.name),
      leaf("ram:Description", one.description),
      (one.attributes ?? []).map(({ name, value }) =>
        element(
          "ram:ApplicableProductCharacteristic",
          leaf("ram:Description", name),
          leaf("ram:Value", value),
        ),
      ),
      (one.classification ?? []).map(({ code, scheme }) =>
        element("ram:DesignatedProductClassification", leaf("ram:ClassCode", code, { listID: scheme })),
      ),
      element("ram:IndividualTradeProductInstance", leaf("ram:BatchID", one.lot)),
      element("ram:OriginTradeCountry", leaf("ram:ID", one.origin)),
    ),
    element(
      `ram:${names.line("Agreement")}`,
      element("ram:BuyerOrderReferencedDocument", leaf("ram:LineID", one.orderLine)),
      one.discount === undefined
        ? ""
        : element(
            "ram:GrossPriceProductTradePrice",
            leaf("ram:ChargeAmount", one.gross),
            element(
              "ram:AppliedTradeAllowanceCharge",
              element("ram:ChargeIndicator", leaf("udt:Indicator", "false")),
              leaf("ram:ActualAmount", one.discount),
            ),
          ),
      element(
        "ram:NetPriceProductTradePrice",
        leaf("ram:ChargeAmount", one.price),
        leaf("ram:BasisQuantity", one.base, { unitCode: one.baseUnit ?? one.unit }),
      ),
    ),
    element(
      `ram:${names.line("Delivery")}`,
      leaf("ram:BilledQuantity", one.quantity, { unitCode: one.unit }),
    ),
    element(
      `ram:${names.line("Settlement")}`,
      tradeTax("ram:ApplicableTradeTax", one, names),
      period(one.period),
      (one.allowances ?? []).map((each) => adjustment(each, "false", names)),
      (one.charges ?? []).map((each) => adjustment(each, "true", names)),
      element(`ram:${names.lineSummation}`, leaf("ram:LineTotalAmount", one.net)),
    ),
  );
}
