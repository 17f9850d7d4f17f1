import { beforeAll, expect, test } from "vitest";
import { deleteUnusedFiles, findInvoiceOriginal } from "../../../db/queries/files.ts";
import type { ActionContext } from "../../../server/action-context.ts";
import { openInvoice } from "../../../server/actions/open-invoice.ts";
import { readDocument } from "../../../server/actions/read-document.ts";
import { reviewInvoice } from "../../../server/actions/review-invoice.ts";
import { saveOrder } from "../../../server/actions/save-order.ts";
import { saveSupplier } from "../../../server/actions/save-supplier.ts";
import { attachInvoice } from "../../../server/actions/unrecord-invoice.ts";
import type { Id } from "../../../shared/ids.ts";
import { newId } from "../../../shared/ids.ts";
import { describeOnEngines } from "../../support/engines.ts";
import { NEW_SELLER, supplierInvoice } from "../../support/invoices/supplier-invoice.ts";
import { writeCii } from "../../support/invoices/write-cii.ts";
import { anInvoice, invoiceBytes, SELLER_SIRET, seedDropped } from "../../support/invoices.ts";
import { seedPerson } from "../../support/people.ts";
import { actionContext, anOrder, seedCanteen, seedOrganisation, seedSupplier } from "../../support/seed.ts";

const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1]);

const SOLD = [
  { name: "Carottes", quantity: "6", unit: "XCT", price: "12.5", net: "75.00" },
  { name: "Barquettes", quantity: "20", unit: "XCT", price: "4.2", net: "84.00", rate: "20" },
];

describeOnEngines("a dropped invoice", (on) => {
  let ctx: ActionContext;
  let userId: Id;
  let canteenId: Id;
  let neighbourId: Id;
  const read = async () => ({ invoice: anInvoice(), refusal: null });
  beforeAll(async () => {
    const { organisationId } = await seedOrganisation(on.db);
    canteenId = (await seedCanteen(on.db, { organisationId })).id;
    neighbourId = (await seedCanteen(on.db, { organisationId })).id;
    userId = (await seedPerson(on.db, {})).id;
    ctx = actionContext(on, userId);
    await seedSupplier(on.db, { name: "Primeurs", siret: SELLER_SIRET });
  });

  test("is taken in once: sent again, in other bytes, or dropped again", async () => {
    const fileId = await seedDropped(on.db, { userId, bytes: invoiceBytes("one") });
    const invoiceId = newId();
    const opening = { canteenId, fileId, invoiceId, read };
    expect(await openInvoice(ctx, opening)).toEqual({ opened: true, invoiceId });
    expect(await openInvoice(ctx, opening)).toEqual({ opened: true, invoiceId });
    const again = { ...opening, invoiceId: newId() };
    expect(await openInvoice(ctx, again)).toEqual({ opened: false, sameId: invoiceId, refusal: null });
    const other = await seedDropped(on.db, { userId, bytes: invoiceBytes("the same, written otherwise") });
    expect(await openInvoice(ctx, { ...again, fileId: other })).toMatchObject({ sameId: invoiceId });
    expect(await reviewInvoice(on.reader, { canteenId, invoiceId, chosen: null })).toMatchObject({
      supplier: { by: "SIRET" },
      invoice: { number: "F2026-101" },
    });
    const next = { ...again, canteenId: neighbourId, fileId: other };
    expect(await openInvoice(ctx, next)).toMatchObject({ opened: true });
  });

  test("opens for who dropped it only, whatever hash another knows", async () => {
    const fileId = await seedDropped(on.db, { userId, bytes: invoiceBytes("secret") });
    const stranger = { ...ctx, userId: (await seedPerson(on.db, {})).id };
    const opening = { canteenId, fileId, invoiceId: newId(), read };
    await expect(openInvoice(stranger, opening)).rejects.toThrow("NOT_FOUND");
    await expect(openInvoice(stranger, { ...opening, fileId: "0".repeat(64) })).rejects.toThrow("NOT_FOUND");
  });

  test("that cannot be read is refused with its reason; a PDF without data and a photo are kept as proofs", async () => {
    const refused = async () => ({ invoice: null, refusal: "INVOICE_XML" as const });
    const xml = await seedDropped(on.db, { userId, bytes: invoiceBytes("broken") });
    const opening = { canteenId, fileId: xml, invoiceId: newId(), read: refused };
    expect(await openInvoice(ctx, opening)).toEqual({ opened: false, sameId: null, refusal: "INVOICE_XML" });
    const photo = await seedDropped(on.db, { userId, bytes: PNG, name: "photo.png" });
    const invoiceId = newId();
    expect(await openInvoice(ctx, { ...opening, fileId: photo, invoiceId })).toEqual({
      opened: true,
      invoiceId,
    });
    expect(await reviewInvoice(on.reader, { canteenId, invoiceId, chosen: null })).toMatchObject({
      media: "image",
      invoice: null,
      supplier: null,
    });
    const text = await seedDropped(on.db, { userId, bytes: new TextEncoder().encode("a;b\n1;2") });
    expect(await openInvoice(ctx, { ...opening, fileId: text })).toMatchObject({ refusal: "INVOICE_TYPE" });
  });

  test("of totals alone, as XML, is typed beside what it says: its new seller is recognised, its order settles it", async () => {
    const spec = supplierInvoice({ number: "WL-1", date: "2026-10-12", lines: SOLD });
    const bytes = new TextEncoder().encode(writeCii({ ...spec, lines: [] }));
    const fileId = await seedDropped(on.db, { userId, bytes });
    const invoiceId = newId();
    const opening = { canteenId, fileId, invoiceId, read: readDocument };
    expect(await openInvoice(ctx, opening)).toMatchObject({ opened: true });
    const review = () => reviewInvoice(on.reader, { canteenId, invoiceId, chosen: null });
    const { media, invoice, supplier, newSupplier } = await review();
    expect({ media, supplier }).toEqual({ media: "invoice-xml", supplier: null });
    expect(
      invoice?.lines.map(({ fromTotals, vatRate, netCents }) => [fromTotals, vatRate, netCents]),
    ).toEqual([
      [true, "5.5", 7_500],
      [true, "20", 8_400],
    ]);
    if (newSupplier === null) throw new Error("no seller was read");
    const supplierId = newId();
    await saveSupplier(ctx, { id: supplierId, input: newSupplier, tellOf: [] });
    expect((await review()).supplier).toEqual({ id: supplierId, name: NEW_SELLER.name, by: "SIRET" });

    const order = anOrder({ supplierId, reference: "WL-1" });
    await attachInvoice(ctx, { canteenId, invoiceId, orderId: order.id });
    expect(await review()).toMatchObject({ state: "REVIEW", orderId: order.id });
    await saveOrder(ctx, canteenId, order);
    expect(await review()).toMatchObject({ state: "ATTACHED", orderId: order.id });
  });

  test("keeps its original for its canteen alone, and past the cleaning of what nobody uses", async () => {
    const fileId = await seedDropped(on.db, { userId, bytes: invoiceBytes("kept") });
    const other = await seedDropped(on.db, { userId, bytes: invoiceBytes("not kept") });
    const invoiceId = newId();
    const invoice = anInvoice({ number: "F2026-777" });
    await openInvoice(ctx, { canteenId, fileId, invoiceId, read: async () => ({ invoice, refusal: null }) });
    await deleteUnusedFiles(on.db, "2999-01-01T00:00:00.000Z");
    expect(await findInvoiceOriginal(on.db, { canteenId, invoiceId })).toMatchObject({ id: fileId });
    expect(await findInvoiceOriginal(on.db, { canteenId: neighbourId, invoiceId })).toBeUndefined();
    const left = await on.db.selectFrom("files").select("id").where("id", "=", other).execute();
    expect(left).toEqual([]);
  });
});
