import type { Decimal } from "../decimals.ts";
import { scaleDecimal } from "../decimals.ts";
import type { InvoiceUnit } from "../invoice-units.ts";
import { readInvoiceUnit } from "../invoice-units.ts";
import type { Invoice, InvoiceAdjustment, InvoiceLine } from "../invoices.ts";
import { apportionCents, lineAmountHtCents } from "../money.ts";
import type { Unit } from "../quantity.ts";
import { divideHalfAway, toSafeInteger } from "../rounding.ts";
import { aliasesOf } from "./aliases.ts";

/** What an invoice makes the canteen buy: one of its lines, or a charge of the whole document. */
export interface InvoicePurchase {
  /** Its place: `line-1`, `charge-1`. */
  key: string;
  /** A charge (transport, packaging) is no food and no article. */
  kind: "line" | "charge";
  name: string;
  /** Where a weight may be read, besides the name. */
  texts: readonly string[];
  /** Thousandths of the unit, signed; null: not said, or in a unit the product does not know. */
  quantityMilli: number | null;
  unit: Unit | null;
  /** As the file writes it, for people; null: not said. */
  unitCode: string | null;
  /** HT, cents, signed: its share of the document's allowances taken off. */
  netCents: number;
  /** HT, cents, as the line says it. */
  statedCents: number;
  /** Ten-thousandths of a euro a unit, such that quantity x price is `netCents`; null: no such price. */
  unitPriceHtE4: number | null;
  vatBp: number | null;
  /** ISO 3166-1; null: not said. */
  originCountry: string | null;
  sellerItemId: string | null;
  gtin: string | null;
  /** Names under which the article is remembered, the surest first; empty: it is none. */
  aliases: readonly string[];
}

/**
 * What the invoice makes the canteen buy. One rule: an allowance of the document lowers the lines of its VAT rate (all
 * lines when none has it) in proportion to their amounts; a charge is a line of its own, that is no food. So they add
 * up to the lines minus the allowances plus the charges, to the cent. Signed as the invoice is.
 */
export function purchasesOf(invoice: Invoice): InvoicePurchase[] {
  const stated = invoice.lines.map((line) => line.netCents ?? 0);
  const net = [...stated];
  for (const allowance of invoice.allowances) takeOff(net, { allowance, lines: invoice.lines, stated });
  const lines = invoice.lines.map((line, index) =>
    purchaseOfLine(line, { index, netCents: net[index] ?? 0, statedCents: stated[index] ?? 0 }),
  );
  const loose = invoice.lines.length === 0 ? invoice.allowances : [];
  return [
    ...lines,
    ...invoice.charges.map((charge, index) =>
      purchaseOfCharge(charge, { key: `charge-${index + 1}`, sign: 1 }),
    ),
    ...loose.map((allowance, index) =>
      purchaseOfCharge(allowance, { key: `allowance-${index + 1}`, sign: -1 }),
    ),
  ];
}

/** What the purchases add up to, HT, cents. */
export function sumOfPurchases(purchases: readonly InvoicePurchase[]): number {
  return purchases.reduce((sum, { netCents }) => sum + netCents, 0);
}

/** The declared total HT, cents, signed; null: the file declares none. */
export function declaredHtCents({ totals }: Pick<Invoice, "totals">): number | null {
  if (totals.taxExclusiveCents !== null) return totals.taxExclusiveCents;
  if (totals.linesCents === null) return null;
  return totals.linesCents - (totals.allowancesCents ?? 0) + (totals.chargesCents ?? 0);
}

/** What the purchases add up to minus the declared total HT, cents; 0 when nothing is declared. */
export function gapOf(invoice: Invoice): number {
  const declared = declaredHtCents(invoice);
  return declared === null ? 0 : sumOfPurchases(purchasesOf(invoice)) - declared;
}

/** Whether its amounts are in another currency than the euro: nothing of it can be recorded. */
export function isForeign({ currency }: Pick<Invoice, "currency">): boolean {
  return currency !== null && currency.toUpperCase() !== "EUR";
}

function takeOff(
  net: number[],
  {
    allowance,
    lines,
    stated,
  }: { allowance: InvoiceAdjustment; lines: readonly InvoiceLine[]; stated: readonly number[] },
): void {
  if (lines.length === 0) return;
  const all = lines.map((_, index) => index);
  const same = all.filter((index) => lines[index]?.vatRate === allowance.vatRate);
  const touched = allowance.vatRate === null || same.length === 0 ? all : same;
  const parts = apportionCents(
    allowance.cents,
    touched.map((index) => Math.abs(stated[index] ?? 0)),
  );
  for (const [at, index] of touched.entries()) net[index] = (net[index] ?? 0) - (parts[at] ?? 0);
}

function purchaseOfLine(
  line: InvoiceLine,
  { index, netCents, statedCents }: { index: number; netCents: number; statedCents: number },
): InvoicePurchase {
  const read = line.unit === null ? null : readInvoiceUnit(line.unit);
  const quantityMilli = line.quantity === null || read === null ? null : milliOf(line.quantity, read);
  return {
    key: `line-${index + 1}`,
    kind: "line",
    name: nameOf(line),
    texts: [line.description, line.note, ...line.attributes.map(({ value }) => value)].filter(
      (text) => text !== null,
    ),
    quantityMilli,
    unit: quantityMilli === null ? null : (read?.unit ?? null),
    unitCode: line.unit,
    netCents,
    statedCents,
    unitPriceHtE4:
      quantityMilli === null
        ? null
        : priceGiving(netCents, { quantityMilli, stated: statedPrice(line, read) }),
    vatBp: vatOf(line.vatRate),
    originCountry: line.originCountry,
    sellerItemId: line.sellerItemId,
    gtin: line.gtin,
    aliases: aliasesOf(line),
  };
}

/** Thousandths of the product's own unit; null: an hour, a metre, nothing that food is bought in. */
function milliOf(quantity: Decimal, { unit, milliPerUnit }: InvoiceUnit): number | null {
  const milli = unit === null ? null : scaleDecimal(quantity, 3);
  if (milli === null) return null;
  return toSafeInteger(divideHalfAway(BigInt(milli) * BigInt(milliPerUnit), 1000n));
}

function nameOf(line: InvoiceLine): string {
  const written = line.name ?? line.description ?? line.sellerItemId;
  if (written !== null && written.trim() !== "") return written.slice(0, MAX_NAME);
  return line.vatRate === null
    ? "Achats sans détail"
    : `Achats à ${line.vatRate.replace(".", ",")}\u00A0% de TVA`;
}

/** Longest description of an order's line. */
const MAX_NAME = 300;

/** Basis points; null: not said, or no rate that an order's line may have. */
function vatOf(rate: Decimal | null): number | null {
  const bp = rate === null ? null : scaleDecimal(rate, 2);
  return bp !== null && bp >= 0 && bp <= 10_000 ? bp : null;
}

/** Ten-thousandths of a euro per unit of the product's own, as the line says it; null: not said. */
function statedPrice({ unitPrice, priceBaseQuantity }: InvoiceLine, read: InvoiceUnit | null): number | null {
  const priceE4 = unitPrice === null ? null : scaleDecimal(unitPrice, 4);
  const baseMilli = read === null ? null : milliOf(priceBaseQuantity, read);
  if (priceE4 === null || baseMilli === null || baseMilli === 0) return null;
  return toSafeInteger(divideHalfAway(BigInt(priceE4) * 1000n, BigInt(baseMilli)));
}

/** The stated price when it gives the amount, else the one that does; null: none gives it to the cent. */
function priceGiving(
  cents: number,
  { quantityMilli, stated }: { quantityMilli: number; stated: number | null },
): number | null {
  if (quantityMilli === 0) return null;
  const effective = toSafeInteger(divideHalfAway(BigInt(cents) * 100_000n, BigInt(quantityMilli)));
  const gives = (unitPriceHtE4: number) => lineAmountHtCents({ quantityMilli, unitPriceHtE4 }) === cents;
  return [...(stated === null ? [] : [stated]), effective].find(gives) ?? null;
}

function purchaseOfCharge(
  { cents, reason, vatRate }: InvoiceAdjustment,
  { key, sign }: { key: string; sign: 1 | -1 },
): InvoicePurchase {
  const netCents = sign === 1 ? cents : 0 - cents;
  return {
    key,
    kind: "charge",
    name: (reason ?? (sign === 1 ? "Frais" : "Remise")).slice(0, MAX_NAME),
    texts: [],
    quantityMilli: null,
    unit: null,
    unitCode: null,
    netCents,
    statedCents: netCents,
    unitPriceHtE4: null,
    vatBp: vatOf(vatRate),
    originCountry: null,
    sellerItemId: null,
    gtin: null,
    aliases: [],
  };
}
