import type { Spec, SpecAdjustment, SpecLine, SpecParty } from "./spec.ts";
import { centsOfText } from "./spec.ts";

/** What `read-invoice --json` says of a specification, by EN 16931 alone: amounts as written, numbers as they are. */
export function expectedOf(spec: Spec): Record<string, unknown> {
  const cents = (text: string | undefined): number | null => (text === undefined ? null : centsOfText(text));
  return {
    number: spec.number,
    date: spec.date,
    type: spec.type,
    currency: spec.currency,
    guideline: spec.guideline,
    dueOn: spec.due ?? null,
    deliveredOn: spec.delivered ?? null,
    period: spec.period ?? null,
    orderReference: spec.order ?? null,
    salesOrderReference: spec.salesOrder ?? null,
    buyerReference: spec.buyerReference ?? null,
    contractReference: spec.contract ?? null,
    despatchReference: spec.despatch ?? null,
    precedingInvoices: spec.preceding.map(({ number, date = null }) => ({ number, date })),
    notes: [...spec.notes],
    seller: partyOf(spec.seller),
    buyer: partyOf(spec.buyer),
    lines: spec.lines.map(lineOf),
    allowances: spec.allowances.map(adjustmentOf),
    charges: spec.charges.map(adjustmentOf),
    totals: {
      linesCents: cents(spec.totals.lines),
      allowancesCents: cents(spec.totals.allowances),
      chargesCents: cents(spec.totals.charges),
      taxExclusiveCents: cents(spec.totals.exclusive),
      taxCents: cents(spec.totals.tax),
      taxInclusiveCents: cents(spec.totals.inclusive),
      prepaidCents: cents(spec.totals.prepaid),
      roundingCents: cents(spec.totals.rounding),
      payableCents: cents(spec.totals.payable),
    },
    taxes: spec.taxes.map(({ category, rate, base, tax, exemption = null }) => ({
      category,
      ratePercent: Number(rate),
      baseCents: centsOfText(base),
      taxCents: centsOfText(tax),
      exemptionReason: exemption,
    })),
  };
}

/** Identifiers by their length under scheme 0002, the SIREN of a SIRET or of a French VAT number. */
function partyOf({ name, legalId, ids = [], vat }: SpecParty): Record<string, unknown> {
  const numbers = [legalId, ...ids]
    .filter((id) => id?.scheme === "0002" || id?.scheme === "0009")
    .map((id) => id?.value ?? "");
  const siret = numbers.find((value) => value.length === 14) ?? null;
  const siren = numbers.find((value) => value.length === 9) ?? siret?.slice(0, 9) ?? null;
  const fromVat = vat?.startsWith("FR") ? vat.slice(4) : null;
  return { name, siren: siren ?? fromVat, siret, vat: vat ?? null };
}

function lineOf(line: SpecLine): Record<string, unknown> {
  const number = (text: string | undefined): number | null => (text === undefined ? null : Number(text));
  return {
    id: line.id,
    name: line.name,
    description: line.description ?? null,
    note: line.note ?? null,
    quantity: Number(line.quantity),
    unit: line.unit,
    unitPrice: Number(line.price),
    priceBaseQuantity: Number(line.base ?? "1"),
    grossPrice: number(line.gross),
    priceDiscount: number(line.discount),
    netCents: centsOfText(line.net),
    vatCategory: line.category,
    vatRate: Number(line.rate),
    originCountry: line.origin ?? null,
    sellerItemId: line.sellerItemId ?? null,
    buyerItemId: line.buyerItemId ?? null,
    gtin: line.gtin ?? null,
    classification: [...(line.classification ?? [])],
    attributes: [...(line.attributes ?? [])],
    allowances: (line.allowances ?? []).map(adjustmentOf),
    charges: (line.charges ?? []).map(adjustmentOf),
    orderLineReference: line.orderLine ?? null,
    period: line.period ?? null,
    lots: line.lot === undefined ? [] : [line.lot],
  };
}

function adjustmentOf(one: SpecAdjustment): Record<string, unknown> {
  return {
    cents: centsOfText(one.amount),
    baseCents: one.base === undefined ? null : centsOfText(one.base),
    percent: one.percent === undefined ? null : Number(one.percent),
    reason: one.reason ?? null,
    reasonCode: one.reasonCode ?? null,
    vatCategory: one.category ?? null,
    vatRate: one.rate === undefined ? null : Number(one.rate),
  };
}
