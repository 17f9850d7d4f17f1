import { beforeAll, expect, test } from "vitest";
import { listReliability } from "../../../db/queries/reliability.ts";
import { saveOrder } from "../../../server/actions/save-order.ts";
import type { Id } from "../../../shared/ids.ts";
import type { Order, OrderLine } from "../../../shared/orders.ts";
import { describeOnEngines } from "../../support/engines.ts";
import {
  actionContext,
  anOrder,
  anOrderLine,
  seedCanteen,
  seedOrganisation,
  seedSupplier,
} from "../../support/seed.ts";

describeOnEngines("reliability of suppliers", (on) => {
  let canteenId: Id;
  let elsewhere: Id;
  let ferme: Id;
  let silent: Id;

  beforeAll(async () => {
    const { organisationId } = await seedOrganisation(on.db);
    canteenId = (await seedCanteen(on.db, { organisationId })).id;
    elsewhere = (await seedCanteen(on.db, { organisationId })).id;
    ferme = (await seedSupplier(on.db)).id;
    silent = (await seedSupplier(on.db)).id;
    await receive(canteenId, { expectedOn: "2026-10-01" }, [
      { quantityMilli: 10_000, receivedMilli: 8_000, refusal: { reason: "QUALITY", note: null } },
      { quantityMilli: 10_000, receivedMilli: null },
    ]);
    await receive(canteenId, { expectedOn: "2026-09-30" }, [
      { quantityMilli: 5_000, receivedMilli: 0, refusal: { reason: "NOT_DELIVERED", note: null } },
    ]);
    await receive(canteenId, {}, [{ quantityMilli: 1_000, unitPriceHtE4: null, amountHtCents: 500 }]);
    await receive(canteenId, { status: "ORDERED", deliveredOn: null }, [{}]);
    await receive(canteenId, { kind: "CREDIT_NOTE" }, [{}]);
    await receive(elsewhere, { expectedOn: "2026-09-01" }, [{}]);
  });

  async function receive(at: Id, order: Partial<Order>, lines: Partial<OrderLine>[]): Promise<void> {
    const given = anOrder({ supplierId: ferme, ...order, lines: lines.map((line) => anOrderLine(line)) });
    expect(await saveOrder(actionContext(on), at, given)).toMatchObject({ saved: true });
  }
  const ask = (canteenIds: Id[], supplierIds = [ferme, silent]) =>
    listReliability(on.reader, { supplierIds, canteenIds, from: "2026-01-01", to: "2026-11-22" });

  test("counts received orders only, and weighs what was kept by the order's prices", async () => {
    expect(await ask([canteenId])).toEqual([
      {
        supplierId: ferme,
        orders: 3,
        lines: 4,
        shortLines: 2,
        refusedLines: 1,
        served: { numerator: 1600 + 2000 + 0, denominator: 2000 + 2000 + 1000 },
        late: { numerator: 1, denominator: 2 },
      },
    ]);
  });

  test("agrees with the rows themselves", async () => {
    const rows = await on.reader
      .selectFrom("orders")
      .selectAll()
      .where("canteen_id", "=", canteenId)
      .where("delivered_on", "is not", null)
      .where("kind", "=", "ORDER")
      .execute();
    expect(rows).toHaveLength(3);
    expect(rows.filter((row) => (row.delivered_on ?? "") > (row.expected_on ?? "9"))).toHaveLength(1);
  });

  test("holds the canteens asked, and no supplier without a reception", async () => {
    expect((await ask([canteenId, elsewhere]))[0]).toMatchObject({
      orders: 4,
      late: { numerator: 2, denominator: 3 },
    });
    expect(await ask([canteenId], [silent])).toEqual([]);
    expect(await ask([])).toEqual([]);
  });

  test("leaves out what an import brought and what was deleted", async () => {
    await on.db
      .updateTable("orders")
      .set({ deleted_at: "2026-11-01T00:00:00.000Z" })
      .where("canteen_id", "=", elsewhere)
      .execute();
    expect((await ask([canteenId, elsewhere]))[0]?.orders).toBe(3);
  });
});
