import { beforeAll, expect, test } from "vitest";
import {
  listComparableProducts,
  listLastPricedLines,
  listPriceHistory,
  listProductCells,
  listSupplierPrices,
} from "../../../db/queries/comparison.ts";
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
  seedProduct,
  seedSupplier,
} from "../../support/seed.ts";

describeOnEngines("queries of the comparison", (on) => {
  let mine: Id;
  let other: Id;
  let ferme: Id;
  let grossiste: Id;
  let productId: Id;

  beforeAll(async () => {
    const { organisationId } = await seedOrganisation(on.db);
    mine = (await seedCanteen(on.db, { organisationId })).id;
    other = (await seedCanteen(on.db, { organisationId })).id;
    ferme = (await seedSupplier(on.db)).id;
    grossiste = (await seedSupplier(on.db, { kind: "WHOLESALER" })).id;
    productId = (await seedProduct(on.db)).id;
    await buy(mine, ferme, "2026-09-01", { unitPriceHtE4: 20_000 });
    await buy(mine, ferme, "2026-10-01", { unitPriceHtE4: 21_050 });
    await buy(mine, ferme, "2026-10-15", { unitPriceHtE4: 19_950, quantityMilli: 30_000 });
    await buy(mine, ferme, "2025-11-30", { unitPriceHtE4: 10_000 });
    await buy(mine, ferme, "2026-11-01", { unitPriceHtE4: 1_000 }, { status: "DRAFT" });
    await buy(
      mine,
      ferme,
      "2026-11-02",
      { unitPriceHtE4: 20_000, quantityMilli: 4_000 },
      { kind: "CREDIT_NOTE" },
    );
    await buy(mine, ferme, "2026-11-03", { unit: "PIECE", unitPriceHtE4: 5_000 });
    await buy(other, grossiste, "2026-11-05", { unitPriceHtE4: 9_000 });
    await buy(other, grossiste, "2026-11-06", { unitPriceHtE4: 0 });
    await buy(other, grossiste, "2026-11-07", { unitPriceHtE4: -500 });
  });

  async function buy(
    canteenId: Id,
    supplierId: Id,
    day: string,
    line: Partial<OrderLine>,
    order: Partial<Order> = {},
  ) {
    const lines = [anOrderLine({ productId, ...line })];
    const saved = await saveOrder(
      actionContext(on),
      canteenId,
      anOrder({ supplierId, orderedOn: day, deliveredOn: day, lines, ...order }),
    );
    expect(saved).toMatchObject({ saved: true });
  }
  const filter = (canteenIds: Id[]) => ({ productIds: [productId], canteenIds, from: "2025-12-01" });

  test("prices come from weighed lines of the canteens given; drafts, credit notes, pieces and old lines are none", async () => {
    expect(await listSupplierPrices(on.reader, filter([mine]))).toEqual([
      { productId, supplierId: ferme, lines: 3, canteens: 1, minCentsPerKg: 200, maxCentsPerKg: 211 },
    ]);
  });

  test("half a cent is rounded up in both engines", async () => {
    const truth = await on.reader
      .selectFrom("order_lines")
      .select(["amount_ht_cents", "weight_grams"])
      .where("counted_on", "=", "2026-10-15")
      .executeTakeFirstOrThrow();
    expect(truth).toEqual({ amount_ht_cents: 5985, weight_grams: 30_000 });
    expect((await listSupplierPrices(on.reader, filter([mine])))[0]?.minCentsPerKg).toBe(200);
  });

  test("the last line is the latest delivered, whole", async () => {
    const [line, ...rest] = await listLastPricedLines(on.reader, filter([mine]));
    expect(rest).toEqual([]);
    expect(line).toMatchObject({ supplier_id: ferme, counted_on: "2026-10-15", amount_ht_cents: 5985 });
    expect(line).not.toHaveProperty("recency");
  });

  test("a gift and a discount are no price", async () => {
    expect(await listSupplierPrices(on.reader, filter([other]))).toEqual([
      { productId, supplierId: grossiste, lines: 1, canteens: 1, minCentsPerKg: 90, maxCentsPerKg: 90 },
    ]);
  });

  test("another canteen's prices appear only when it is among those given", async () => {
    const seen = await listSupplierPrices(on.reader, filter([mine, other]));
    expect(seen.map(({ supplierId }) => supplierId).sort()).toEqual([ferme, grossiste].sort());
    expect(await listSupplierPrices(on.reader, filter([]))).toEqual([]);
    expect(await listLastPricedLines(on.reader, filter([]))).toEqual([]);
    expect(await listPriceHistory(on.reader, filter([]))).toEqual([]);
  });

  test("a month's price is the sum of its lines", async () => {
    expect(await listPriceHistory(on.reader, filter([mine]))).toEqual([
      { productId, supplierId: ferme, month: "2026-09", amountCents: 2000, weightGrams: 10_000 },
      { productId, supplierId: ferme, month: "2026-10", amountCents: 2105 + 5985, weightGrams: 40_000 },
    ]);
  });

  test("what the canteen bought is net of credit notes, by weight, and adds up to its cells", async () => {
    const window = { canteenId: mine, productIds: [productId], fromMonth: "2025-12", toMonth: "2026-11" };
    const cells = await listProductCells(on.reader, window);
    const sum = (pick: (cell: (typeof cells)[number]) => number) =>
      cells.reduce((all, cell) => all + pick(cell), 0);
    expect(sum((cell) => cell.amountCents)).toBe(2000 + 2105 + 5985 - 800);
    expect(sum((cell) => cell.weightGrams)).toBe(10_000 + 10_000 + 30_000 - 4_000);
    expect(sum((cell) => cell.lines)).toBe(4);
    const cube = await on.reader
      .selectFrom("cells")
      .select((eb) => eb.fn.sum<number>("weighed_cents").as("cents"))
      .where("canteen_id", "=", mine)
      .where("month", ">=", "2025-12")
      .executeTakeFirstOrThrow();
    expect(sum((cell) => cell.amountCents)).toBe(cube.cents);
  });

  test("products come by what the canteen spends on them, then by name", async () => {
    await seedProduct(on.db, { name: "Ail", nameEn: "Garlic" });
    await seedProduct(on.db, { name: "Zeste", active: false });
    const ask = (search: string, canteenId = mine) =>
      listComparableProducts(on.reader, { canteenId, search, fromMonth: "2025-12", limit: 10 });
    expect((await ask("")).map(({ name, amountCents }) => [name, amountCents])).toEqual([
      ["Carotte", 2000 + 2105 + 5985 - 800 + 500],
      ["Ail", null],
    ]);
    expect((await ask("carrot", other)).map(({ amountCents }) => amountCents)).toEqual([900 - 50]);
  });
});
