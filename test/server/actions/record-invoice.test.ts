import { beforeAll, beforeEach, expect, test } from "vitest";
import { listCells } from "../../../db/queries/cells.ts";
import { listInvoicesOfOrders } from "../../../db/queries/invoices.ts";
import { findOffer } from "../../../db/queries/offers.ts";
import type { ActionContext } from "../../../server/action-context.ts";
import { checkCube } from "../../../server/actions/check-cube.ts";
import { deleteOrder } from "../../../server/actions/delete-order.ts";
import { readOrder } from "../../../server/actions/read-order.ts";
import { recordInvoice } from "../../../server/actions/record-invoice.ts";
import { reviewInvoice } from "../../../server/actions/review-invoice.ts";
import { saveOrder } from "../../../server/actions/save-order.ts";
import { discardInvoice, unrecordInvoice } from "../../../server/actions/unrecord-invoice.ts";
import type { Id } from "../../../shared/ids.ts";
import { newId } from "../../../shared/ids.ts";
import type { InvoiceRecord } from "../../../shared/invoices/record.ts";
import type { Invoice } from "../../../shared/invoices.ts";
import { describeOnEngines } from "../../support/engines.ts";
import { aRecord, ofSeller } from "../../support/invoice-records.ts";
import { anAdjustment, anInvoiceLine, seedInvoice } from "../../support/invoices.ts";
import { seedPerson } from "../../support/people.ts";
import { actionContext, anOrder, anOrderLine, seedCanteen, seedOrganisation } from "../../support/seed.ts";

describeOnEngines("an invoice", (on) => {
  let ctx: ActionContext;
  let organisationId: Id;
  let canteenId: Id;
  beforeAll(async () => {
    organisationId = (await seedOrganisation(on.db)).organisationId;
    ctx = actionContext(on, (await seedPerson(on.db, {})).id);
  });
  beforeEach(async () => {
    canteenId = (await seedCanteen(on.db, { organisationId })).id;
  });

  async function recorded(invoice: Invoice, given: Partial<InvoiceRecord> = {}) {
    const invoiceId = await seedInvoice(ctx, { canteenId, invoice });
    const record = aRecord(invoiceId, invoice, given);
    return { invoiceId, record, result: await recordInvoice(ctx, canteenId, record) };
  }

  async function bought(): Promise<number> {
    const cells = await listCells(on.db, { canteenIds: [canteenId], fromMonth: null, toMonth: null });
    return cells.reduce((sum, cell) => sum + cell.amountCents, 0);
  }

  test("makes its supplier, articles and order in one go, and the figures move by its total", async () => {
    const invoice = ofSeller({
      lines: [anInvoiceLine(), anInvoiceLine({ id: "2", netCents: 3_000, unitPrice: "3" })],
      allowances: [anAdjustment({ cents: 200 })],
      charges: [anAdjustment({ cents: 1_000, reason: "Transport" })],
    });
    const { invoiceId, record, result } = await recorded(invoice);
    expect(result).toEqual({ recorded: true, orderId: record.order.id, differenceCents: 0 });
    expect(await bought()).toBe(4_800);
    expect(await checkCube(on.reader)).toMatchObject({ differences: [] });
    expect(await listInvoicesOfOrders(on.db, { canteenId, orderIds: [record.order.id] })).toMatchObject([
      { id: invoiceId, number: "F2026-101" },
    ]);
    const review = await reviewInvoice(on.reader, { canteenId, invoiceId, chosen: null });
    expect(review).toMatchObject({
      state: "RECORDED",
      orderId: record.order.id,
      supplier: { id: record.supplier.id },
    });
  });

  test("sent again changes nothing; another record of it is a conflict", async () => {
    const { record } = await recorded(ofSeller());
    expect(await recordInvoice(ctx, canteenId, record)).toMatchObject({ recorded: true });
    expect(await bought()).toBe(2_000);
    const other = { ...record, order: { id: newId(), match: null } };
    await expect(recordInvoice(ctx, canteenId, other)).rejects.toThrow("CONFLICT");
  });

  test("is recognised the next time: the seller and the articles are remembered", async () => {
    const first = ofSeller({ lines: [anInvoiceLine({ sellerItemId: "CAR10" })] });
    const { record } = await recorded(first);
    const next = {
      ...first,
      number: "F2026-102",
      lines: [anInvoiceLine({ sellerItemId: "CAR10", name: "Carotte sable" })],
    };
    const invoiceId = await seedInvoice(ctx, { canteenId, invoice: next });
    expect(await reviewInvoice(on.reader, { canteenId, invoiceId, chosen: null })).toMatchObject({
      supplier: { id: record.supplier.id, by: "MEMORY" },
      articles: { "line-1": record.articles[0]?.id },
    });
  });

  test("teaches an article the weight that a person typed, once", async () => {
    const invoice = ofSeller({ lines: [anInvoiceLine({ unit: "XBH", sellerItemId: "PER" })] });
    const invoiceId = await seedInvoice(ctx, { canteenId, invoice });
    const record = aRecord(invoiceId, invoice);
    const articles = record.articles.map(({ id, input }) => ({
      id,
      input: { ...input, unit: "BUNCH" as const },
    }));
    const lines = record.lines.map((line) => ({ ...line, unitGrams: 80 }));
    await recordInvoice(ctx, canteenId, { ...record, articles, lines });
    const taught = await findOffer(on.db, articles[0]?.id ?? "");
    expect(taught?.packGrams).toBe(80);
    const next = await seedInvoice(ctx, { canteenId, invoice: { ...invoice, number: "F2026-103" } });
    const again = aRecord(next, invoice, {
      supplier: { id: record.supplier.id, create: null },
      articles: [],
      lines: [{ key: "line-1", lineId: newId(), offerId: articles[0]?.id ?? null, unitGrams: 90 }],
    });
    await recordInvoice(ctx, canteenId, again);
    expect((await findOffer(on.db, articles[0]?.id ?? ""))?.packGrams).toBe(80);
  });

  test("whose lines do not add up waits for a person to accept that very difference", async () => {
    const base = ofSeller();
    const invoice = { ...base, totals: { ...base.totals, taxExclusiveCents: 1_950 } };
    const { record, result } = await recorded(invoice);
    expect(result).toEqual({ recorded: false, issues: [], gapCents: 50 });
    expect(await recordInvoice(ctx, canteenId, { ...record, acceptedGapCents: 49 })).toMatchObject({
      recorded: false,
    });
    expect(await bought()).toBe(0);
    expect(await recordInvoice(ctx, canteenId, { ...record, acceptedGapCents: 50 })).toMatchObject({
      recorded: true,
      differenceCents: 50,
    });
    const noted = await on.db
      .selectFrom("audit")
      .select("action")
      .where("noun_id", "=", record.invoiceId)
      .orderBy("seq", "desc")
      .executeTakeFirst();
    expect(noted?.action).toBe("recorded-with-gap");
  });

  test("of the future is refused, and leaves nothing behind", async () => {
    const { record, result } = await recorded(ofSeller({ date: "2027-01-01" }));
    expect(result).toMatchObject({
      recorded: false,
      issues: [{ code: "DATE_IN_FUTURE" }, { code: "DATE_IN_FUTURE" }],
    });
    const kept = await on.db
      .selectFrom("suppliers")
      .select("id")
      .where("id", "=", record.supplier.id)
      .execute();
    expect(kept).toEqual([]);
  });

  test("in another currency is not recorded as if it were euros", async () => {
    const invoice = ofSeller({ currency: "CHF" });
    const invoiceId = await seedInvoice(ctx, { canteenId, invoice });
    const record = aRecord(invoiceId, invoice, { acceptedGapCents: 0 });
    await expect(recordInvoice(ctx, canteenId, record)).rejects.toThrow("INVALID");
    expect(await bought()).toBe(0);
  });

  test("that is a credit note takes away what it says", async () => {
    const lines = [anInvoiceLine({ quantity: "-10", netCents: -2_000 })];
    const { record, result } = await recorded(ofSeller({ kind: "CREDIT_NOTE", type: "381", lines }));
    expect(result).toMatchObject({ recorded: true, differenceCents: 0 });
    expect(await bought()).toBe(-2_000);
    const order = await on.db
      .selectFrom("orders")
      .select("kind")
      .where("id", "=", record.order.id)
      .executeTakeFirst();
    expect(order?.kind).toBe("CREDIT_NOTE");
  });

  test("with as much returned as bought keeps each line's sign", async () => {
    const lines = [anInvoiceLine(), anInvoiceLine({ id: "2", quantity: "-5", netCents: -1_000 })];
    const { result } = await recorded(ofSeller({ lines }));
    expect(result).toMatchObject({ recorded: true });
    expect(await bought()).toBe(1_000);
  });

  test("answers to an open order: its figures go to the order's lines, and undoing gives the order back", async () => {
    const invoice = ofSeller({
      orderReference: "BC 12",
      lines: [anInvoiceLine({ quantity: "9", netCents: 1_800 })],
    });
    const first = await recorded({ ...invoice, number: "F2026-090" });
    const supplierId = first.record.supplier.id;
    const order = anOrder({
      supplierId,
      status: "RECEIVED",
      reference: "bc-12",
      lines: [anOrderLine({ description: "Carottes" })],
    });
    await saveOrder(ctx, canteenId, order);
    const before = await bought();
    const invoiceId = await seedInvoice(ctx, { canteenId, invoice });
    const review = await reviewInvoice(on.reader, { canteenId, invoiceId, chosen: null });
    expect(review.candidates).toMatchObject([{ byReference: true, order: { id: order.id, version: 1 } }]);
    const record = aRecord(invoiceId, invoice, {
      supplier: { id: supplierId, create: null },
      articles: [],
      lines: [
        { key: "line-1", lineId: newId(), offerId: first.record.articles[0]?.id ?? null, unitGrams: null },
      ],
      order: { id: order.id, match: { version: 1, others: [], choices: {} } },
    });
    expect(await recordInvoice(ctx, canteenId, record)).toMatchObject({ recorded: true, differenceCents: 0 });
    expect(await bought()).toBe(before - 200);
    const linked = await on.db
      .selectFrom("invoice_lines")
      .select(["order_line_id", "purchase_key"])
      .where("invoice_id", "=", invoiceId)
      .execute();
    expect(linked).toEqual([{ order_line_id: order.lines[0]?.id, purchase_key: "line-1" }]);
    expect(await unrecordInvoice(ctx, { canteenId, invoiceId })).toEqual({ unrecorded: true });
    expect(await unrecordInvoice(ctx, { canteenId, invoiceId })).toEqual({ unrecorded: false });
    expect(await bought()).toBe(before);
    expect(await checkCube(on.reader)).toMatchObject({ differences: [] });
    expect(await reviewInvoice(on.reader, { canteenId, invoiceId, chosen: null })).toMatchObject({
      state: "REVIEW",
    });
  });

  test("undone takes its order away, and may be thrown away then", async () => {
    const { invoiceId } = await recorded(ofSeller());
    await expect(discardInvoice(ctx, { canteenId, invoiceId })).rejects.toThrow("CONFLICT");
    await unrecordInvoice(ctx, { canteenId, invoiceId });
    expect(await bought()).toBe(0);
    expect(await discardInvoice(ctx, { canteenId, invoiceId })).toEqual({ discarded: true });
    expect(await discardInvoice(ctx, { canteenId, invoiceId })).toEqual({ discarded: false });
    await expect(reviewInvoice(on.reader, { canteenId, invoiceId, chosen: null })).rejects.toThrow(
      "NOT_FOUND",
    );
  });

  test("whose order was changed since is not undone over it; whose order was deleted is", async () => {
    const first = await recorded(ofSeller({ number: "F2026-200" }));
    const supplierId = first.record.supplier.id;
    const order = anOrder({ supplierId, lines: [anOrderLine({ description: "Carottes" })] });
    await saveOrder(ctx, canteenId, order);
    const invoice = ofSeller({ number: "F2026-201" });
    const invoiceId = await seedInvoice(ctx, { canteenId, invoice });
    const offerId = first.record.articles[0]?.id ?? null;
    const record = aRecord(invoiceId, invoice, {
      supplier: { id: supplierId, create: null },
      articles: [],
      lines: [{ key: "line-1", lineId: newId(), offerId, unitGrams: null }],
      order: { id: order.id, match: { version: 1, others: [], choices: {} } },
    });
    await recordInvoice(ctx, canteenId, record);
    const { order: now } = await readOrder(on.reader, { canteenId, orderId: order.id });
    await saveOrder(ctx, canteenId, { ...now, note: "Reçu en retard." });
    await expect(unrecordInvoice(ctx, { canteenId, invoiceId })).rejects.toThrow("CONFLICT");
    await deleteOrder(ctx, { canteenId, orderId: order.id });
    expect(await unrecordInvoice(ctx, { canteenId, invoiceId })).toEqual({ unrecorded: true });
  });

  test("of a line without its article, or with a line left out, is refused", async () => {
    const invoice = ofSeller();
    const invoiceId = await seedInvoice(ctx, { canteenId, invoice });
    const record = aRecord(invoiceId, invoice);
    const unknown = { ...record, lines: record.lines.map((line) => ({ ...line, offerId: null })) };
    await expect(recordInvoice(ctx, canteenId, unknown)).rejects.toThrow("INVALID");
    await expect(
      recordInvoice(ctx, canteenId, {
        ...record,
        lines: [{ key: "line-2", lineId: newId(), offerId: null, unitGrams: null }],
      }),
    ).rejects.toThrow("INVALID");
  });
});
