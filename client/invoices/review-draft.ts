import type { Id } from "../../shared/ids.ts";
import { newId } from "../../shared/ids.ts";
import type { Choice, OrderAnswer } from "../../shared/invoices/differences.ts";
import { answersOf, settledOrder } from "../../shared/invoices/differences.ts";
import type { KnownPurchase } from "../../shared/invoices/invoice-order.ts";
import { factsOfOffer, lineOfPurchase, orderOfInvoice } from "../../shared/invoices/invoice-order.ts";
import type { InvoicePurchase } from "../../shared/invoices/purchases.ts";
import { gapOf, purchasesOf } from "../../shared/invoices/purchases.ts";
import type { InvoiceRecord } from "../../shared/invoices/record.ts";
import type { InvoiceReview } from "../../shared/invoices/review.ts";
import type { Invoice } from "../../shared/invoices.ts";
import type { Offer } from "../../shared/offers.ts";
import type { Order } from "../../shared/orders.ts";
import type { SupplierInput } from "../../shared/suppliers.ts";
import { readToday } from "../today.ts";
import type { UnitWeight } from "./read-weight.ts";
import { unitWeight } from "./read-weight.ts";
import type { Answer, UnknownArticle } from "./unknown-articles.ts";
import { emptyAnswer, isAnswered, offerOfAnswer, unknownArticles } from "./unknown-articles.ts";

/** What a person has said of an invoice so far. */
export interface ReviewDraft {
  /** Of the supplier that will be made, when none is recognised. */
  supplierId: Id;
  supplier: SupplierInput | null;
  answers: Readonly<Record<string, Answer>>;
  /** Kilograms of one unit as typed, by purchase key. */
  weights: Readonly<Record<string, string>>;
  lineIds: Readonly<Record<string, Id>>;
  /** Of the order that will be made. */
  orderId: Id;
  /** The stored orders it answers to; none: a new one is made. */
  matches: readonly Id[];
  choices: Readonly<Record<Id, Choice>>;
}

/** A line of the invoice with all that is known of it. */
export interface ReviewLine {
  purchase: InvoicePurchase;
  /** Null: not known, or none (a charge). */
  offer: Offer | null;
  weight: UnitWeight;
  known: KnownPurchase;
  /** The line of the order that takes it: the ordered one when it answers to one. */
  orderLineId: Id;
}

/** Everything the page shows and the server is told. */
export interface ReviewState {
  invoice: Invoice;
  unknown: readonly UnknownArticle[];
  /** How many of them are still to be answered. */
  unanswered: number;
  lines: readonly ReviewLine[];
  /** The order it will make, or those it will change. */
  orders: readonly [Order, ...Order[]];
  /** Each stored order beside its lines of the invoice; null: it answers to none. */
  answers: readonly OrderAnswer[] | null;
  gapCents: number;
  record: (acceptedGapCents: number | null) => InvoiceRecord;
}

/** The likeliest start: the orders named by the invoice, else one whose lines are mostly the invoice's. */
export function newDraft(review: InvoiceReview, invoice: Invoice): ReviewDraft {
  const purchases = purchasesOf(invoice);
  const unknown = unknownArticles(purchases, review.articles);
  return {
    supplierId: newId(),
    supplier: review.newSupplier,
    answers: Object.fromEntries(unknown.map((article) => [article.key, emptyAnswer(article)])),
    weights: {},
    lineIds: Object.fromEntries(purchases.map(({ key }) => [key, newId()])),
    orderId: newId(),
    matches: likeliestOrders(review, purchases),
    choices: {},
  };
}

export function reviewState(review: InvoiceReview, invoice: Invoice, draft: ReviewDraft): ReviewState {
  const purchases = purchasesOf(invoice);
  const unknown = unknownArticles(purchases, review.articles);
  const supplierId = review.supplier?.id ?? draft.supplierId;
  const read = purchases.map((purchase) => reviewLine(purchase, { review, draft, unknown, supplierId }));
  const known = read.map((line) => line.known);
  const stored = review.candidates.map(({ order }) => order).filter(({ id }) => draft.matches.includes(id));
  const theirs = known.map((one) => lineOfPurchase(one, "ORDER"));
  const answers = stored.length === 0 ? null : answersOf(stored, theirs);
  const fresh = orderOfInvoice(invoice, { orderId: draft.orderId, supplierId, known, today: readToday() });
  const [first = fresh, ...others] = (answers ?? []).map(({ order, differences }) =>
    settledOrder(order, differences, draft.choices),
  );
  const pairs = new Map(
    answers?.flatMap(({ differences }) => differences.map(({ mine, theirs }) => [theirs?.id, mine?.id])),
  );
  const lines = read.map((line) => ({
    ...line,
    orderLineId: pairs.get(line.known.lineId) ?? line.known.lineId,
  }));
  const answered = unknown.filter(({ key }) => draft.answers[key]?.existing == null);
  return {
    invoice,
    unknown,
    unanswered: unknown.filter(({ key }) => !isAnswered(draft.answers[key] ?? NO_ANSWER)).length,
    lines,
    orders: [first, ...others],
    answers,
    gapCents: gapOf(invoice),
    record: (acceptedGapCents) => ({
      invoiceId: review.id,
      supplier: { id: supplierId, create: review.supplier === null ? draft.supplier : null },
      articles: answered.flatMap((article) => {
        const answer = draft.answers[article.key];
        if (answer === undefined) return [];
        const weight = lines.find(({ purchase }) => purchase === article.purchases[0])?.weight;
        const input = offerOfAnswer(answer, { article, unitGrams: weight?.grams ?? null });
        return [{ id: answer.id, input }];
      }),
      lines: known.map(({ purchase, lineId, offerId, unitGrams }) => ({
        key: purchase.key,
        lineId,
        offerId,
        unitGrams,
      })),
      order: {
        id: first.id,
        match: matchOf(stored, draft.choices),
      },
      acceptedGapCents,
    }),
  };
}

function matchOf(
  [first, ...others]: readonly Order[],
  choices: ReviewDraft["choices"],
): InvoiceRecord["order"]["match"] {
  if (first === undefined) return null;
  return {
    version: first.version,
    others: others.map(({ id, version }) => ({ id, version })),
    choices: { ...choices },
  };
}

const NO_ANSWER: Answer = {
  id: "",
  existing: null,
  family: "",
  product: null,
  claims: [],
  producer: null,
  commune: null,
  origin: null,
  intermediaries: "",
};

function reviewLine(
  purchase: InvoicePurchase,
  {
    review,
    draft,
    unknown,
    supplierId,
  }: { review: InvoiceReview; draft: ReviewDraft; unknown: readonly UnknownArticle[]; supplierId: Id },
): Omit<ReviewLine, "orderLineId"> {
  const article = unknown.find(({ purchases }) => purchases.some(({ key }) => key === purchase.key));
  const answer = article === undefined ? undefined : draft.answers[article.key];
  const offerId = review.articles[purchase.key] ?? answer?.existing?.value ?? null;
  const stored = review.offers.find(({ id }) => id === offerId) ?? null;
  const made =
    stored !== null || article === undefined || answer === undefined || answer.family === ""
      ? null
      : { id: answer.id, supplierId, ...offerOfAnswer(answer, { article, unitGrams: null }) };
  const offer = stored ?? made;
  const weight = unitWeight(purchase, {
    typed: draft.weights[purchase.key],
    offer: stored,
    family: offer?.family ?? null,
  });
  return {
    purchase,
    offer,
    weight,
    known: {
      purchase,
      lineId: draft.lineIds[purchase.key] ?? "",
      offerId: offer?.id ?? null,
      facts: offer === null ? null : factsOfOffer(offer),
      unitGrams: weight.grams,
    },
  };
}

function likeliestOrders(review: InvoiceReview, purchases: readonly InvoicePurchase[]): Id[] {
  const named = review.candidates.filter(({ byReference }) => byReference);
  if (named.length > 0) return named.map(({ order }) => order.id);
  const bought = new Set(purchases.flatMap(({ key }) => review.articles[key] ?? []));
  if (bought.size === 0) return [];
  const alike = review.candidates.find(
    ({ order }) =>
      order.lines.filter(({ offerId }) => offerId !== null && bought.has(offerId)).length * 2 >=
      order.lines.length,
  );
  return alike === undefined ? [] : [alike.order.id];
}
