import { htToTtcCents, lineAmountHtCents } from "../../shared/money.ts";
import type { OrderLine } from "../../shared/orders.ts";
import { UNIT_UNECE_CODES } from "../../shared/quantity.ts";

/** What an invoice of the demonstration says. */
export interface DemoInvoice {
  number: string;
  date: string;
  orderReference: string | null;
  seller: { name: string; siret: string };
  buyer: string;
  lines: readonly OrderLine[];
  /** Added to the declared total: a slip of the seller's. */
  slipCents: number;
}

const FOOD_RATE_BP = 550;

/** The invoice as a UBL 2.1 file, such as a supplier's program writes it. */
export function ublInvoice(invoice: DemoInvoice): string {
  const amounts = invoice.lines.map(amountOf);
  const net = amounts.reduce((sum, cents) => sum + cents, 0);
  const exclusive = net + invoice.slipCents;
  const inclusive = htToTtcCents(exclusive, FOOD_RATE_BP);
  const { seller } = invoice;
  return `<?xml version="1.0" encoding="UTF-8"?>
<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
<cbc:CustomizationID>urn:cen.eu:en16931:2017</cbc:CustomizationID>
<cbc:ID>${text(invoice.number)}</cbc:ID>
<cbc:IssueDate>${invoice.date}</cbc:IssueDate>
<cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>
<cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
${invoice.orderReference === null ? "" : `<cac:OrderReference><cbc:ID>${text(invoice.orderReference)}</cbc:ID></cac:OrderReference>`}
<cac:AccountingSupplierParty><cac:Party><cac:PostalAddress><cac:Country><cbc:IdentificationCode>FR</cbc:IdentificationCode></cac:Country></cac:PostalAddress><cac:PartyLegalEntity><cbc:RegistrationName>${text(seller.name)}</cbc:RegistrationName><cbc:CompanyID schemeID="0002">${seller.siret}</cbc:CompanyID></cac:PartyLegalEntity></cac:Party></cac:AccountingSupplierParty>
<cac:AccountingCustomerParty><cac:Party><cac:PartyLegalEntity><cbc:RegistrationName>${text(invoice.buyer)}</cbc:RegistrationName></cac:PartyLegalEntity></cac:Party></cac:AccountingCustomerParty>
<cac:TaxTotal><cbc:TaxAmount currencyID="EUR">${euros(inclusive - exclusive)}</cbc:TaxAmount><cac:TaxSubtotal><cbc:TaxableAmount currencyID="EUR">${euros(exclusive)}</cbc:TaxableAmount><cbc:TaxAmount currencyID="EUR">${euros(inclusive - exclusive)}</cbc:TaxAmount><cac:TaxCategory><cbc:ID>S</cbc:ID><cbc:Percent>5.5</cbc:Percent><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:TaxCategory></cac:TaxSubtotal></cac:TaxTotal>
<cac:LegalMonetaryTotal><cbc:LineExtensionAmount currencyID="EUR">${euros(exclusive)}</cbc:LineExtensionAmount><cbc:TaxExclusiveAmount currencyID="EUR">${euros(exclusive)}</cbc:TaxExclusiveAmount><cbc:TaxInclusiveAmount currencyID="EUR">${euros(inclusive)}</cbc:TaxInclusiveAmount><cbc:PayableAmount currencyID="EUR">${euros(inclusive)}</cbc:PayableAmount></cac:LegalMonetaryTotal>
${invoice.lines.map((line, index) => ublLine(line, { id: index + 1, cents: amounts[index] ?? 0 })).join("\n")}
</Invoice>
`;
}

function ublLine(line: OrderLine, { id, cents }: { id: number; cents: number }): string {
  const unit = UNIT_UNECE_CODES[line.unit ?? "PIECE"][0];
  const quantity = decimal(quantityOf(line), 3);
  return `<cac:InvoiceLine><cbc:ID>${id}</cbc:ID><cbc:InvoicedQuantity unitCode="${unit}">${quantity}</cbc:InvoicedQuantity><cbc:LineExtensionAmount currencyID="EUR">${euros(cents)}</cbc:LineExtensionAmount><cac:Item><cbc:Name>${text(line.description)}</cbc:Name><cac:ClassifiedTaxCategory><cbc:ID>S</cbc:ID><cbc:Percent>5.5</cbc:Percent><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:ClassifiedTaxCategory></cac:Item><cac:Price><cbc:PriceAmount currencyID="EUR">${decimal(line.unitPriceHtE4 ?? 0, 4)}</cbc:PriceAmount></cac:Price></cac:InvoiceLine>`;
}

function amountOf(line: OrderLine): number {
  return lineAmountHtCents({ quantityMilli: quantityOf(line), unitPriceHtE4: line.unitPriceHtE4 ?? 0 });
}

function quantityOf({ receivedMilli, quantityMilli }: OrderLine): number {
  return receivedMilli ?? quantityMilli ?? 0;
}

function euros(cents: number): string {
  return decimal(cents, 2);
}

/** « 12.5 » of an integer of 10^-`decimals`, at least 0. */
function decimal(value: number, decimals: number): string {
  const digits = String(value).padStart(decimals + 1, "0");
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

function text(content: string): string {
  return content.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
