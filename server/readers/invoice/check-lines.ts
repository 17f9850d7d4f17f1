import { productCents, signOfDecimal, timesInteger } from "../../../shared/decimals.ts";
import { readInvoiceUnit, unitRatio } from "../../../shared/invoice-units.ts";
import type { Invoice, InvoiceLine } from "../../../shared/invoices.ts";
import type { FoundIssue } from "./check.ts";

/** What Peppol's own rule forgives between quantity x price and the net amount. */
const SLACK_CENTS = 2;

/** What is wrong or odd line by line. */
export function checkLines(invoice: Invoice): FoundIssue[] {
  const { lines } = invoice;
  if (lines.some(({ fromTotals }) => fromTotals)) return [];
  const seen = new Set<string>();
  return lines.flatMap((line, index) => {
    const again = line.id !== "" && seen.has(line.id);
    seen.add(line.id);
    const found = checkLine(line, invoice.kind === "CREDIT_NOTE" ? -1 : 1);
    if (again) found.unshift({ code: "LINE_ID_TWICE", severity: "warning", path: "id", value: line.id });
    return found.map((issue) => ({
      ...issue,
      path: `lines[${index}].${issue.path}`,
      line: line.id || String(index + 1),
    }));
  });
}

function checkLine(line: InvoiceLine, direction: 1 | -1): FoundIssue[] {
  return [...checkArticle(line), ...checkAmount(line, direction), ...checkProduct(line)];
}

function checkArticle({ id, name, unit, quantity }: InvoiceLine): FoundIssue[] {
  const found: FoundIssue[] = [];
  if (id === "") found.push({ code: "LINE_ID_MISSING", severity: "warning", path: "id" });
  if (name === null) found.push({ code: "LINE_NAME_MISSING", severity: "warning", path: "name" });
  if (quantity === null) found.push({ code: "LINE_QUANTITY_MISSING", severity: "warning", path: "quantity" });
  else if (unit === null) found.push({ code: "UNIT_MISSING", severity: "warning", path: "unit" });
  if (unit !== null && readInvoiceUnit(unit) === null)
    found.push({ code: "UNIT_UNKNOWN", severity: "warning", path: "unit", value: unit });
  return found;
}

/** A line against the sense of its document is a return or a discount, and to be looked at. */
function checkAmount({ netCents, unitPrice }: InvoiceLine, direction: 1 | -1): FoundIssue[] {
  const found: FoundIssue[] = [];
  if (netCents === null) found.push({ code: "LINE_AMOUNT_MISSING", severity: "blocking", path: "netCents" });
  else if (netCents === 0) found.push({ code: "LINE_ZERO", severity: "warning", path: "netCents" });
  else if (Math.sign(netCents) !== direction)
    found.push({ code: "LINE_NEGATIVE", severity: "warning", path: "netCents", value: String(netCents) });
  if (unitPrice !== null && signOfDecimal(unitPrice) < 0)
    found.push({ code: "LINE_PRICE_NEGATIVE", severity: "warning", path: "unitPrice", value: unitPrice });
  return found;
}

function checkProduct(line: InvoiceLine): FoundIssue[] {
  const { netCents, quantity, unitPrice } = line;
  const product = priceOf(line);
  if (netCents === null || quantity === null || unitPrice === null || product === null) return [];
  const sum = (all: readonly { cents: number }[]): number =>
    all.reduce((total, { cents }) => total + cents, 0);
  const expected = product - sum(line.allowances) + sum(line.charges);
  if (Math.abs(netCents - expected) <= SLACK_CENTS) return [];
  return [
    {
      code: "LINE_NET",
      severity: "warning",
      path: "netCents",
      value: String(netCents),
      expected: String(expected),
      differenceCents: netCents - expected,
    },
  ];
}

/** Cents of quantity x price; null: unknown, or price and quantity are in units that cannot be compared. */
function priceOf({
  quantity,
  unitPrice,
  priceBaseQuantity,
  priceBaseUnit,
  unit,
}: InvoiceLine): number | null {
  if (quantity === null || unitPrice === null) return null;
  if (priceBaseUnit === null || unit === null)
    return productCents({ quantity, price: unitPrice, base: priceBaseQuantity });
  const ratio = unitRatio(unit, priceBaseUnit);
  if (ratio === null) return null;
  return productCents({
    quantity: timesInteger(quantity, ratio.numerator),
    price: unitPrice,
    base: timesInteger(priceBaseQuantity, ratio.denominator),
  });
}
