import { beforeAll, expect, test } from "vitest";
import { findSameInvoice, listInvoices } from "../../../db/queries/invoices.ts";
import type { ActionContext } from "../../../server/action-context.ts";
import { reviewInvoice } from "../../../server/actions/review-invoice.ts";
import { saveOrder } from "../../../server/actions/save-order.ts";
import { attachInvoice } from "../../../server/actions/unrecord-invoice.ts";
import type { Id } from "../../../shared/ids.ts";
import type { InvoiceFilter } from "../../../shared/invoices/summary.ts";
import { describeOnEngines } from "../../support/engines.ts";
import { anInvoice, aParty, seedInvoice } from "../../support/invoices.ts";
import { seedPerson } from "../../support/people.ts";
import { actionContext, anOrder, seedCanteen, seedOrganisation, seedSupplier } from "../../support/seed.ts";

const ALL: InvoiceFilter = {
  state: null,
  supplierId: null,
  from: null,
  to: null,
  differing: false,
  search: "",
};

describeOnEngines("the documents of a canteen", (on) => {
  let ctx: ActionContext;
  let canteenId: Id;
  let neighbourId: Id;
  let otherId: Id;

  beforeAll(async () => {
    const { organisationId } = await seedOrganisation(on.db);
    canteenId = (await seedCanteen(on.db, { organisationId })).id;
    neighbourId = (await seedCanteen(on.db, { organisationId })).id;
    otherId = (await seedCanteen(on.db, { organisationId })).id;
    ctx = actionContext(on, (await seedPerson(on.db, {})).id);
    const odd = anInvoice({ number: "B-2", date: "2026-09-01", seller: aParty({ name: "Crèmerie" }) });
    await seedInvoice(ctx, { canteenId, invoice: anInvoice({ number: "A-1", date: "2026-10-10" }) });
    await seedInvoice(ctx, {
      canteenId,
      invoice: { ...odd, totals: { ...odd.totals, taxExclusiveCents: 1_990 } },
    });
    await seedInvoice(ctx, { canteenId: neighbourId, invoice: anInvoice({ number: "C-3" }) });
  });

  async function numbers(filter: Partial<InvoiceFilter>, of = canteenId): Promise<(string | null)[]> {
    const page = { offset: 0, limit: 10 };
    const { invoices, total } = await listInvoices(on.db, { ...ALL, ...filter, canteenId: of }, page);
    expect(total).toBe(invoices.length);
    return invoices.map(({ number }) => number).sort();
  }

  test("are its own, narrowed by state, day, difference and words", async () => {
    expect(await numbers({})).toEqual(["A-1", "B-2"]);
    expect(await numbers({}, neighbourId)).toEqual(["C-3"]);
    expect(await numbers({ state: "RECORDED" })).toEqual([]);
    expect(await numbers({ from: "2026-09-02" })).toEqual(["A-1"]);
    expect(await numbers({ to: "2026-09-01" })).toEqual(["B-2"]);
    expect(await numbers({ differing: true })).toEqual(["B-2"]);
    expect(await numbers({ search: "CREMERIE b 2" })).toEqual(["B-2"]);
  });

  test("are attached to an order once it is there, and to review until then", async () => {
    const invoiceId = await seedInvoice(ctx, { canteenId: otherId, invoice: anInvoice({ number: "D-4" }) });
    const order = anOrder({ supplierId: (await seedSupplier(on.db)).id });
    await attachInvoice(ctx, { canteenId: otherId, invoiceId, orderId: order.id });
    const state = async () =>
      (await reviewInvoice(on.db, { canteenId: otherId, invoiceId, chosen: null })).state;
    expect(await numbers({ state: "REVIEW" }, otherId)).toEqual(["D-4"]);
    expect(await state()).toBe("REVIEW");
    await saveOrder(ctx, otherId, order);
    expect(await numbers({ state: "ATTACHED" }, otherId)).toEqual(["D-4"]);
    expect(await numbers({ state: "REVIEW" }, otherId)).toEqual([]);
    expect(await state()).toBe("ATTACHED");
  });

  test("are the same by bytes, or by seller, number and year, within one canteen", async () => {
    const key = { canteenId, fileId: "0".repeat(64), invoiceKey: "siren:732829320/a 1/2026" };
    expect((await findSameInvoice(on.db, key))?.number).toBe("A-1");
    expect(await findSameInvoice(on.db, { ...key, invoiceKey: "siren:732829320/a 1/2025" })).toBeUndefined();
    expect(await findSameInvoice(on.db, { ...key, canteenId: neighbourId })).toBeUndefined();
  });
});
