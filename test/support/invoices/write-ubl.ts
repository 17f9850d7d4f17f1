import type { Spec, SpecAdjustment, SpecId, SpecLine, SpecParty } from "./spec.ts";
import { element, leaf } from "./xml.ts";

const NAMESPACE = "urn:oasis:names:specification:ubl:schema:xsd";

/** A specification as UBL 2.1, elements in the order of the schema. */
export function writeUbl(spec: Spec): string {
  const root = spec.creditRoot ? "CreditNote" : "Invoice";
  const currency = { currencyID: spec.currency };
  const amount = (name: string, text: string | undefined): string => leaf(`cbc:${name}`, text, currency);
  const body = [
    leaf("cbc:CustomizationID", spec.guideline),
    leaf("cbc:ProfileID", "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0"),
    leaf("cbc:ID", spec.number),
    leaf("cbc:IssueDate", spec.date),
    spec.creditRoot ? "" : leaf("cbc:DueDate", spec.due),
    leaf(`cbc:${root}TypeCode`, spec.type),
    ...spec.notes.map((note) => leaf("cbc:Note", note)),
    leaf("cbc:DocumentCurrencyCode", spec.currency),
    leaf("cbc:BuyerReference", spec.buyerReference),
    period(spec.period),
    element("cac:OrderReference", leaf("cbc:ID", spec.order), leaf("cbc:SalesOrderID", spec.salesOrder)),
    ...spec.preceding.map(({ number, date }) =>
      element(
        "cac:BillingReference",
        element("cac:InvoiceDocumentReference", leaf("cbc:ID", number), leaf("cbc:IssueDate", date)),
      ),
    ),
    element("cac:DespatchDocumentReference", leaf("cbc:ID", spec.despatch)),
    element("cac:ContractDocumentReference", leaf("cbc:ID", spec.contract)),
    element("cac:AccountingSupplierParty", party(spec.seller)),
    element("cac:AccountingCustomerParty", party(spec.buyer)),
    delivery(spec),
    spec.creditRoot
      ? element(
          "cac:PaymentMeans",
          spec.due === undefined ? "" : leaf("cbc:PaymentMeansCode", "30"),
          leaf("cbc:PaymentDueDate", spec.due),
        )
      : "",
    ...spec.allowances.map((one) => adjustment(one, "false", spec.currency)),
    ...spec.charges.map((one) => adjustment(one, "true", spec.currency)),
    element(
      "cac:TaxTotal",
      amount("TaxAmount", spec.totals.tax),
      ...spec.taxes.map((tax) =>
        element(
          "cac:TaxSubtotal",
          amount("TaxableAmount", tax.base),
          amount("TaxAmount", tax.tax),
          taxCategory("cac:TaxCategory", tax),
        ),
      ),
    ),
    element(
      "cac:LegalMonetaryTotal",
      amount("LineExtensionAmount", spec.totals.lines),
      amount("TaxExclusiveAmount", spec.totals.exclusive),
      amount("TaxInclusiveAmount", spec.totals.inclusive),
      amount("AllowanceTotalAmount", spec.totals.allowances),
      amount("ChargeTotalAmount", spec.totals.charges),
      amount("PrepaidAmount", spec.totals.prepaid),
      amount("PayableRoundingAmount", spec.totals.rounding),
      amount("PayableAmount", spec.totals.payable),
    ),
    ...spec.lines.map((one) => line(one, spec)),
  ];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<${root} xmlns="${NAMESPACE}:${root}-2" xmlns:cac="${NAMESPACE}:CommonAggregateComponents-2" xmlns:cbc="${NAMESPACE}:CommonBasicComponents-2">`,
    ...body.filter((part) => part !== ""),
    `</${root}>`,
    "",
  ].join("\n");
}

function id(name: string, one: SpecId | undefined): string {
  return leaf(name, one?.value, { schemeID: one?.scheme });
}

function party(one: SpecParty): string {
  return element(
    "cac:Party",
    id("cbc:EndpointID", one.endpoint),
    (one.ids ?? []).map((each) => element("cac:PartyIdentification", id("cbc:ID", each))),
    element("cac:PartyName", leaf("cbc:Name", one.tradingName)),
    address("cac:PostalAddress", one),
    one.vat === undefined
      ? ""
      : element(
          "cac:PartyTaxScheme",
          leaf("cbc:CompanyID", one.vat),
          element("cac:TaxScheme", leaf("cbc:ID", "VAT")),
        ),
    element("cac:PartyLegalEntity", leaf("cbc:RegistrationName", one.name), id("cbc:CompanyID", one.legalId)),
  );
}

function address(name: string, { street, postcode, city, country }: SpecParty): string {
  return element(
    name,
    leaf("cbc:StreetName", street),
    leaf("cbc:CityName", city),
    leaf("cbc:PostalZone", postcode),
    element("cac:Country", leaf("cbc:IdentificationCode", country)),
  );
}

function delivery({ delivered, deliverTo }: Spec): string {
  return element(
    "cac:Delivery",
    leaf("cbc:ActualDeliveryDate", delivered),
    deliverTo === undefined
      ? ""
      : element("cac:DeliveryLocation", id("cbc:ID", deliverTo.legalId), address("cac:Address", deliverTo)),
    deliverTo === undefined
      ? ""
      : element("cac:DeliveryParty", element("cac:PartyName", leaf("cbc:Name", deliverTo.name))),
  );
}

function period(one: Spec["period"]): string {
  return element("cac:InvoicePeriod", leaf("cbc:StartDate", one?.start), leaf("cbc:EndDate", one?.end));
}

function taxCategory(name: string, tax: { category: string; rate: string; exemption?: string }): string {
  return element(
    name,
    leaf("cbc:ID", tax.category),
    leaf("cbc:Percent", tax.rate),
    leaf("cbc:TaxExemptionReason", tax.exemption),
    element("cac:TaxScheme", leaf("cbc:ID", "VAT")),
  );
}

function adjustment(one: SpecAdjustment, indicator: "true" | "false", currency: string): string {
  const { category, rate } = one;
  return element(
    "cac:AllowanceCharge",
    leaf("cbc:ChargeIndicator", indicator),
    leaf("cbc:AllowanceChargeReasonCode", one.reasonCode),
    leaf("cbc:AllowanceChargeReason", one.reason),
    leaf("cbc:MultiplierFactorNumeric", one.percent),
    leaf("cbc:Amount", one.amount, { currencyID: currency }),
    leaf("cbc:BaseAmount", one.base, { currencyID: currency }),
    category === undefined || rate === undefined ? "" : taxCategory("cac:TaxCategory", { category, rate }),
  );
}

function line(one: SpecLine, { creditRoot, currency }: Spec): string {
  const money = { currencyID: currency };
  return element(
    creditRoot ? "cac:CreditNoteLine" : "cac:InvoiceLine",
    leaf("cbc:ID", one.id),
    leaf("cbc:Note", one.note),
    leaf(creditRoot ? "cbc:CreditedQuantity" : "cbc:InvoicedQuantity", one.quantity, { unitCode: one.unit }),
    leaf("cbc:LineExtensionAmount", one.net, money),
    period(one.period),
    element("cac:OrderLineReference", leaf("cbc:LineID", one.orderLine)),
    (one.allowances ?? []).map((each) => adjustment(each, "false", currency)),
    (one.charges ?? []).map((each) => adjustment(each, "true", currency)),
    element(
      "cac:Item",
      leaf("cbc:Description", one.description),
      leaf("cbc:Name", one.name),
      element("cac:BuyersItemIdentification", leaf("cbc:ID", one.buyerItemId)),
      element("cac:SellersItemIdentification", leaf("cbc:ID", one.sellerItemId)),
      element("cac:StandardItemIdentification", leaf("cbc:ID", one.gtin, { schemeID: "0160" })),
      element("cac:OriginCountry", leaf("cbc:IdentificationCode", one.origin)),
      (one.classification ?? []).map(({ code, scheme }) =>
        element("cac:CommodityClassification", leaf("cbc:ItemClassificationCode", code, { listID: scheme })),
      ),
      taxCategory("cac:ClassifiedTaxCategory", one),
      (one.attributes ?? []).map(({ name, value }) =>
        element("cac:AdditionalItemProperty", leaf("cbc:Name", name), leaf("cbc:Value", value)),
      ),
      element("cac:ItemInstance", element("cac:LotIdentification", leaf("cbc:LotNumberID", one.lot))),
    ),
    element(
      "cac:Price",
      leaf("cbc:PriceAmount", one.price, money),
      leaf("cbc:BaseQuantity", one.base, { unitCode: one.baseUnit ?? one.unit }),
      one.discount === undefined
        ? ""
        : element(
            "cac:AllowanceCharge",
            leaf("cbc:ChargeIndicator", "false"),
            leaf("cbc:Amount", one.discount, money),
            leaf("cbc:BaseAmount", one.gross, money),
          ),
    ),
  );
}
