import type { Decimal } from "../../../shared/decimals.ts";
import { productCents } from "../../../shared/decimals.ts";
import type { Invoice, InvoiceTax } from "../../../shared/invoices.ts";
import type { FoundIssue } from "./check.ts";
import type { TaxKey } from "./same-tax.ts";
import { isSameTax } from "./same-tax.ts";

/** UNCL 5305 as EN 16931 allows it. */
const CATEGORIES: ReadonlySet<string> = new Set(["S", "Z", "E", "AE", "K", "G", "O", "L", "M", "B"]);
/** A rate's amount may be rounded line by line. */
const SLACK_CENTS = 1;

/** Whether the VAT breakdown follows from the lines and adds up to the total. None of it changes amounts without VAT. */
export function checkTaxes(invoice: Invoice): FoundIssue[] {
  const { taxes, totals } = invoice;
  if (taxes.length === 0) return [];
  const found = taxes.flatMap((tax, index) => checkTax(invoice, tax, `taxes[${index}]`));
  const sum = taxes.reduce((total, { taxCents }) => total + (taxCents ?? 0), 0);
  if (totals.taxCents !== null && sum !== totals.taxCents)
    found.push(
      difference({ code: "TAX_SUM", path: "totals.taxCents", declared: totals.taxCents, expected: sum }),
    );
  if (!saysEveryRate(invoice)) return found;
  const lost = invoice.lines.flatMap((line, index) =>
    taxes.some((tax) => isSameTax(keyOfTax(tax), keyOf(line))) ? [] : [{ line, index }],
  );
  for (const { line, index } of lost)
    found.push({
      code: "TAX_RATE",
      severity: "warning",
      path: `lines[${index}].vatRate`,
      line: line.id || String(index + 1),
      value: line.vatRate,
    });
  return found;
}

function checkTax(invoice: Invoice, tax: InvoiceTax, path: string): FoundIssue[] {
  const { category, ratePercent, baseCents, taxCents } = tax;
  const found: FoundIssue[] = [];
  if (category !== null && !CATEGORIES.has(category))
    found.push({ code: "TAX_CATEGORY", severity: "warning", path: `${path}.category`, value: category });
  const base = saysEveryRate(invoice) ? baseOf(invoice, keyOfTax(tax)) : null;
  if (baseCents !== null && base !== null && Math.abs(baseCents - base) > SLACK_CENTS)
    found.push(
      difference({ code: "TAX_BASE", path: `${path}.baseCents`, declared: baseCents, expected: base }),
    );
  const amount = baseCents === null || ratePercent === null ? null : shareOf(baseCents, ratePercent);
  if (taxCents !== null && amount !== null && Math.abs(taxCents - amount) > SLACK_CENTS)
    found.push(
      difference({ code: "TAX_AMOUNT", path: `${path}.taxCents`, declared: taxCents, expected: amount }),
    );
  return found;
}

/** Old profiles leave rates out of the lines or of the breakdown: then neither can be compared with the other. */
function saysEveryRate({ lines, taxes }: Invoice): boolean {
  const isSaid = ({ category, ratePercent }: Pick<InvoiceTax, "category" | "ratePercent">): boolean =>
    ratePercent !== null || (category !== null && category !== "S");
  return (
    taxes.every(isSaid) &&
    lines.every(
      ({ fromTotals, vatCategory, vatRate }) =>
        !fromTotals && isSaid({ category: vatCategory, ratePercent: vatRate }),
    )
  );
}

/** Lines of the rate, less its document allowances, plus its charges. */
function baseOf({ lines, allowances, charges }: Invoice, tax: TaxKey): number {
  const sumOf = (all: readonly Taxed[]): number =>
    all
      .filter((one) => isSameTax(tax, keyOf(one)))
      .reduce((sum, { cents, netCents }) => sum + (cents ?? netCents ?? 0), 0);
  return sumOf(lines) - sumOf(allowances) + sumOf(charges);
}

interface Taxed {
  cents?: number;
  netCents?: number | null;
  vatCategory: string | null;
  vatRate: Decimal | null;
}

function keyOf({ vatCategory, vatRate }: Pick<Taxed, "vatCategory" | "vatRate">): TaxKey {
  return { category: vatCategory, rate: vatRate };
}

function keyOfTax({ category, ratePercent }: InvoiceTax): TaxKey {
  return { category, rate: ratePercent };
}

function shareOf(baseCents: number, ratePercent: Decimal): number | null {
  return productCents({ quantity: String(baseCents), price: ratePercent, base: "10000" });
}

interface Difference {
  code: "TAX_SUM" | "TAX_BASE" | "TAX_AMOUNT";
  path: string;
  declared: number;
  expected: number;
}

function difference({ code, path, declared, expected }: Difference): FoundIssue {
  return {
    code,
    severity: "warning",
    path,
    value: String(declared),
    expected: String(expected),
    differenceCents: declared - expected,
  };
}
