import type { Decimal } from "./decimals.ts";
import type { IsoDate } from "./facts.ts";
import type { InvoiceIssue } from "./invoice-issues.ts";

/** How the file is written. ZUGFERD1: CrossIndustryDocument, the German forerunner of CII. */
export const INVOICE_SYNTAXES = ["UBL", "CII", "ZUGFERD1"] as const;
export type InvoiceSyntax = (typeof INVOICE_SYNTAXES)[number];

export const INVOICE_KINDS = ["INVOICE", "CREDIT_NOTE"] as const;
export type InvoiceKind = (typeof INVOICE_KINDS)[number];

/**
 * An electronic invoice of EN 16931 (« BT » are its terms), read from UBL, CII or ZUGFeRD 1.0.
 *
 * Money is integer cents of `currency`, prices excluding VAT. Quantities, prices and percentages are exact `Decimal`
 * texts. Null: the file does not say it. Text is as written, white space of layout reduced.
 *
 * **Sign.** Every amount and quantity is what the document adds to the purchases: an invoice's are positive, those of
 * a credit note negative, whether the file writes 381 with positive amounts (`writtenSign` -1: each was negated) or
 * 380 with negative ones (`writtenSign` 1). Prices are never negated. A return on an invoice stays negative.
 */
export interface Invoice {
  syntax: InvoiceSyntax;
  /** Short name of BT-24: « MINIMUM », « BASIC WL », « BASIC », « EN 16931 », « EXTENDED », « XRECHNUNG », « PEPPOL »… */
  profile: string | null;
  /** BT-24 as written. */
  guideline: string | null;
  /** BT-1; empty text is null. */
  number: string | null;
  /** BT-2. */
  date: IsoDate | null;
  /** BT-9: the day it is to be paid. */
  dueOn: IsoDate | null;
  /** BT-72: the day of delivery. */
  deliveredOn: IsoDate | null;
  /** BT-73, BT-74. */
  period: InvoicePeriod | null;
  /** BT-3 as written: « 380 » invoice, « 381 » credit note, « 384 » corrected, « 386 » prepayment. */
  type: string | null;
  kind: InvoiceKind;
  /** Amount as written = amount here x `writtenSign`. */
  writtenSign: 1 | -1;
  /** BT-5: « EUR ». */
  currency: string | null;
  /** BT-13: the buyer's order number. */
  orderReference: string | null;
  /** BT-14: the seller's number of the order. */
  salesOrderReference: string | null;
  /** BT-10: what the buyer asked to be written (service code of a public buyer). */
  buyerReference: string | null;
  /** BT-12: contract or market number. */
  contractReference: string | null;
  /** BT-16: delivery note. */
  despatchReference: string | null;
  /** BT-25, BT-26: the invoices that this one corrects or credits. */
  precedingInvoices: { number: string; date: IsoDate | null }[];
  /** BT-22, in order. */
  notes: string[];
  seller: InvoiceParty;
  buyer: InvoiceParty;
  /** BG-13: where the goods went; null: not said. */
  deliverTo: InvoiceParty | null;
  /** The lines that add up to BT-106; when the file has none, one per VAT rate that add up to it too (`fromTotals`). */
  lines: InvoiceLine[];
  /** What the totals leave out: titles of groups, components of a bundle, mere information. */
  details: InvoiceLine[];
  /** BG-20, of the whole document; `cents` >= 0 lowers an invoice. */
  allowances: InvoiceAdjustment[];
  /** BG-21, of the whole document; `cents` >= 0 raises an invoice. */
  charges: InvoiceAdjustment[];
  totals: InvoiceTotals;
  /** BG-23: one per VAT category and rate. */
  taxes: InvoiceTax[];
  issues: InvoiceIssue[];
}

export interface InvoicePeriod {
  start: IsoDate | null;
  end: IsoDate | null;
}

export interface InvoiceParty {
  /** BT-27, BT-44: the registered name. */
  name: string | null;
  /** BT-28, BT-45. */
  tradingName: string | null;
  /** 9 digits with a right key: as written, else from the SIRET, else from a French VAT number. */
  siren: string | null;
  /** 14 digits with a right key. */
  siret: string | null;
  /** BT-31, BT-48, upper case without spaces: « FR40303265045 ». */
  vat: string | null;
  /** Every identifier of the party as written. */
  ids: PartyId[];
  address: InvoiceAddress | null;
}

export interface PartyId {
  /** ISO 6523 code (« 0002 » SIREN or SIRET, « 0009 » SIRET, « 0088 » GLN) or what the file says; null: nothing. */
  scheme: string | null;
  value: string;
}

export interface InvoiceAddress {
  /** BT-35, 36, 162, joined by a comma. */
  street: string | null;
  postcode: string | null;
  city: string | null;
  /** ISO 3166-1: « FR ». */
  country: string | null;
}

export interface InvoiceLine {
  /** BT-126; empty when the file gives none. */
  id: string;
  /** Number (BT-126) of the line this one is a part of; null: of none. */
  parentId: string | null;
  /** Made by the reader from the totals of a file without lines: only rate and amount are known. */
  fromTotals: boolean;
  /** BT-153. */
  name: string | null;
  /** BT-154. */
  description: string | null;
  /** BT-127. */
  note: string | null;
  /** BT-129. */
  quantity: Decimal | null;
  /** BT-130 as written, a UN/ECE code: see `readInvoiceUnit`. */
  unit: string | null;
  /** BT-146: net price of `priceBaseQuantity` units, in euros when the currency is. */
  unitPrice: Decimal | null;
  /** BT-149; « 1 » when the file says nothing. */
  priceBaseQuantity: Decimal;
  /** BT-150, when it differs from `unit` by what the file says. */
  priceBaseUnit: string | null;
  /** BT-148: price before discount. */
  grossPrice: Decimal | null;
  /** BT-147: all discounts on the price of `priceBaseQuantity` units. */
  priceDiscount: Decimal | null;
  /** BT-131. */
  netCents: number | null;
  /** BG-27: taken off inside `netCents`. */
  allowances: InvoiceAdjustment[];
  /** BG-28: added inside `netCents`. */
  charges: InvoiceAdjustment[];
  /** BT-151: S standard, Z zero, E exempt, AE reverse charge… */
  vatCategory: string | null;
  /** BT-152 in percent: « 5.5 ». */
  vatRate: Decimal | null;
  /** BT-159, ISO 3166-1 alpha-2. */
  originCountry: string | null;
  /** BT-155. */
  sellerItemId: string | null;
  /** BT-156. */
  buyerItemId: string | null;
  /** BT-157 when it is a GTIN (8, 12, 13 or 14 digits with a right key). */
  gtin: string | null;
  /** BT-157 as written, a GTIN with a wrong key too. */
  standardIds: PartyId[];
  /** BT-158. */
  classification: { code: string; scheme: string | null }[];
  /** BT-160, BT-161. */
  attributes: { name: string; value: string }[];
  /** BT-132: line of the buyer's order. */
  orderLineReference: string | null;
  /** Number of packages, where a file says it beside the quantity. */
  packQuantity: Decimal | null;
  /** BT-134, BT-135. */
  period: InvoicePeriod | null;
  /** Lot numbers of the goods. */
  lots: string[];
}

/** BG-20, 21, 27, 28. */
export interface InvoiceAdjustment {
  /** BT-92, 99, 136, 141. */
  cents: number;
  /** BT-93, 100, 137, 142. */
  baseCents: number | null;
  /** BT-94, 101, 138, 143. */
  percent: Decimal | null;
  /** BT-97, 104, 139, 144. */
  reason: string | null;
  /** BT-98, 105, 140, 145. */
  reasonCode: string | null;
  /** BT-95, 102; null on a line, which has its own. */
  vatCategory: string | null;
  /** BT-96, 103 in percent. */
  vatRate: Decimal | null;
}

export interface InvoiceTotals {
  /** BT-106: sum of the lines. */
  linesCents: number | null;
  /** BT-107. */
  allowancesCents: number | null;
  /** BT-108. */
  chargesCents: number | null;
  /** BT-109: excluding VAT. */
  taxExclusiveCents: number | null;
  /** BT-110: VAT. */
  taxCents: number | null;
  /** BT-112: including VAT. */
  taxInclusiveCents: number | null;
  /** BT-113. */
  prepaidCents: number | null;
  /** BT-114. */
  roundingCents: number | null;
  /** BT-115. */
  payableCents: number | null;
}

export interface InvoiceTax {
  /** BT-118. */
  category: string | null;
  /** BT-119: « 5.5 ». */
  ratePercent: Decimal | null;
  /** BT-116. */
  baseCents: number | null;
  /** BT-117. */
  taxCents: number | null;
  /** BT-120. */
  exemptionReason: string | null;
}

/** Why a file is no readable invoice. */
export const INVOICE_REFUSALS = [
  "INVOICE_EMPTY",
  "INVOICE_TOO_LARGE",
  "INVOICE_TYPE",
  "INVOICE_NOT_INVOICE",
  "INVOICE_XML",
  "INVOICE_DOCTYPE",
  "INVOICE_ENCODING",
  "INVOICE_LIMITS",
  "INVOICE_TIME",
  "INVOICE_PDF_NO_DATA",
  "INVOICE_PDF_ENCRYPTED",
  "INVOICE_PDF_UNREADABLE",
] as const;
export type InvoiceRefusalCode = (typeof INVOICE_REFUSALS)[number];
