import { negateDecimal } from "../../../shared/decimals.ts";
import type {
  Invoice,
  InvoiceAdjustment,
  InvoiceLine,
  InvoiceTax,
  InvoiceTotals,
} from "../../../shared/invoices.ts";
import type { InvoiceDraft } from "./draft.ts";
import { emptyLine } from "./draft.ts";
import { profileOf } from "./profile.ts";
import type { TaxKey } from "./same-tax.ts";
import { isSameTax } from "./same-tax.ts";
import { sortLines } from "./sort-lines.ts";

/** UNTDID 1001: what is a credit note whatever its root element. */
const CREDIT_TYPES: ReadonlySet<string> = new Set([
  "81",
  "83",
  "261",
  "262",
  "296",
  "308",
  "381",
  "396",
  "420",
  "458",
  "502",
  "503",
  "532",
]);

/** The invoice with its lines sorted and its sign made the one of `Invoice`; checks come after. */
export function assembleInvoice(draft: InvoiceDraft): Invoice {
  const { isCreditRoot, lines: draftLines, ...rest } = draft;
  const { lines, details, issues } = sortLines(draft);
  const counted = lines.length > 0 ? lines : linesOfTotals(draft);
  const credit = isCreditRoot || CREDIT_TYPES.has(draft.type ?? "");
  const direction = directionOf(draft.totals, counted);
  const writtenSign = credit && direction >= 0 ? -1 : 1;
  const invoice: Invoice = {
    ...rest,
    allowances: signedAs(draft.allowances, draft.totals.allowancesCents),
    charges: signedAs(draft.charges, draft.totals.chargesCents),
    profile: profileOf(draft.guideline),
    kind: credit || direction < 0 ? "CREDIT_NOTE" : "INVOICE",
    writtenSign,
    lines: counted,
    details,
    issues,
  };
  if (credit && direction < 0)
    issues.push({
      code: "CREDIT_SIGN",
      severity: "blocking",
      path: "type",
      line: null,
      value: draft.type,
      expected: null,
      differenceCents: null,
    });
  return writtenSign === 1 ? invoice : negateInvoice(invoice);
}

/** The same amounts with the other sign: from the convention of `Invoice` to what the file writes, and back. */
export function negateInvoice(invoice: Invoice): Invoice {
  return {
    ...invoice,
    lines: invoice.lines.map(negateLine),
    details: invoice.details.map(negateLine),
    allowances: invoice.allowances.map(negateAdjustment),
    charges: invoice.charges.map(negateAdjustment),
    totals: Object.fromEntries(
      Object.entries(invoice.totals).map(([name, cents]) => [name, negate(cents)]),
    ) as unknown as InvoiceTotals,
    taxes: invoice.taxes.map(
      (tax): InvoiceTax => ({ ...tax, baseCents: negate(tax.baseCents), taxCents: negate(tax.taxCents) }),
    ),
  };
}

function negateLine(line: InvoiceLine): InvoiceLine {
  return {
    ...line,
    quantity: line.quantity === null ? null : negateDecimal(line.quantity),
    packQuantity: line.packQuantity === null ? null : negateDecimal(line.packQuantity),
    netCents: negate(line.netCents),
    allowances: line.allowances.map(negateAdjustment),
    charges: line.charges.map(negateAdjustment),
  };
}

function negateAdjustment(adjustment: InvoiceAdjustment): InvoiceAdjustment {
  return { ...adjustment, cents: -adjustment.cents || 0, baseCents: negate(adjustment.baseCents) };
}

/** Never -0, which JSON writes 0 and a comparison tells apart. */
function negate(cents: number | null): number | null {
  return cents === null ? null : -cents || 0;
}

/** Some write the amounts of corrections with the other sign than their total, which tells what is meant. */
function signedAs(adjustments: InvoiceAdjustment[], totalCents: number | null): InvoiceAdjustment[] {
  const sum = adjustments.reduce((all, { cents }) => all + cents, 0);
  return sum !== 0 && totalCents === -sum ? adjustments.map(negateAdjustment) : adjustments;
}

/** Sign of what the document asks for: its total without VAT, else its payable amount, else its lines. */
function directionOf(totals: InvoiceTotals, lines: readonly InvoiceLine[]): number {
  const total = [
    totals.taxExclusiveCents,
    totals.linesCents,
    totals.taxInclusiveCents,
    totals.payableCents,
  ].find((cents) => cents !== null && cents !== 0);
  return Math.sign(total ?? lines.reduce((sum, { netCents }) => sum + (netCents ?? 0), 0));
}

/** Profiles without lines: one per VAT rate, else one of the whole; they add up to BT-106 as lines do. */
function linesOfTotals({ taxes, totals, currency, allowances, charges }: InvoiceDraft): InvoiceLine[] {
  const lines = taxes
    .map(({ category, ratePercent: rate, baseCents }) => ({
      ...emptyLine(),
      fromTotals: true,
      netCents:
        baseCents === null
          ? null
          : baseCents + sumAt(allowances, { category, rate }) - sumAt(charges, { category, rate }),
      vatCategory: category,
      vatRate: rate,
    }))
    .filter(({ netCents }) => netCents !== null && netCents !== 0)
    .map((line, index) => ({ ...line, id: String(index + 1) }));
  if (lines.length > 0) return lines;
  const netCents = totals.linesCents ?? totals.taxExclusiveCents;
  if (netCents === null || currency === null) return [];
  return [{ ...emptyLine(), id: "1", fromTotals: true, netCents }];
}

/** A rate's base (BT-116) has the document's allowances and charges of that rate in it. */
function sumAt(adjustments: readonly InvoiceAdjustment[], tax: TaxKey): number {
  return adjustments
    .filter(({ vatCategory, vatRate }) => isSameTax(tax, { category: vatCategory, rate: vatRate }))
    .reduce((sum, { cents }) => sum + cents, 0);
}
