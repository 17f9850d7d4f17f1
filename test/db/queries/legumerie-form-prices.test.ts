import { beforeAll, expect, test } from "vitest";
import { listFormPrices } from "../../../db/queries/legumerie-form-prices.ts";
import type { ActionContext } from "../../../server/action-context.ts";
import { deliver } from "../../../server/actions/legumerie-deliver.ts";
import { receiveLot } from "../../../server/actions/legumerie-receive-lot.ts";
import { saveBatch } from "../../../server/actions/legumerie-save-batch.ts";
import { saveOrder } from "../../../server/actions/save-order.ts";
import type { Id } from "../../../shared/ids.ts";
import { newId } from "../../../shared/ids.ts";
import type { Order } from "../../../shared/orders.ts";
import { describeOnEngines } from "../../support/engines.ts";
import { aBatch, aDelivery, aLoss, aLot, anOutput } from "../../support/ledger.ts";
import {
  actionContext,
  anOrder,
  anOrderLine,
  seedCanteen,
  seedOrganisation,
  seedProduct,
  seedSupplier,
} from "../../support/seed.ts";

describeOnEngines("prices of the forms of a workshop's vegetables", (on) => {
  let ctx: ActionContext;
  let legumerieId: Id;
  let carrot: Id;
  let grated: Id;

  async function buy(canteenId: Id, supplierId: Id, productId: Id, order: Partial<Order> = {}) {
    const lines = [anOrderLine({ productId })];
    const saved = await saveOrder(ctx, canteenId, anOrder({ supplierId, lines, ...order }));
    expect(saved).toMatchObject({ saved: true });
  }

  beforeAll(async () => {
    ctx = actionContext(on);
    const { organisationId } = await seedOrganisation(on.db);
    const first = (await seedCanteen(on.db, { organisationId })).id;
    const second = (await seedCanteen(on.db, { organisationId })).id;
    legumerieId = (await seedSupplier(on.db, { kind: "LEGUMERIE" })).id;
    const farm = (await seedSupplier(on.db)).id;
    const trader = (await seedSupplier(on.db, { kind: "WHOLESALER" })).id;
    carrot = (await seedProduct(on.db, { gamme: "FRESH" })).id;
    grated = (await seedProduct(on.db, { name: "Carotte râpée", gamme: "READY", baseProductId: carrot })).id;
    const frozen = (await seedProduct(on.db, { gamme: "FROZEN", baseProductId: carrot, refuseBp: null })).id;
    const other = (await seedProduct(on.db, { name: "Poireau", gamme: "FRESH" })).id;
    const lot = aLot({ producerId: farm, productId: carrot });
    const output = anOutput({ productId: grated });
    const inputs = [{ lotId: lot.id, grams: 100_000 }];
    await receiveLot(ctx, legumerieId, lot);
    await saveBatch(ctx, legumerieId, aBatch({ inputs, outputs: [output], losses: [aLoss()] }));
    const delivery = aDelivery(
      { canteenId: first, outputId: output.id },
      { id: newId(), refusedGrams: 2_000 },
    );
    await deliver(ctx, legumerieId, delivery);
    await buy(first, farm, carrot);
    await buy(second, trader, carrot);
    await buy(second, trader, frozen);
    await buy(second, trader, other);
    await buy(first, legumerieId, carrot);
    await buy(first, farm, carrot, { status: "DRAFT" });
    await buy(first, farm, carrot, { orderedOn: "2025-09-01", deliveredOn: "2025-09-03" });
  });

  test("what was sold and kept, and what was bought of others, counted and in the period", async () => {
    const prices = await listFormPrices(on.reader, { legumerieId, from: "2026-01-01", to: "2026-12-31" });
    expect(prices.sold).toEqual([
      {
        ...{ productId: grated, rawId: carrot, name: "Carotte râpée", nameEn: "Carrot", cut: "GRATED" },
        ...{ amountCents: 2_000, weightGrams: 8_000 },
      },
    ]);
    const kept = prices.bought.map(({ name: _name, nameEn: _nameEn, ...form }) => form);
    expect(kept.toSorted((a, b) => (a.form < b.form ? -1 : 1))).toEqual([
      {
        ...{ rawId: carrot, form: "FROZEN", refuseBp: null, amountCents: 2_000, weightGrams: 10_000 },
        ...{ canteens: 1, suppliers: 1 },
      },
      {
        ...{ rawId: carrot, form: "RAW", refuseBp: 1_100, amountCents: 4_000, weightGrams: 20_000 },
        ...{ canteens: 2, suppliers: 2 },
      },
    ]);
  });
});
