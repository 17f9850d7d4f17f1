import { beforeAll, expect, test } from "vitest";
import { insertCertificate } from "../../../db/queries/certificates.ts";
import type { ActionContext } from "../../../server/action-context.ts";
import { deliver } from "../../../server/actions/legumerie-deliver.ts";
import { receiveLot } from "../../../server/actions/legumerie-receive-lot.ts";
import { saveBatch } from "../../../server/actions/legumerie-save-batch.ts";
import { readOrder } from "../../../server/actions/read-order.ts";
import { saveOrder } from "../../../server/actions/save-order.ts";
import type { Verdict } from "../../../shared/facts.ts";
import type { Id } from "../../../shared/ids.ts";
import { newId } from "../../../shared/ids.ts";
import type { Lot } from "../../../shared/legumerie.ts";
import { describeOnEngines } from "../../support/engines.ts";
import { aBatch, aDelivery, aLoss, aLot, anOutput } from "../../support/ledger.ts";
import {
  actionContext,
  anOrderLine,
  NOW,
  seedCanteen,
  seedOrganisation,
  seedProduct,
  seedSupplier,
} from "../../support/seed.ts";

describeOnEngines("légumerie", (on) => {
  let ctx: ActionContext;
  let canteenId: Id;
  let legumerieId: Id;
  let organicFarm: Id;
  let farm: Id;
  let carrot: Id;

  beforeAll(async () => {
    ctx = actionContext(on);
    const { organisationId } = await seedOrganisation(on.db);
    canteenId = (await seedCanteen(on.db, { organisationId })).id;
    legumerieId = (await seedSupplier(on.db, { name: "Légumerie d'essai", kind: "LEGUMERIE" })).id;
    organicFarm = (await seedSupplier(on.db, { name: "Jardin bio" })).id;
    farm = (await seedSupplier(on.db, { name: "Ferme du marais" })).id;
    carrot = (await seedProduct(on.db)).id;
    await insertCertificate(on.db, {
      id: newId(),
      supplierId: organicFarm,
      scheme: "BIO",
      number: "AB-1",
      controlBody: "FR-BIO-01",
      families: ["FRUITS_ET_LEGUMES"],
      offerIds: [],
      validFrom: "2026-01-01",
      validTo: "2026-12-31",
      fileId: null,
      createdAt: NOW,
    });
  });

  async function received(lot: Partial<Lot> = {}): Promise<Lot> {
    const whole = aLot({ producerId: farm, productId: carrot, ...lot });
    expect(await receiveLot(ctx, legumerieId, whole)).toEqual({ saved: true, id: whole.id });
    return whole;
  }

  /** An output lot of 80 kg out of 100 kg, shared equally between these lots. */
  async function packed(...lots: Partial<Lot>[]): Promise<Id> {
    const inputs = [];
    for (const lot of lots) {
      const { id } = await received(lot);
      inputs.push({ lotId: id, grams: 100_000 / lots.length });
    }
    const output = anOutput({ productId: carrot });
    const batch = aBatch({ inputs, outputs: [output], losses: [aLoss()] });
    expect(await saveBatch(ctx, legumerieId, batch)).toEqual({ saved: true, id: batch.id });
    return output.id;
  }

  async function lineOf(orderId: Id) {
    const line = await on.db
      .selectFrom("order_lines")
      .innerJoin("verdicts", (join) =>
        join
          .onRef("verdicts.canteen_id", "=", "order_lines.canteen_id")
          .onRef("verdicts.id", "=", "order_lines.verdict_id"),
      )
      .selectAll("order_lines")
      .select("verdicts.content")
      .where("order_lines.canteen_id", "=", canteenId)
      .where("order_lines.order_id", "=", orderId)
      .executeTakeFirstOrThrow();
    return { ...line, verdict: JSON.parse(line.content) as Verdict };
  }

  async function cellsOf(): Promise<number> {
    const rows = await on.db
      .selectFrom("cells")
      .selectAll()
      .where("canteen_id", "=", canteenId)
      .where("supplier_id", "=", legumerieId)
      .execute();
    return rows.reduce((sum, cell) => sum + cell.amount_cents, 0);
  }

  test("a delivery is a received purchase line of the canteen, with one more intermediary", async () => {
    const before = await cellsOf();
    const delivery = aDelivery({ canteenId, outputId: await packed({}) });
    expect(await deliver(ctx, legumerieId, delivery)).toEqual({ saved: true, id: delivery.id });
    const line = await lineOf(delivery.id);
    expect(line).toMatchObject({
      supplier_id: legumerieId,
      producer_id: farm,
      quantity_milli: 10_000,
      unit: "KG",
      weight_grams: 10_000,
      amount_ht_cents: 2_500,
      intermediaries: 1,
      origin_communes: '["62498"]',
      claims: "[]",
      counted: 1,
    });
    expect(line.verdict.short).toMatchObject({ status: "confirmed", rule: "short-one" });
    expect(line.verdict.local.status).toBe("confirmed");
    expect(line.verdict.organic.status).toBe("no");
    expect((await cellsOf()) - before).toBe(2_500);
  });

  test("work for a fee adds no intermediary, and the goods have no price", async () => {
    const priced = aLot({ producerId: farm, productId: carrot, owned: false });
    expect(await receiveLot(ctx, legumerieId, priced)).toMatchObject({
      saved: false,
      issues: [{ field: "priceHtCents", code: "FEE_WITH_PRICE" }],
    });
    const delivery = aDelivery({ canteenId, outputId: await packed({ owned: false, priceHtCents: 0 }) });
    await deliver(ctx, legumerieId, delivery);
    const line = await lineOf(delivery.id);
    expect(line.intermediaries).toBe(0);
    expect(line.verdict.short.rule).toBe("short-direct");
  });

  test("organic inputs with a proof make a confirmed organic line", async () => {
    const outputId = await packed({ producerId: organicFarm, organicStage: "AB" });
    const delivery = aDelivery({ canteenId, outputId });
    await deliver(ctx, legumerieId, delivery);
    const { verdict, claims } = await lineOf(delivery.id);
    expect(claims).toBe('["BIO"]');
    expect(verdict.organic.status).toBe("confirmed");
    expect(verdict.strictCategory).toBe("BIO");
  });

  test("one input without proof, or not organic, and the output claims nothing", async () => {
    const organic = { producerId: organicFarm, organicStage: "AB" } as const;
    for (const other of [{ organicStage: "AB" }, {}, { ...organic, receivedOn: "2025-12-31" }] as const) {
      const delivery = aDelivery({ canteenId, outputId: await packed(organic, other) });
      await deliver(ctx, legumerieId, delivery);
      const { verdict, claims, organic_stage } = await lineOf(delivery.id);
      expect([claims, organic_stage, verdict.declaredCategory]).toEqual(["[]", null, "NON_EGALIM"]);
    }
  });

  test("a lot in conversion makes an output in conversion", async () => {
    const outputId = await packed(
      { producerId: organicFarm, organicStage: "AB" },
      { producerId: organicFarm, organicStage: "C2" },
    );
    const delivery = aDelivery({ canteenId, outputId });
    await deliver(ctx, legumerieId, delivery);
    const { verdict, organic_stage } = await lineOf(delivery.id);
    expect(organic_stage).toBe("C2");
    expect(verdict.organic).toMatchObject({ status: "confirmed", rule: "organic-conversion" });
  });

  test("an unknown commune of one input leaves the origin to check", async () => {
    const delivery = aDelivery({ canteenId, outputId: await packed({}, { originCommune: null }) });
    await deliver(ctx, legumerieId, delivery);
    const line = await lineOf(delivery.id);
    expect([line.origin_communes, line.origin, line.verdict.local.status]).toEqual(["[]", null, "unknown"]);
  });

  test("refused kilos are not paid, and can be delivered again", async () => {
    const outputId = await packed({});
    const first = aDelivery({ canteenId, outputId }, { grams: 80_000, refusedGrams: 5_000 });
    await deliver(ctx, legumerieId, first);
    const line = await lineOf(first.id);
    expect(line).toMatchObject({
      quantity_milli: 80_000,
      received_milli: 75_000,
      weight_grams: 75_000,
      amount_ht_cents: 18_750,
    });
    const tooMuch = aDelivery({ canteenId, outputId }, { grams: 5_001 });
    expect(await deliver(ctx, legumerieId, tooMuch)).toEqual({
      saved: false,
      issues: [{ field: "outputs.0.grams", code: "OUTPUT_STOCK", grams: 5_000 }],
    });
    const second = aDelivery({ canteenId, outputId }, { grams: 5_000 });
    expect(await deliver(ctx, legumerieId, second)).toMatchObject({ saved: true });
  });

  test("sending again changes nothing; another content under the same id is a conflict", async () => {
    const lot = await received();
    expect(await receiveLot(ctx, legumerieId, lot)).toEqual({ saved: true, id: lot.id });
    await expect(receiveLot(ctx, legumerieId, { ...lot, grossGrams: 1 })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    const output = anOutput({ productId: carrot });
    const batch = aBatch({
      inputs: [{ lotId: lot.id, grams: 100_000 }],
      outputs: [output],
      losses: [aLoss()],
    });
    await saveBatch(ctx, legumerieId, batch);
    expect(await saveBatch(ctx, legumerieId, batch)).toEqual({ saved: true, id: batch.id });
    await expect(saveBatch(ctx, legumerieId, { ...batch, cut: "CUBES" })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    const delivery = aDelivery({ canteenId, outputId: output.id });
    await deliver(ctx, legumerieId, delivery);
    const before = await cellsOf();
    expect(await deliver(ctx, legumerieId, delivery)).toEqual({ saved: true, id: delivery.id });
    expect(await cellsOf()).toBe(before);
    const other = { ...delivery, outputs: delivery.outputs.map((line) => ({ ...line, grams: 9_000 })) };
    await expect(deliver(ctx, legumerieId, other)).rejects.toMatchObject({ code: "CONFLICT" });
    const refusal = { reason: "OTHER" as const, note: "trop petit" };
    const replaces = { what: "céleri", reason: "SHORTAGE" as const };
    for (const told of [{ refusal }, { replaces }]) {
      const outputs = delivery.outputs.map((line) => ({ ...line, ...told }));
      const again = deliver(ctx, legumerieId, { ...delivery, outputs });
      await expect(again).rejects.toMatchObject({ code: "CONFLICT" });
    }
  });

  test("an open batch is worked on until it is ended with its kilos", async () => {
    const lot = await received();
    const open = aBatch({ inputs: [{ lotId: lot.id, grams: 100_000 }], endedOn: null });
    expect(await saveBatch(ctx, legumerieId, open)).toMatchObject({ saved: true });
    const output = anOutput({ productId: carrot, netGrams: 78_000 });
    const packing = { ...open, outputs: [output] };
    expect(await saveBatch(ctx, legumerieId, packing)).toMatchObject({ saved: true });
    expect(await deliver(ctx, legumerieId, aDelivery({ canteenId, outputId: output.id }))).toEqual({
      saved: false,
      issues: [{ field: "outputs.0.outputId", code: "BATCH_OPEN", grams: null }],
    });
    const ended = { ...packing, endedOn: "2026-10-02", losses: [aLoss({ grams: 19_000 })] };
    expect(await saveBatch(ctx, legumerieId, ended)).toEqual({
      saved: false,
      issues: [{ field: "balance", code: "BALANCE_MISSING", grams: 3_000 }],
    });
    const weighed = { ...ended, losses: [aLoss({ grams: 20_000 })] };
    expect(await saveBatch(ctx, legumerieId, weighed)).toMatchObject({ saved: true });
  });

  test("a batch takes no more than what is left of a lot, and only from its own workshop", async () => {
    const lot = await received();
    await saveBatch(ctx, legumerieId, aBatch({ inputs: [{ lotId: lot.id, grams: 60_000 }], endedOn: null }));
    const second = aBatch({ inputs: [{ lotId: lot.id, grams: 40_001 }], endedOn: null });
    expect(await saveBatch(ctx, legumerieId, second)).toEqual({
      saved: false,
      issues: [{ field: "inputs.0.grams", code: "LOT_STOCK", grams: 40_000 }],
    });
    const { id: stranger } = await seedSupplier(on.db, { kind: "LEGUMERIE" });
    const stolen = aBatch({ inputs: [{ lotId: lot.id, grams: 1_000 }], endedOn: null });
    expect(await saveBatch(ctx, stranger, stolen)).toEqual({
      saved: false,
      issues: [{ field: "inputs.0.lotId", code: "UNKNOWN_LOT", grams: null }],
    });
  });

  test("the canteen may correct a delivered line, never take it out of the ledger's reach", async () => {
    const delivery = aDelivery({ canteenId, outputId: await packed({}) });
    await deliver(ctx, legumerieId, delivery);
    const stored = await readOrder(on.db, { canteenId, orderId: delivery.id });
    const order = { ...stored.order, lines: [] };
    const emptied = saveOrder(ctx, canteenId, { ...order, lines: [anOrderLine()] });
    await expect(emptied).rejects.toMatchObject({ code: "INVALID" });
    const lines = stored.order.lines.map((line) => ({ ...line, unitPriceHtE4: 20_000 }));
    expect(await saveOrder(ctx, canteenId, { ...order, lines })).toMatchObject({ saved: true });
  });

  test("every change is on record, in the workshop's stream and the canteen's", async () => {
    const delivery = aDelivery({ canteenId, outputId: await packed({}) });
    await deliver(ctx, legumerieId, delivery);
    const rows = await on.db
      .selectFrom("audit")
      .select(["stream", "noun"])
      .where("noun_id", "=", delivery.id)
      .orderBy("noun")
      .execute();
    expect(rows).toEqual([
      { stream: legumerieId, noun: "legumerie-deliveries" },
      { stream: canteenId, noun: "orders" },
    ]);
  });
});
