import { beforeAll, expect, test } from "vitest";
import { listProductSpend } from "../../../db/queries/procurement.ts";
import { listSpendByCanteenMonth, listSpendOfCanteens } from "../../../db/queries/supplier-spend.ts";
import { readSupplierPurchases } from "../../../server/actions/read-supplier-purchases.ts";
import { saveOrder } from "../../../server/actions/save-order.ts";
import type { Id } from "../../../shared/ids.ts";
import type { Order, OrderLine } from "../../../shared/orders.ts";
import { monthsOf } from "../../../shared/periods.ts";
import { describeOnEngines } from "../../support/engines.ts";
import {
  actionContext,
  anOrder,
  anOrderLine,
  seedCanteen,
  seedOrganisation,
  seedProduct,
  seedSupplier,
  TODAY,
} from "../../support/seed.ts";

describeOnEngines("spend by homogeneous family and by supplier", (on) => {
  let mine: Id;
  let other: Id;
  let supplierId: Id;
  let carrot: Id;

  beforeAll(async () => {
    const { organisationId } = await seedOrganisation(on.db);
    mine = (await seedCanteen(on.db, { organisationId, name: "A" })).id;
    other = (await seedCanteen(on.db, { organisationId, name: "B" })).id;
    supplierId = (await seedSupplier(on.db)).id;
    const elsewhere = (await seedSupplier(on.db)).id;
    carrot = (await seedProduct(on.db, { homogeneousFamily: "10.10" })).id;
    await buy(mine, "2026-10-01", { productId: carrot });
    await buy(mine, "2026-10-15", { productId: carrot, quantityMilli: 1_000 }, { kind: "CREDIT_NOTE" });
    await buy(mine, "2026-11-01", {});
    await buy(mine, "2025-12-31", { productId: carrot });
    await buy(mine, "2026-11-02", { family: null, productId: null });
    await buy(mine, "2026-11-03", {}, { status: "DRAFT" });
    await buy(mine, "2026-11-04", {}, { supplierId: elsewhere });
    await buy(other, "2026-10-01", { productId: carrot });
  });

  async function buy(
    at: Id,
    day: string,
    line: Partial<OrderLine>,
    order: Partial<Order> = {},
  ): Promise<void> {
    const given = { supplierId, orderedOn: day, deliveredOn: day, lines: [anOrderLine(line)], ...order };
    expect(await saveOrder(actionContext(on), at, anOrder(given))).toMatchObject({ saved: true });
  }

  test("a year's food is added by product, credit notes taken away, and adds up to the cube", async () => {
    const spend = await listProductSpend(on.reader, {
      canteenIds: [mine],
      from: "2026-01-01",
      to: "2026-12-31",
    });
    const sums = spend.map(({ productId, homogeneousFamily, amountHtCents }) => [
      productId,
      homogeneousFamily,
      amountHtCents,
    ]);
    expect(sums.sort()).toEqual(
      [
        [carrot, "10.10", 1_800],
        [null, null, 4_000],
      ].sort(),
    );
    const cells = await on.reader
      .selectFrom("cells")
      .select(["amount_cents"])
      .where("canteen_id", "=", mine)
      .where("month", ">=", "2026-01")
      .execute();
    expect(cells.reduce((sum, cell) => sum + cell.amount_cents, 0)).toBe(5_800);
    expect(
      await listProductSpend(on.reader, { canteenIds: [], from: "2026-01-01", to: "2026-12-31" }),
    ).toEqual([]);
  });

  test("a supplier's months stand by canteen, beside all that each canteen bought", async () => {
    const period = { canteenIds: [mine, other], fromMonth: "2026-10", toMonth: "2026-11" };
    const months = await listSpendByCanteenMonth(on.reader, { supplierId, ...period });
    expect(
      months.map(({ canteenName, month, amountCents, lines }) => [canteenName, month, amountCents, lines]),
    ).toEqual([
      ["A", "2026-10", 1_800, 2],
      ["A", "2026-11", 2_000, 1],
      ["B", "2026-10", 2_000, 1],
    ]);
    expect(await listSpendOfCanteens(on.reader, period)).toEqual(
      new Map([
        [mine, 5_800],
        [other, 2_000],
      ]),
    );
  });

  test("the page of a supplier holds the canteens given, the largest spend first", async () => {
    const seen = await readSupplierPurchases(on.reader, {
      supplierId,
      canteenIds: [mine, other],
      today: TODAY,
    });
    expect(
      seen.canteens.map(({ canteenName, amountCents, wholeCents }) => [canteenName, amountCents, wholeCents]),
    ).toEqual([
      ["A", 5_800, 7_800],
      ["B", 2_000, 2_000],
    ]);
    expect(seen.reliability).toMatchObject({ orders: 5 });
    // A month without a purchase is said, not left out.
    for (const { months, amountCents, lines } of seen.canteens) {
      expect(months.map(({ month }) => month)).toEqual(monthsOf(seen));
      expect(months.reduce((sum, month) => sum + month.amountCents, 0)).toBe(amountCents);
      expect(months.reduce((sum, month) => sum + month.lines, 0)).toBe(lines);
      expect(months.filter((month) => month.lines === 0).length).toBeGreaterThan(0);
    }
    expect(
      (await readSupplierPurchases(on.reader, { supplierId, canteenIds: [], today: TODAY })).canteens,
    ).toEqual([]);
  });
});
