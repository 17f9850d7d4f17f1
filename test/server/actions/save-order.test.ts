import { beforeAll, describe, expect, it } from "vitest";
import { listCells } from "../../../db/queries/cells.ts";
import { deleteOrder, restoreOrder } from "../../../server/actions/delete-order.ts";
import { readOrder } from "../../../server/actions/read-order.ts";
import { saveOrder } from "../../../server/actions/save-order.ts";
import { newId } from "../../../shared/ids.ts";
import { describeOnEngines } from "../../support/engines.ts";
import {
  actionContext,
  anOrder,
  anOrderLine,
  seedCanteen,
  seedOrganisation,
  seedSupplier,
  TODAY,
} from "../../support/seed.ts";

describeOnEngines("saving an order", (on) => {
  let canteenId = "";
  let supplierId = "";
  let organisationId = "";

  beforeAll(async () => {
    ({ organisationId } = await seedOrganisation(on.db));
    supplierId = (await seedSupplier(on.db)).id;
  });

  async function freshCanteen(): Promise<void> {
    canteenId = (await seedCanteen(on.db, { organisationId })).id;
  }
  const save = (order: Parameters<typeof saveOrder>[2]) => saveOrder(actionContext(on), canteenId, order);
  const cells = () => listCells(on.reader, { canteenIds: [canteenId], fromMonth: null, toMonth: null });
  const auditRows = () =>
    on.db
      .selectFrom("audit")
      .select(["action", "after"])
      .where("stream", "=", canteenId)
      .orderBy("seq")
      .execute();

  it("keeps the line, its verdict, its cell and its audit", async () => {
    await freshCanteen();
    const line = anOrderLine({ originCommunes: ["62498"] });
    const order = anOrder({ supplierId, lines: [line] });
    expect(await save(order)).toEqual({ saved: true, version: 1 });
    const { order: kept, verdicts } = await readOrder(on.reader, { canteenId, orderId: order.id });
    expect(kept).toEqual({ ...order, version: 1 });
    expect(verdicts[line.id]).toMatchObject({
      local: { status: "confirmed" },
      short: { status: "confirmed" },
    });
    expect(await cells()).toMatchObject([
      { month: "2026-10", amountCents: 2000, weightGrams: 10_000, weighedCents: 2000, lines: 1 },
    ]);
    expect((await auditRows()).map((row) => row.action)).toEqual(["created"]);
  });

  it("changes nothing when the same content is sent again", async () => {
    await freshCanteen();
    const order = anOrder({ supplierId });
    await save(order);
    const before = await cells();
    expect(await save(order)).toEqual({ saved: true, version: 1 });
    expect(await cells()).toEqual(before);
    expect(await auditRows()).toHaveLength(1);
  });

  it("refuses another content from an old version", async () => {
    await freshCanteen();
    const order = anOrder({ supplierId });
    await save(order);
    await save({ ...order, version: 1, reference: "BC-1" });
    await expect(save({ ...order, version: 1, reference: "BC-2" })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    expect((await readOrder(on.reader, { canteenId, orderId: order.id })).order.reference).toBe("BC-1");
  });

  it("keeps one of two contents sent at once from one version, and says CONFLICT to the other", async () => {
    await freshCanteen();
    const order = anOrder({ supplierId });
    await save(order);
    const both = await Promise.allSettled(
      ["BC-1", "BC-2"].map((reference) => save({ ...order, version: 1, reference })),
    );
    expect(both.map((one) => one.status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await cells()).toMatchObject([{ lines: 1, amountCents: 2000 }]);
  });

  it("counts what was received rather than what was ordered", async () => {
    await freshCanteen();
    await save(anOrder({ supplierId, lines: [anOrderLine({ receivedMilli: 7_500 })] }));
    expect(await cells()).toMatchObject([{ amountCents: 1500, weightGrams: 7_500 }]);
  });

  it("takes a credit note away from the figures", async () => {
    await freshCanteen();
    await save(anOrder({ supplierId }));
    await save(anOrder({ supplierId, kind: "CREDIT_NOTE", lines: [anOrderLine({ quantityMilli: 1_000 })] }));
    expect(await cells()).toMatchObject([{ amountCents: 1800, weightGrams: 9_000, lines: 2 }]);
  });

  it("counts neither drafts nor what is not food", async () => {
    await freshCanteen();
    await save(anOrder({ supplierId, status: "DRAFT" }));
    await save(anOrder({ supplierId, lines: [anOrderLine({ family: null })] }));
    expect(await cells()).toEqual([]);
  });

  it("takes a deleted order out of the figures and brings it back whole", async () => {
    await freshCanteen();
    const order = anOrder({ supplierId });
    await save(order);
    const before = await cells();
    const key = { canteenId, orderId: order.id };
    expect(await deleteOrder(actionContext(on), key)).toEqual({ version: 2 });
    expect(await deleteOrder(actionContext(on), key)).toEqual({ version: 2 });
    expect(await cells()).toEqual([]);
    await expect(readOrder(on.reader, key)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await restoreOrder(actionContext(on), key);
    expect(await cells()).toEqual(before);
    expect((await readOrder(on.reader, key)).order).toEqual({ ...order, version: 3 });
  });

  it("refuses with NOT_FOUND what names a supplier, product, article, commune or canteen that is not there", async () => {
    await freshCanteen();
    const unknown = newId();
    const refused = { code: "NOT_FOUND" };
    await expect(save(anOrder({ supplierId: unknown }))).rejects.toMatchObject(refused);
    for (const line of [
      { productId: unknown },
      { offerId: unknown },
      { producerId: unknown },
      { originCommunes: ["99999"] },
    ])
      await expect(save(anOrder({ supplierId, lines: [anOrderLine(line)] }))).rejects.toMatchObject(refused);
    await expect(saveOrder(actionContext(on), unknown, anOrder({ supplierId }))).rejects.toMatchObject(
      refused,
    );
    expect(await auditRows()).toEqual([]);
  });

  it("refuses a line that belongs to another order", async () => {
    await freshCanteen();
    const first = anOrder({ supplierId });
    await save(first);
    await expect(save(anOrder({ supplierId, lines: first.lines }))).rejects.toMatchObject({
      code: "CONFLICT",
    });
    expect(await cells()).toMatchObject([{ lines: 1 }]);
  });

  describe("says what is wrong with it", () => {
    it.each([
      ["a date in the future", { orderedOn: "2026-11-23", deliveredOn: null }, "orderedOn", "DATE_IN_FUTURE"],
      ["a year mistyped", { orderedOn: "1999-12-31" }, "orderedOn", "DATE_TOO_OLD"],
      [
        "a delivery before the order",
        { deliveredOn: "2026-09-27" },
        "deliveredOn",
        "DELIVERED_BEFORE_ORDERED",
      ],
      ["no line", { lines: [] }, "lines", "NO_LINE"],
      ["a quantity without unit", { lines: [anOrderLine({ unit: null })] }, "unit", "QUANTITY_WITHOUT_UNIT"],
      [
        "an amount nobody pays",
        { lines: [anOrderLine({ quantityMilli: 10_000_000_000 })] },
        "amountHtCents",
        "AMOUNT_TOO_LARGE",
      ],
    ])("%s", async (_, wrong, field, code) => {
      await freshCanteen();
      const outcome = await save(anOrder({ supplierId, ...wrong }));
      expect(outcome).toMatchObject({ saved: false, issues: [{ field, code }] });
    });

    it("and accepts today", async () => {
      await freshCanteen();
      expect(await save(anOrder({ supplierId, orderedOn: TODAY, deliveredOn: TODAY }))).toMatchObject({
        saved: true,
      });
    });
  });
});
