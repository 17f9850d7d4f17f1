import { beforeAll, beforeEach, expect, test } from "vitest";
import { listCells } from "../../../db/queries/cells.ts";
import { listInvoicesOfOrders } from "../../../db/queries/invoices.ts";
import type { ActionContext } from "../../../server/action-context.ts";
import { checkCube } from "../../../server/actions/check-cube.ts";
import { readOrder } from "../../../server/actions/read-order.ts";
import { recordInvoice } from "../../../server/actions/record-invoice.ts";
import { reviewInvoice } from "../../../server/actions/review-invoice.ts";
import { saveOrder } from "../../../server/actions/save-order.ts";
import { unrecordInvoice } from "../../../server/actions/unrecord-invoice.ts";
import type { Id } from "../../../shared/ids.ts";
import { newId } from "../../../shared/ids.ts";
import type { InvoiceRecord } from "../../../shared/invoices/record.ts";
import type { Invoice } from "../../../shared/invoices.ts";
import { describeOnEngines } from "../../support/engines.ts";
import { aRecord, ofSeller } from "../../support/invoice-records.ts";
import { anInvoiceLine, seedInvoice } from "../../support/invoices.ts";
import { seedPerson } from "../../support/people.ts";
import { actionContext, anOrder, anOrderLine, seedCanteen, seedOrganisation } from "../../support/seed.ts";

describeOnEngines("an invoice of several orders", (on) => {
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

  test("answers to several orders at once: each takes its own lines, and undoing gives all of them back", async () => {
    const first = await recorded(ofSeller({ number: "F2026-300" }));
    const supplierId = first.record.supplier.id;
    const offerId = first.record.articles[0]?.id ?? null;
    const [monday, friday] = [
      anOrder({
        supplierId,
        status: "RECEIVED",
        lines: [
          anOrderLine({ offerId, quantityMilli: 10_000, amountHtCents: 2_000 }),
          anOrderLine({ description: "Poireaux", quantityMilli: 5_000, amountHtCents: 1_000 }),
        ],
      }),
      anOrder({
        supplierId,
        status: "RECEIVED",
        lines: [anOrderLine({ offerId, quantityMilli: 20_000, amountHtCents: 4_000 })],
      }),
    ];
    for (const order of [monday, friday]) await saveOrder(ctx, canteenId, order);
    const before = await bought();
    const invoice = ofSeller({
      number: "F2026-301",
      lines: [
        anInvoiceLine({ quantity: "29", netCents: 5_800 }),
        anInvoiceLine({ id: "2", name: "Poireaux", quantity: "5", netCents: 1_100, unitPrice: "2.2" }),
        anInvoiceLine({ id: "3", name: "Navets", quantity: "1", netCents: 300, unitPrice: "3" }),
      ],
    });
    const invoiceId = await seedInvoice(ctx, { canteenId, invoice });
    const [leeks, turnips] = [newId(), newId()];
    const article = first.record.articles[0]?.input;
    const record = aRecord(invoiceId, invoice, {
      supplier: { id: supplierId, create: null },
      articles: [leeks, turnips].map((id) => ({ id, input: { ...article, name: `Article ${id}` } as never })),
      lines: [offerId, leeks, turnips].map((id, index) => ({
        key: `line-${index + 1}`,
        lineId: newId(),
        offerId: id,
        unitGrams: null,
      })),
      order: {
        id: monday.id,
        match: { version: 1, others: [{ id: friday.id, version: 1 }], choices: {} },
      },
    });
    const twice = {
      ...record.order,
      match: { version: 1, others: [{ id: monday.id, version: 1 }], choices: {} },
    };
    await expect(recordInvoice(ctx, canteenId, { ...record, order: twice })).rejects.toThrow("INVALID");
    expect(await recordInvoice(ctx, canteenId, record)).toMatchObject({ recorded: true, differenceCents: 0 });
    const linesOf = async (orderId: Id) => (await readOrder(on.reader, { canteenId, orderId })).order.lines;
    expect(await linesOf(monday.id)).toMatchObject([
      { id: monday.lines[0]?.id, receivedMilli: 10_000, amountHtCents: 2_000 },
      { id: monday.lines[1]?.id, receivedMilli: 5_000, amountHtCents: 1_100 },
      { description: "Navets", amountHtCents: 300 },
    ]);
    expect(await linesOf(friday.id)).toMatchObject([
      { id: friday.lines[0]?.id, quantityMilli: 20_000, receivedMilli: 19_000, amountHtCents: 3_800 },
    ]);
    const behind = await listInvoicesOfOrders(on.db, { canteenId, orderIds: [monday.id, friday.id] });
    expect(behind.map(({ orderId, id }) => [orderId, id])).toEqual(
      [monday.id, friday.id].sort().map((id) => [id, invoiceId]),
    );
    const review = await reviewInvoice(on.reader, { canteenId, invoiceId, chosen: null });
    expect(review.orderIds).toEqual([monday.id, friday.id].sort());
    const linked = await on.db
      .selectFrom("invoice_lines")
      .select("purchase_key")
      .where("invoice_id", "=", invoiceId)
      .orderBy("purchase_key")
      .execute();
    expect(linked.map((line) => line.purchase_key)).toEqual(["line-1", "line-1", "line-2", "line-3"]);
    await unrecordInvoice(ctx, { canteenId, invoiceId });
    expect(await bought()).toBe(before);
    expect(await linesOf(friday.id)).toMatchObject([{ quantityMilli: 20_000, receivedMilli: null }]);
    expect(await checkCube(on.reader)).toMatchObject({ differences: [] });
  });
});
