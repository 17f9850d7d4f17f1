import type { Decimal } from "../../shared/decimals.ts";
import type { InvoiceIssue } from "../../shared/invoice-issues.ts";
import { invoiceIssueSentence } from "../../shared/invoice-sentences.ts";
import { readInvoiceUnit } from "../../shared/invoice-units.ts";
import type { Invoice, InvoiceAdjustment, InvoiceLine, InvoiceParty } from "../../shared/invoices.ts";
import { LOCALES } from "../../shared/locales.ts";
import { negateInvoice } from "../readers/invoice/assemble.ts";

/** A number of JSON with all the digits of the decimal; ES2025 has it, the base library of TypeScript not yet. */
const { rawJSON } = JSON as unknown as { rawJSON(text: string): unknown };

/**
 * An invoice for a program: amounts in integer cents **as the file writes them** (times `writtenSign`, what the
 * document adds to the purchases), quantities, prices and rates as JSON numbers with all their digits.
 */
export function invoiceJson(invoice: Invoice): object {
  const written = invoice.writtenSign === 1 ? invoice : negateInvoice(invoice);
  const { number, date, type, kind, currency, seller, buyer, lines, details, ...rest } = written;
  return {
    number,
    date,
    type,
    kind,
    currency,
    ...rest,
    seller: partyJson(seller),
    buyer: partyJson(buyer),
    deliverTo: written.deliverTo === null ? null : partyJson(written.deliverTo),
    lines: lines.map(lineJson),
    details: details.map(lineJson),
    allowances: written.allowances.map(adjustmentJson),
    charges: written.charges.map(adjustmentJson),
    taxes: written.taxes.map((tax) => ({ ...tax, ratePercent: numberJson(tax.ratePercent) })),
    issues: invoice.issues.map(issueJson),
  };
}

/** The identifiers as the file writes them: one with a wrong key is shown, with its issue. */
function partyJson(party: InvoiceParty): object {
  const siret = party.siret ?? claimed(party, 14);
  return { ...party, siren: party.siren ?? claimed(party, 9) ?? siret?.slice(0, 9) ?? null, siret };
}

function claimed({ ids }: InvoiceParty, length: number): string | null {
  const digits = ids
    .filter(({ scheme }) => scheme === "0002" || scheme === "0009")
    .map(({ value }) => value.replace(/\D/g, ""));
  return digits.find((each) => each.length === length) ?? null;
}

function lineJson(line: InvoiceLine): object {
  const { quantity, unitPrice, priceBaseQuantity, grossPrice, priceDiscount, vatRate, packQuantity } = line;
  return {
    ...line,
    quantity: numberJson(quantity),
    gtin: line.gtin ?? line.standardIds.find(({ scheme }) => scheme === "0160")?.value ?? null,
    unitLabel: line.unit === null ? null : (readInvoiceUnit(line.unit)?.label.fr ?? null),
    unitPrice: numberJson(unitPrice),
    priceBaseQuantity: numberJson(priceBaseQuantity),
    grossPrice: numberJson(grossPrice),
    priceDiscount: numberJson(priceDiscount),
    vatRate: numberJson(vatRate),
    packQuantity: numberJson(packQuantity),
    allowances: line.allowances.map(adjustmentJson),
    charges: line.charges.map(adjustmentJson),
  };
}

function adjustmentJson(adjustment: InvoiceAdjustment): object {
  return { ...adjustment, percent: numberJson(adjustment.percent), vatRate: numberJson(adjustment.vatRate) };
}

function numberJson(decimal: Decimal | null): unknown {
  return decimal === null ? null : rawJSON(decimal);
}

function issueJson(issue: InvoiceIssue): object {
  const sentence = Object.fromEntries(LOCALES.map((locale) => [locale, invoiceIssueSentence(issue, locale)]));
  return { ...issue, sentence };
}
