import type { InvoiceIssueCode, InvoiceSeverity } from "../../../shared/invoice-issues.ts";
import type { Invoice, InvoiceTotals } from "../../../shared/invoices.ts";
import type { FoundIssue } from "./check.ts";

/** Whether the lines add up, and whether each total follows from those above it. */
export function checkTotals(invoice: Invoice): FoundIssue[] {
  const { totals, lines, issues } = invoice;
  const found: FoundIssue[] = [];
  const fromTotals = lines.some((line) => line.fromTotals);
  if (fromTotals || lines.length === 0) found.push({ code: "NO_LINES", severity: "blocking", path: "lines" });
  // Each amount of more than two decimals was rounded: their sum may be that many half cents away.
  const rounded = issues.filter(
    ({ code, path }) => code === "VALUE_ROUNDED" && /^lines\[\d+\]\.netCents$/.test(path),
  ).length;
  const sums: {
    code: InvoiceIssueCode;
    field: keyof InvoiceTotals;
    expected: number | null;
    slack?: number;
  }[] = [
    {
      code: "LINES_SUM",
      field: "linesCents",
      expected: fromTotals ? null : sumOfLines(invoice),
      slack: Math.ceil(rounded / 2),
    },
    { code: "ALLOWANCES_SUM", field: "allowancesCents", expected: sumOf(invoice.allowances) },
    { code: "CHARGES_SUM", field: "chargesCents", expected: sumOf(invoice.charges) },
    { code: "TOTAL_EXCLUSIVE", field: "taxExclusiveCents", expected: exclusiveOf(totals) },
    { code: "TOTAL_INCLUSIVE", field: "taxInclusiveCents", expected: inclusiveOf(totals) },
    { code: "TOTAL_PAYABLE", field: "payableCents", expected: payableOf(invoice) },
  ];
  for (const { code, field, expected, slack = 0 } of sums) {
    const declared = totals[field];
    if (declared === null || expected === null || Math.abs(declared - expected) <= slack) continue;
    found.push(difference({ code, field, declared, expected }));
  }
  if (totals.taxExclusiveCents === null && totals.linesCents === null)
    found.push({ code: "TOTAL_MISSING", severity: "blocking", path: "totals.taxExclusiveCents" });
  return found;
}

/** Wrong amounts without VAT would change what is recorded; wrong VAT only changes what is paid. */
const SEVERITIES: Partial<Record<InvoiceIssueCode, InvoiceSeverity>> = {
  LINES_SUM: "blocking",
  ALLOWANCES_SUM: "blocking",
  CHARGES_SUM: "blocking",
  TOTAL_EXCLUSIVE: "blocking",
};

interface Difference {
  code: InvoiceIssueCode;
  field: keyof InvoiceTotals;
  declared: number;
  expected: number;
}

function difference({ code, field, declared, expected }: Difference): FoundIssue {
  return {
    code,
    severity: SEVERITIES[code] ?? "warning",
    path: `totals.${field}`,
    value: String(declared),
    expected: String(expected),
    differenceCents: declared - expected,
  };
}

function sumOfLines({ lines }: Invoice): number {
  return lines.reduce((sum, { netCents }) => sum + (netCents ?? 0), 0);
}

/** Null over nothing: a total may then be left out or said to be 0. */
function sumOf(adjustments: readonly { cents: number }[]): number | null {
  return adjustments.length === 0 ? null : adjustments.reduce((sum, { cents }) => sum + cents, 0);
}

function exclusiveOf({ linesCents, allowancesCents, chargesCents }: InvoiceTotals): number | null {
  return linesCents === null ? null : linesCents - (allowancesCents ?? 0) + (chargesCents ?? 0);
}

function inclusiveOf({ taxExclusiveCents, taxCents }: InvoiceTotals): number | null {
  return taxExclusiveCents === null || taxCents === null ? null : taxExclusiveCents + taxCents;
}

/** MINIMUM has no place for what is paid already: nothing is expected of it. */
function payableOf({ totals, profile }: Invoice): number | null {
  const { taxInclusiveCents, prepaidCents, roundingCents } = totals;
  if (taxInclusiveCents === null || (profile === "MINIMUM" && prepaidCents === null)) return null;
  return taxInclusiveCents - (prepaidCents ?? 0) + (roundingCents ?? 0);
}
