/** What can be wrong or odd in an invoice that was read. */
export const INVOICE_ISSUE_CODES = [
  "NUMBER_MISSING",
  "DATE_MISSING",
  "DATE_IMPOSSIBLE",
  "DATE_ORDER",
  "SELLER_MISSING",
  "SELLER_UNIDENTIFIED",
  "BUYER_MISSING",
  "PARTY_KEY",
  "CURRENCY_MISSING",
  "CURRENCY_FOREIGN",
  "TYPE_UNKNOWN",
  "CREDIT_SIGN",
  "VALUE_NUMBER",
  "VALUE_FORMAT",
  "VALUE_ROUNDED",
  "NO_LINES",
  "LINES_SUM",
  "LINE_NET",
  "LINE_AMOUNT_MISSING",
  "LINE_NEGATIVE",
  "LINE_ZERO",
  "LINE_ID_MISSING",
  "LINE_ID_TWICE",
  "LINE_NAME_MISSING",
  "LINE_QUANTITY_MISSING",
  "LINE_PRICE_NEGATIVE",
  "UNIT_UNKNOWN",
  "UNIT_MISSING",
  "GTIN_KEY",
  "COUNTRY_UNKNOWN",
  "ALLOWANCES_SUM",
  "CHARGES_SUM",
  "TOTAL_EXCLUSIVE",
  "TOTAL_INCLUSIVE",
  "TOTAL_PAYABLE",
  "TOTAL_MISSING",
  "TAX_SUM",
  "TAX_BASE",
  "TAX_AMOUNT",
  "TAX_RATE",
  "TAX_CATEGORY",
  "TEXT_SHORTENED",
  "ENCODING_MENDED",
  "PDF_SEVERAL",
] as const;
export type InvoiceIssueCode = (typeof INVOICE_ISSUE_CODES)[number];

/**
 * `blocking`: shown, and nothing is committed before a person has looked at it and said so.
 * `warning`: shown; the lines are right as they stand.
 */
export type InvoiceSeverity = "blocking" | "warning";

export interface InvoiceIssue {
  code: InvoiceIssueCode;
  severity: InvoiceSeverity;
  /** Where: `lines[3].netCents`, `totals.payableCents`, `seller.siret`; of `Invoice`. */
  path: string;
  /** BT-126 of the line, else its place from 1; null: not of a line. */
  line: string | null;
  /** As written or as found; null: nothing stands there. */
  value: string | null;
  /** What was expected, same form as `value`; null: nothing is. */
  expected: string | null;
  /** Found minus expected, for amounts; null: not an amount. */
  differenceCents: number | null;
}
