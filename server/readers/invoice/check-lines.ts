import {
  decimalOfScaled,
  productCents,
  scaledOf,
  signOfDecimal,
  timesInteger,
} from "../../../shared/decimals.ts";
import { readInvoiceUnit, unitRatio } from "../../../shared/invoice-units.ts";
import type { Invoice, InvoiceLine } from "../../../shared/invoices.ts";
import type { FoundIssue } from "./check.ts";

/** What Peppol's own rule forgives between quantity x price and the net amount. */
const SLACK_CENTS = 2;

/** What is wrong or odd line by line. */
export function checkLines(invoice: Invoice): FoundIssue[] {
  const { lines, syntax } = invoice;
  if (lines.some(({ fromTotals }) => fromTotals)) return [];
  const seen = new Set<string>();
  return lines.flatMap((line, index) => {
    const again = line.id !== "" && seen.has(line.id);
    seen.add(line.id);
    const found = checkLine(line, invoice.kind === "CREDIT_NOTE" ? -1 : 1);
    // ZUGFeRD 1.0 numbers its lines when it pleases.
    if (line.id === "" && syntax !== "ZUGFERD1")
      found.unshift({ code: "LINE_ID_MISSING", severity: "warning", path: "id" });
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

function checkArticle({ name, unit, quantity }: InvoiceLine): FoundIssue[] {
  const found: FoundIssue[] = [];
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
  if (Math.abs(netCents - expected) <= Math.max(SLACK_CENTS, slackOfPrice(line))) return [];
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

/** Cents that the rounding of the price explains: half of its last decimal (of its cents at most) for each unit. */
function slackOfPrice({ quantity, unitPrice, priceBaseQuantity }: InvoiceLine): number {
  if (quantity === null || unitPrice === null) return 0;
  const scale = Math.max(2, scaledOf(unitPrice).scale);
  const price = decimalOfScaled({ digits: 5n, scale: scale + 1 });
  return Math.abs(productCents({ quantity, price, base: priceBaseQuantity }) ?? 0);
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
