import type { IsoDate } from "../facts.ts";
import type { Id } from "../ids.ts";
import type { Invoice } from "../invoices.ts";
import type { Offer, OfferInput } from "../offers.ts";
import type { Order, OrderKind, OrderLine } from "../orders.ts";
import { gramsOfOne } from "../quantity.ts";
import type { InvoicePurchase } from "./purchases.ts";

/** What an article says of a line. */
export type ArticleFacts = Omit<OfferInput, "code" | "name" | "active" | "unit" | "packGrams" | "vatBp">;

/** A purchase with what is known of it: an order's line is made of it. */
export interface KnownPurchase {
  purchase: InvoicePurchase;
  /** Id of the order's line. */
  lineId: Id;
  /** Null: no article (a charge). */
  offerId: Id | null;
  facts: ArticleFacts | null;
  /** Net grams of one unit; null: not known. */
  unitGrams: number | null;
}

/** The facts an article gives its lines. */
export function factsOfOffer(offer: Offer): ArticleFacts {
  const {
    productId,
    family,
    claims,
    organicStage,
    certifiedShareBp,
    producerId,
    originCommunes,
    origin,
    intermediaries,
  } = offer;
  return {
    productId,
    family,
    claims,
    organicStage,
    certifiedShareBp,
    producerId,
    originCommunes,
    origin,
    intermediaries,
  };
}

/** The order's line of a purchase, in an order of that kind: a credit note's quantities are written positive. */
export function lineOfPurchase(
  { purchase, lineId, offerId, facts, unitGrams }: KnownPurchase,
  kind: OrderKind,
): OrderLine {
  const sign = kind === "CREDIT_NOTE" ? -1 : 1;
  const { unit, quantityMilli } = purchase;
  return {
    id: lineId,
    productId: facts?.productId ?? null,
    offerId,
    description: purchase.name,
    family: facts?.family ?? null,
    quantityMilli: quantityMilli === null ? null : signed(quantityMilli, sign),
    unit,
    receivedMilli: null,
    refusal: null,
    unitGrams: unit === null || gramsOfOne(unit, null) !== null ? null : unitGrams,
    unitPriceHtE4: purchase.unitPriceHtE4,
    amountHtCents: signed(purchase.netCents, sign),
    vatBp: purchase.vatBp,
    producerId: facts?.producerId ?? null,
    originCommunes: [...(facts?.originCommunes ?? [])].slice(0, 20),
    origin: facts?.origin ?? null,
    intermediaries: facts?.intermediaries ?? null,
    claims: [...(facts?.claims ?? [])],
    organicStage: facts?.organicStage ?? null,
    certifiedShareBp: facts?.certifiedShareBp ?? null,
    claimedShort: null,
    claimedLocal: null,
  };
}

/** A credit note takes away on every line; one that also gives is an order with negative lines. */
export function orderKindOf(purchases: readonly InvoicePurchase[]): OrderKind {
  const amounts = purchases.map(({ netCents }) => netCents);
  return amounts.some((cents) => cents < 0) && amounts.every((cents) => cents <= 0) ? "CREDIT_NOTE" : "ORDER";
}

/** The dates an invoice gives its order; `today` where it has none. Ordered no later than delivered or invoiced. */
export function datesOf(
  { date, deliveredOn }: Pick<Invoice, "date" | "deliveredOn">,
  today: IsoDate,
): Pick<Order, "orderedOn" | "deliveredOn" | "invoicedOn"> {
  const known = [date, deliveredOn].filter((day) => day !== null).sort();
  return { orderedOn: known[0] ?? today, deliveredOn, invoicedOn: date };
}

/** The whole order of an invoice that answers to none yet. */
export function orderOfInvoice(
  invoice: Invoice,
  {
    orderId,
    supplierId,
    known,
    today,
  }: { orderId: Id; supplierId: Id; known: readonly KnownPurchase[]; today: IsoDate },
): Order {
  const kind = orderKindOf(known.map(({ purchase }) => purchase));
  return {
    id: orderId,
    version: 0,
    supplierId,
    kind,
    status: "INVOICED",
    reference: invoice.number === null ? null : invoice.number.slice(0, 100),
    ...datesOf(invoice, today),
    expectedOn: null,
    note: null,
    lines: known.map((one) => lineOfPurchase(one, kind)),
  };
}

function signed(value: number, sign: 1 | -1): number {
  return value === 0 ? 0 : value * sign;
}
