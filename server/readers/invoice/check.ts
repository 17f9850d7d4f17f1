import type { InvoiceIssue } from "../../../shared/invoice-issues.ts";
import type { Invoice } from "../../../shared/invoices.ts";
import { checkLines } from "./check-lines.ts";
import { checkTaxes } from "./check-taxes.ts";
import { checkTotals } from "./check-totals.ts";
import { INVOICE_LIMITS } from "./refusal.ts";
import { clip } from "./tidy.ts";

const QUOTED_LENGTH = 80;

/** An issue before its empty fields are filled in. */
export type FoundIssue = Pick<InvoiceIssue, "code" | "severity" | "path"> & Partial<InvoiceIssue>;

/** The invoice with the issues of its reading and of every check, the blocking ones first; at most 1 000 are kept. */
export function checkInvoice(invoice: Invoice): Invoice {
  const found = [
    ...checkHead(invoice),
    ...checkTotals(invoice),
    ...checkTaxes(invoice),
    ...checkLines(invoice),
  ];
  const issues = [...invoice.issues, ...found.map(wholeIssue)];
  const ordered = [
    ...issues.filter(({ severity }) => severity === "blocking"),
    ...issues.filter(({ severity }) => severity === "warning"),
  ];
  return { ...invoice, issues: ordered.slice(0, INVOICE_LIMITS.issues).map(quoteShortly) };
}

/** What is quoted stays readable in a sentence. */
function quoteShortly(issue: InvoiceIssue): InvoiceIssue {
  const { line, value, expected } = issue;
  const short = (text: string | null): string | null => (text === null ? null : clip(text, QUOTED_LENGTH));
  return { ...issue, line: short(line), value: short(value), expected: short(expected) };
}

function wholeIssue(issue: FoundIssue): InvoiceIssue {
  return { line: null, value: null, expected: null, differenceCents: null, ...issue };
}

/** UNTDID 1001 as EN 16931 and the French profiles allow it. */
const TYPES: ReadonlySet<string> = new Set(
  "71 80 81 82 83 84 102 130 202 203 204 211 218 219 218 261 262 295 296 308 325 326 331 380 381 382 383 384 385 386 387 388 389 390 393 394 395 396 420 456 457 458 471 472 473 500 501 502 503 527 532 553 575 623 633 751 780 817 870 875 876 877 935".split(
    " ",
  ),
);

function checkHead(invoice: Invoice): FoundIssue[] {
  const { number, date, type, currency, seller, buyer, issues } = invoice;
  const found: FoundIssue[] = [];
  const hasDateIssue = issues.some(({ path, code }) => path === "date" && code === "DATE_IMPOSSIBLE");
  if (number === null) found.push({ code: "NUMBER_MISSING", severity: "blocking", path: "number" });
  if (date === null && !hasDateIssue)
    found.push({ code: "DATE_MISSING", severity: "blocking", path: "date" });
  if (type !== null && !TYPES.has(type))
    found.push({ code: "TYPE_UNKNOWN", severity: "warning", path: "type", value: type });
  if (currency === null) found.push({ code: "CURRENCY_MISSING", severity: "warning", path: "currency" });
  else if (currency !== "EUR")
    found.push({ code: "CURRENCY_FOREIGN", severity: "blocking", path: "currency", value: currency });
  if (seller.name === null) found.push({ code: "SELLER_MISSING", severity: "blocking", path: "seller.name" });
  else if (seller.siren === null && seller.vat === null)
    found.push({
      code: "SELLER_UNIDENTIFIED",
      severity: "warning",
      path: "seller.siren",
      value: seller.name,
    });
  if (buyer.name === null && buyer.ids.length === 0)
    found.push({ code: "BUYER_MISSING", severity: "warning", path: "buyer.name" });
  return [...found, ...checkDates(invoice)];
}

function checkDates({ date, dueOn, period }: Invoice): FoundIssue[] {
  const found: FoundIssue[] = [];
  if (date !== null && dueOn !== null && dueOn < date)
    found.push({ code: "DATE_ORDER", severity: "warning", path: "dueOn", value: dueOn, expected: date });
  const { start = null, end = null } = period ?? {};
  if (start !== null && end !== null && end < start)
    found.push({ code: "DATE_ORDER", severity: "warning", path: "period.end", value: end, expected: start });
  return found;
}
