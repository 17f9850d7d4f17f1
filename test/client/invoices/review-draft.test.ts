import { describe, expect, it } from "vitest";
import { newDraft, reviewState } from "../../../client/invoices/review-draft.ts";
import { emptyAnswer, sameAnswers, unknownArticles } from "../../../client/invoices/unknown-articles.ts";
import { newId } from "../../../shared/ids.ts";
import { purchasesOf } from "../../../shared/invoices/purchases.ts";
import type { InvoiceReview } from "../../../shared/invoices/review.ts";
import type { Offer } from "../../../shared/offers.ts";
import { anAdjustment, anInvoice, anInvoiceLine } from "../../support/invoices.ts";
import { anOrder, anOrderLine } from "../../support/seed.ts";

const supplierId = newId();
const carrots: Offer = {
  id: newId(),
  supplierId,
  productId: null,
  code: "CAR",
  name: "Carottes",
  family: "FRUITS_ET_LEGUMES",
  unit: "BOX",
  packGrams: 9_000,
  vatBp: 550,
  claims: [],
  organicStage: null,
  certifiedShareBp: null,
  producerId: null,
  originCommunes: [],
  origin: null,
  intermediaries: null,
  active: true,
};

function aReview(review: Partial<InvoiceReview> = {}): InvoiceReview {
  return {
    id: newId(),
    state: "REVIEW",
    media: "pdf",
    fileName: "facture.pdf",
    fileId: "0".repeat(64),
    createdAt: "2026-11-22T10:00:00.000Z",
    recordedAt: null,
    orderId: null,
    orderIds: [],
    invoice: null,
    refusal: null,
    supplier: { id: supplierId, name: "Primeurs", by: "SIRET" },
    newSupplier: null,
    articles: {},
    offers: [],
    surroundings: {
      canteen: {
        commune: "62041",
        communeName: "Arras",
        epci: null,
        departement: "62",
        region: "32",
        pats: [],
        position: null,
      },
      definitions: [],
      suppliers: [],
      products: [],
      places: [],
    },
    candidates: [],
    ...review,
  };
}

const box = (line: Parameters<typeof anInvoiceLine>[0]) => anInvoiceLine({ unit: "XCT", ...line });

describe("the articles of an invoice that nobody knows", () => {
  it("are asked once each, whatever the number of their lines; a charge is none", () => {
    const invoice = anInvoice({
      lines: [
        box({ sellerItemId: "A" }),
        box({ sellerItemId: "B" }),
        box({ sellerItemId: "A", name: "Autre libellé" }),
      ],
      charges: [anAdjustment()],
    });
    const purchases = purchasesOf(invoice);
    expect(unknownArticles(purchases, {}).map(({ key }) => key)).toEqual(["id:A", "id:B"]);
    expect(unknownArticles(purchases, { "line-2": carrots.id }).map(({ key }) => key)).toEqual(["id:A"]);
  });

  it("start from the origin the invoice says, and take the answers of another", () => {
    const [article] = unknownArticles(purchasesOf(anInvoice({ lines: [box({ originCountry: "FR" })] })), {});
    if (article === undefined) throw new Error("no article");
    const empty = emptyAnswer(article);
    expect(empty).toMatchObject({ origin: "FRANCE", family: "" });
    const from = { ...empty, id: newId(), family: "BOISSONS" as const, commune: "62041" };
    expect(sameAnswers(empty, from)).toMatchObject({ id: empty.id, family: "BOISSONS", commune: "62041" });
  });
});

describe("a review", () => {
  it("waits for the family of what is not known, then says all that is recorded", () => {
    const invoice = anInvoice({ lines: [box({ name: "Yaourt 12 x 125 g", sellerItemId: "YAO" })] });
    const review = aReview();
    const draft = newDraft(review, invoice);
    const before = reviewState(review, invoice, draft);
    expect(before.unanswered).toBe(1);
    const [article] = before.unknown;
    const answer = { ...draft.answers[article?.key ?? ""], family: "PRODUITS_LAITIERS" };
    const after = reviewState(review, invoice, {
      ...draft,
      answers: { [article?.key ?? ""]: answer as (typeof draft.answers)[string] },
    });
    expect(after.unanswered).toBe(0);
    expect(after.record(null)).toMatchObject({
      supplier: { id: supplierId, create: null },
      articles: [{ input: { code: "YAO", family: "PRODUITS_LAITIERS", unit: "BOX", packGrams: 1_500 } }],
      lines: [{ key: "line-1", unitGrams: 1_500 }],
      acceptedGapCents: null,
    });
  });

  it("weighs by what was typed, else what the article remembers, else what the text says", () => {
    const invoice = anInvoice({ lines: [box({ name: "Carottes carton 10 kg" })] });
    const weightOf = (review: InvoiceReview, weights: Record<string, string> = {}) =>
      reviewState(review, invoice, { ...newDraft(review, invoice), weights }).lines[0]?.weight;
    const known = aReview({ articles: { "line-1": carrots.id }, offers: [carrots] });
    expect(weightOf(aReview())).toMatchObject({ grams: 10_000, from: "TEXT" });
    expect(weightOf(known)).toMatchObject({ grams: 9_000, from: "ARTICLE" });
    expect(weightOf(known, { "line-1": "8,5" })).toMatchObject({ grams: 8_500, from: "TYPED" });
    expect(weightOf(known, { "line-1": "" })).toMatchObject({ grams: null, from: "TYPED" });
    expect(weightOf(known, { "line-1": "dix" })).toMatchObject({ grams: null, from: "UNREADABLE" });
  });

  it("starts on the order the invoice names, else on one it is mostly made of, else on a new one", () => {
    const invoice = anInvoice({ lines: [box({})] });
    const order = anOrder({ supplierId, lines: [anOrderLine({ offerId: carrots.id })] });
    const articles = { "line-1": carrots.id };
    const start = (review: Partial<InvoiceReview>) =>
      newDraft(aReview({ articles, ...review }), invoice).matches;
    expect(start({ candidates: [{ order, byReference: true }] })).toEqual([order.id]);
    expect(start({ candidates: [{ order, byReference: false }] })).toEqual([order.id]);
    const other = anOrder({ supplierId, lines: [anOrderLine(), anOrderLine(), anOrderLine()] });
    expect(start({ candidates: [{ order: other, byReference: false }] })).toEqual([]);
  });

  it("gives each line of the invoice to the line ordered, for its verdict", () => {
    const line = anOrderLine({ offerId: carrots.id });
    const order = anOrder({ supplierId, lines: [line] });
    const review = aReview({
      articles: { "line-1": carrots.id },
      offers: [carrots],
      candidates: [{ order, byReference: true }],
    });
    const invoice = anInvoice({ lines: [box({})] });
    const state = reviewState(review, invoice, newDraft(review, invoice));
    expect(state.lines[0]?.orderLineId).toBe(line.id);
    expect(state.record(null).order).toEqual({
      id: order.id,
      match: { version: 0, others: [], choices: {} },
    });
  });

  it("answers to several orders at once, and what none of them ordered stands with the first", () => {
    const orders = [1, 2].map(() => anOrder({ supplierId, lines: [anOrderLine({ offerId: carrots.id })] }));
    const review = aReview({
      articles: { "line-1": carrots.id, "line-2": carrots.id },
      offers: [carrots],
      candidates: orders.map((order) => ({ order, byReference: true })),
    });
    const lines = [box({}), box({ id: "2" }), box({ id: "3", name: "Navets" })];
    const invoice = anInvoice({ lines });
    const state = reviewState(review, invoice, newDraft(review, invoice));
    expect(state.answers?.map(({ differences }) => differences.length)).toEqual([2, 1]);
    expect(state.orders.map(({ id, lines }) => [id, lines.length])).toEqual([
      [orders[0]?.id, 2],
      [orders[1]?.id, 1],
    ]);
    expect(state.record(null).order).toMatchObject({
      id: orders[0]?.id,
      match: { others: [{ id: orders[1]?.id, version: 0 }] },
    });
  });
});
