import { beforeAll, beforeEach, expect, test } from "vitest";
import { listCells } from "../../../db/queries/cells.ts";
import { findOrder } from "../../../db/queries/orders.ts";
import type { ActionContext } from "../../../server/action-context.ts";
import { checkCube } from "../../../server/actions/check-cube.ts";
import { deleteOrder, restoreOrder } from "../../../server/actions/delete-order.ts";
import { readOrder } from "../../../server/actions/read-order.ts";
import { recordInvoice } from "../../../server/actions/record-invoice.ts";
import { saveOrder } from "../../../server/actions/save-order.ts";
import { attachInvoice, unrecordInvoice } from "../../../server/actions/unrecord-invoice.ts";
import type { Id } from "../../../shared/ids.ts";
import { newId } from "../../../shared/ids.ts";
import type { Invoice } from "../../../shared/invoices.ts";
import { orderSchema } from "../../../shared/orders.ts";
import { describeOnEngines } from "../../support/engines.ts";
import { aRecord, ofSeller } from "../../support/invoice-records.ts";
import { anAdjustment, seedInvoice } from "../../support/invoices.ts";
import { seedPerson } from "../../support/people.ts";
import { actionContext, anOrder, seedCanteen, seedOrganisation } from "../../support/seed.ts";

describeOnEngines("a recorded invoice", (on) => {
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

  async function recorded(invoice: Invoice) {
    const invoiceId = await seedInvoice(ctx, { canteenId, invoice });
    const record = aRecord(invoiceId, invoice);
    await recordInvoice(ctx, canteenId, record);
    return { invoiceId, record };
  }

  /** A second invoice of the seller, recorded on an order that was open. */
  async function answered() {
    const invoice = ofSeller();
    const { record: first } = await recorded({ ...invoice, number: "F2026-090" });
    const supplier = { id: first.supplier.id, create: null };
    const order = anOrder({ supplierId: supplier.id });
    await saveOrder(ctx, canteenId, order);
    const invoiceId = await seedInvoice(ctx, { canteenId, invoice });
    const match = { version: 1, others: [], choices: {} };
    const lines = [
      { key: "line-1", lineId: newId(), offerId: first.lines[0]?.offerId ?? null, unitGrams: null },
    ];
    const given = { supplier, articles: [], lines, order: { id: order.id, match } };
    await recordInvoice(ctx, canteenId, aRecord(invoiceId, invoice, given));
    return { invoiceId, orderId: order.id };
  }

  async function storedOrder(orderId: Id) {
    const { order } = await readOrder(on.reader, { canteenId, orderId });
    return order;
  }

  test("makes an order that a person can still save, whatever its charges and rates say", async () => {
    const charges = [anAdjustment({ reason: "Transport ".repeat(100), vatRate: "250" })];
    const { record } = await recorded(ofSeller({ charges }));
    expect(orderSchema.safeParse(await storedOrder(record.order.id)).success).toBe(true);
  });

  test("with a number longer than an index takes is received", async () => {
    const number = Array.from({ length: 240 }, () => newId()).join("");
    const { record } = await recorded(ofSeller({ number }));
    expect(await findOrder(on.db, { canteenId, orderId: record.order.id })).toBeDefined();
  });

  test("of an article whose product or producer is nowhere writes nothing", async () => {
    const invoice = ofSeller();
    const invoiceId = await seedInvoice(ctx, { canteenId, invoice });
    const record = aRecord(invoiceId, invoice);
    for (const field of ["productId", "producerId"] as const) {
      const articles = record.articles.map(({ id, input }) => ({
        id,
        input: { ...input, [field]: newId() },
      }));
      await expect(recordInvoice(ctx, canteenId, { ...record, articles })).rejects.toThrow("NOT_FOUND");
    }
  });

  test("whose order was edited since is not undone: the edit would be lost", async () => {
    const { invoiceId, record } = await recorded(ofSeller());
    const order = await storedOrder(record.order.id);
    await saveOrder(ctx, canteenId, { ...order, note: "Vu avec le fournisseur" });
    await expect(unrecordInvoice(ctx, { canteenId, invoiceId })).rejects.toThrow("CONFLICT");
    expect((await storedOrder(order.id)).note).toBe("Vu avec le fournisseur");
  });

  test("whose order was deleted since is undone, whichever way it was made", async () => {
    const matched = await answered();
    const fresh = await recorded(ofSeller());
    for (const { invoiceId, orderId } of [
      matched,
      { invoiceId: fresh.invoiceId, orderId: fresh.record.order.id },
    ]) {
      await deleteOrder(ctx, { canteenId, orderId });
      expect(await unrecordInvoice(ctx, { canteenId, invoiceId })).toEqual({ unrecorded: true });
      expect((await findOrder(on.db, { canteenId, orderId }))?.deleted_at).not.toBeNull();
    }
    expect(await checkCube(on.reader)).toMatchObject({ differences: [] });
  });

  async function bought(): Promise<number> {
    const cells = await listCells(on.db, { canteenIds: [canteenId], fromMonth: null, toMonth: null });
    return cells.reduce((sum, cell) => sum + cell.amountCents, 0);
  }

  test("attached to an order is not recorded beside it, until the order is gone", async () => {
    const invoice = ofSeller();
    const { record: first } = await recorded(ofSeller());
    const order = anOrder({ supplierId: first.supplier.id });
    await saveOrder(ctx, canteenId, order);
    const invoiceId = await seedInvoice(ctx, { canteenId, invoice });
    await attachInvoice(ctx, { canteenId, invoiceId, orderId: order.id });
    const record = aRecord(invoiceId, invoice);
    await expect(recordInvoice(ctx, canteenId, record)).rejects.toThrow("DOCUMENT_ATTACHED");
    expect(await findOrder(on.db, { canteenId, orderId: record.order.id })).toBeUndefined();
    await deleteOrder(ctx, { canteenId, orderId: order.id });
    expect(await recordInvoice(ctx, canteenId, record)).toMatchObject({ recorded: true });
    const before = await bought();
    await expect(restoreOrder(ctx, { canteenId, orderId: order.id })).rejects.toThrow("ORDER_OF_INVOICE");
    expect(await bought()).toBe(before);
  });

  test("attached to an order still on its way is recorded once, whichever of both comes first", async () => {
    const { record: first } = await recorded(ofSeller());
    const order = anOrder({ supplierId: first.supplier.id });
    const invoice = ofSeller();
    const invoiceId = await seedInvoice(ctx, { canteenId, invoice });
    await attachInvoice(ctx, { canteenId, invoiceId, orderId: order.id });
    const record = aRecord(invoiceId, invoice);
    expect(await recordInvoice(ctx, canteenId, record)).toMatchObject({ recorded: true });
    const before = await bought();
    await expect(saveOrder(ctx, canteenId, order)).rejects.toThrow("ORDER_OF_INVOICE");
    await expect(restoreOrder(ctx, { canteenId, orderId: order.id })).rejects.toThrow("ORDER_OF_INVOICE");
    expect(await bought()).toBe(before);
    expect(await recordInvoice(ctx, canteenId, record)).toMatchObject({ recorded: true });
    await unrecordInvoice(ctx, { canteenId, invoiceId });
    await attachInvoice(ctx, { canteenId, invoiceId, orderId: order.id });
    await expect(saveOrder(ctx, canteenId, order)).rejects.toThrow("CONFLICT");
    expect(await checkCube(on.reader)).toMatchObject({ differences: [] });
  });

  test("undone and recorded again does not count twice by restoring the order it had made", async () => {
    const { invoiceId, record } = await recorded(ofSeller());
    await unrecordInvoice(ctx, { canteenId, invoiceId });
    const restore = () => restoreOrder(ctx, { canteenId, orderId: record.order.id });
    await expect(restore()).rejects.toThrow("ORDER_OF_INVOICE");
    const again = { ...record, order: { id: newId(), match: null } };
    const lines = again.lines.map((line) => ({ ...line, lineId: newId() }));
    expect(await recordInvoice(ctx, canteenId, { ...again, lines })).toMatchObject({ recorded: true });
    expect(await bought()).toBe(2_000);
    await expect(restore()).rejects.toThrow("ORDER_OF_INVOICE");
    expect(await bought()).toBe(2_000);
  });

  test("still holds its order: deleting it by mistake is undone", async () => {
    const { record } = await recorded(ofSeller());
    await deleteOrder(ctx, { canteenId, orderId: record.order.id });
    await restoreOrder(ctx, { canteenId, orderId: record.order.id });
    expect(await bought()).toBe(2_000);
  });

  test("gives back an order that was deleted meanwhile as it was, once it is undone", async () => {
    const { invoiceId, orderId } = await answered();
    const key = { canteenId, orderId };
    await deleteOrder(ctx, key);
    await unrecordInvoice(ctx, { canteenId, invoiceId });
    await restoreOrder(ctx, key);
    expect(await storedOrder(orderId)).toMatchObject({ status: "RECEIVED", invoicedOn: null });
    await deleteOrder(ctx, key);
    const invoice = ofSeller();
    const { supplierId } = await storedOrderRow(orderId);
    const given = { supplier: { id: supplierId, create: null }, order: { id: newId(), match: null } };
    await recordInvoice(ctx, canteenId, aRecord(invoiceId, invoice, given));
    const before = await bought();
    await expect(restoreOrder(ctx, key)).rejects.toThrow("ORDER_OF_INVOICE");
    expect(await bought()).toBe(before);
    expect(await checkCube(on.reader)).toMatchObject({ differences: [] });
  });

  async function storedOrderRow(orderId: Id): Promise<{ supplierId: Id }> {
    const row = await findOrder(on.db, { canteenId, orderId });
    return { supplierId: row?.supplier_id ?? "" };
  }
});
