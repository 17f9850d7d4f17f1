import { beforeAll, expect, test } from "vitest";
import { insertCertificate } from "../../../db/queries/certificates.ts";
import { sumDelivered } from "../../../db/queries/legumerie-figures.ts";
import { findLateRefusal } from "../../../db/queries/legumerie-refusals.ts";
import type { ActionContext } from "../../../server/action-context.ts";
import { checkCube } from "../../../server/actions/check-cube.ts";
import { declareYear, reopenYear } from "../../../server/actions/declare-year.ts";
import { deliver } from "../../../server/actions/legumerie-deliver.ts";
import { readCanteenLegumeries, readOpenRequests } from "../../../server/actions/legumerie-offer.ts";
import { receiveLot } from "../../../server/actions/legumerie-receive-lot.ts";
import { refuseDelivered } from "../../../server/actions/legumerie-refuse.ts";
import { answerRequest, askOfLegumerie, cancelRequest } from "../../../server/actions/legumerie-requests.ts";
import { saveBatch } from "../../../server/actions/legumerie-save-batch.ts";
import { readDeclaration } from "../../../server/actions/read-declaration.ts";
import { readOrder } from "../../../server/actions/read-order.ts";
import type { Id } from "../../../shared/ids.ts";
import { newId } from "../../../shared/ids.ts";
import type { LegumerieRequest } from "../../../shared/legumerie/requests.ts";
import type { Lot } from "../../../shared/legumerie.ts";
import { describeOnEngines } from "../../support/engines.ts";
import { aBatch, aDelivery, aLoss, aLot, anOutput, aRequest } from "../../support/ledger.ts";
import {
  actionContext,
  NOW,
  seedCanteen,
  seedOrganisation,
  seedProduct,
  seedSupplier,
  TODAY,
} from "../../support/seed.ts";

const NOTHING = {
  valeur_totale: 0,
  valeur_bio: 0,
  valeur_siqo: 0,
  valeur_egalim_autres: 0,
  valeur_viandes_volailles: 0,
  valeur_viandes_volailles_egalim: 0,
};

describeOnEngines("what canteens ask of a légumerie", (on) => {
  let ctx: ActionContext;
  let canteenId: Id;
  let legumerieId: Id;
  let farm: Id;
  let carrot: Id;

  beforeAll(async () => {
    ctx = actionContext(on);
    const { organisationId } = await seedOrganisation(on.db);
    canteenId = (await seedCanteen(on.db, { organisationId })).id;
    farm = (await seedSupplier(on.db)).id;
    carrot = (await seedProduct(on.db)).id;
    legumerieId = (await seedSupplier(on.db, { kind: "LEGUMERIE" })).id;
  });

  const asked = (request: Partial<LegumerieRequest> = {}) =>
    aRequest({ legumerieId, productId: carrot, wantedOn: TODAY }, request);

  /** An output lot of 80 kg packed two days ago. */
  async function packed(given: Partial<Lot> = {}): Promise<Id> {
    const lot = aLot({ producerId: farm, productId: carrot, receivedOn: "2026-11-20", ...given });
    await receiveLot(ctx, legumerieId, lot);
    const output = anOutput({ productId: carrot, packedOn: "2026-11-20", useBy: "2026-11-26" });
    const inputs = [{ lotId: lot.id, grams: 100_000 }];
    const days = { startedOn: "2026-11-20", endedOn: "2026-11-20" };
    const batch = aBatch({ inputs, outputs: [output], losses: [aLoss()], ...days });
    expect(await saveBatch(ctx, legumerieId, batch)).toMatchObject({ saved: true });
    return output.id;
  }

  const view = () => readCanteenLegumeries(on.reader, { canteenId, today: TODAY });
  const open = () => readOpenRequests(on.reader, { legumerieId, today: TODAY, visible: null });
  const statusOf = async (id: Id) => (await view()).requests.find((request) => request.id === id)?.status;
  const offered = async () =>
    (await view()).offers
      .find(({ id }) => id === legumerieId)
      ?.products.find(({ productId }) => productId === carrot);

  test("a canteen sees what is free: stock less what is asked and not delivered", async () => {
    const before = (await offered())?.freeGrams ?? 0;
    await packed();
    const request = asked({ grams: 30_000 });
    expect(await askOfLegumerie(ctx, canteenId, request)).toEqual({ saved: true, id: request.id });
    expect(await offered()).toMatchObject({ freeGrams: before + 50_000, useBy: "2026-11-26" });
    await cancelRequest(ctx, { canteenId, id: request.id });
    expect((await offered())?.freeGrams).toBe(before + 80_000);
    expect(await statusOf(request.id)).toBe("CANCELLED");
  });

  test("sent again it is the same request; another content, or a day gone by, is refused", async () => {
    const request = asked();
    await askOfLegumerie(ctx, canteenId, request);
    expect(await askOfLegumerie(ctx, canteenId, request)).toMatchObject({ saved: true });
    await expect(askOfLegumerie(ctx, canteenId, { ...request, grams: 1 })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    expect(await askOfLegumerie(ctx, canteenId, asked({ wantedOn: "2026-11-21" }))).toEqual({
      saved: false,
      issues: [{ field: "wantedOn", code: "WANTED_IN_THE_PAST", grams: null }],
    });
    await cancelRequest(ctx, { canteenId, id: request.id });
  });

  test("a workshop without a commune serves no canteen that never bought from it", async () => {
    const { id } = await seedSupplier(on.db, {
      kind: "LEGUMERIE",
      commune: "80021",
      productionCommune: "80021",
    });
    await expect(askOfLegumerie(ctx, canteenId, asked({ legumerieId: id }))).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  test("deliveries answer it bit by bit; the purchase says for what day it was asked", async () => {
    const outputId = await packed();
    const request = asked({ grams: 50_000 });
    await askOfLegumerie(ctx, canteenId, request);
    const half = { requestId: request.id, deliveredOn: TODAY };
    const first = aDelivery({ canteenId, outputId }, { ...half, grams: 30_000 });
    expect(await deliver(ctx, legumerieId, first)).toMatchObject({ saved: true });
    expect(await statusOf(request.id)).toBe("WAITING");
    expect((await open()).requests.find(({ id }) => id === request.id)?.deliveredGrams).toBe(30_000);
    expect((await readOrder(on.db, { canteenId, orderId: first.id })).order).toMatchObject({
      orderedOn: TODAY,
      expectedOn: TODAY,
    });
    await deliver(ctx, legumerieId, aDelivery({ canteenId, outputId }, { ...half, grams: 20_000 }));
    expect(await statusOf(request.id)).toBe("SERVED");
    const late = aDelivery({ canteenId, outputId }, { ...half, grams: 1_000 });
    expect(await deliver(ctx, legumerieId, late)).toMatchObject({
      saved: false,
      issues: [{ field: "outputs.0.requestId", code: "UNKNOWN_REQUEST" }],
    });
  });

  test("organic alone is answered by organic goods, or by others that are said to replace them", async () => {
    const outputId = await packed();
    const request = asked({ organic: true, grams: 10_000 });
    await askOfLegumerie(ctx, canteenId, request);
    const given = { requestId: request.id, deliveredOn: TODAY };
    expect(await deliver(ctx, legumerieId, aDelivery({ canteenId, outputId }, given))).toEqual({
      saved: false,
      issues: [{ field: "outputs.0.outputId", code: "ORGANIC_WANTED", grams: null }],
    });
    const replaces = { what: "carottes bio", reason: "SHORTAGE" as const };
    const told = aDelivery({ canteenId, outputId }, { ...given, replaces });
    expect(await deliver(ctx, legumerieId, told)).toMatchObject({ saved: true });
    expect(await statusOf(request.id)).toBe("SERVED");
  });

  test("organic goods answer it as they are", async () => {
    await insertCertificate(on.db, {
      ...{ id: newId(), supplierId: farm, scheme: "BIO", number: "FR-2", controlBody: "FR-BIO-01" },
      ...{ families: [], offerIds: [], validFrom: "2026-01-01", validTo: null, fileId: null, createdAt: NOW },
    });
    const outputId = await packed({ organicStage: "AB" });
    const request = asked({ organic: true, grams: 10_000 });
    await askOfLegumerie(ctx, canteenId, request);
    const delivery = aDelivery({ canteenId, outputId }, { requestId: request.id, deliveredOn: TODAY });
    expect(await deliver(ctx, legumerieId, delivery)).toMatchObject({ saved: true });
  });

  test("a standing demand waits until the workshop says so, and is told when it is declined", async () => {
    const demand = asked({ weekly: true, grams: 20_000 });
    await askOfLegumerie(ctx, canteenId, demand);
    const key = { canteenId, id: demand.id };
    await answerRequest(ctx, legumerieId, { ...key, status: "SERVED", answer: "dès lundi" });
    expect(await statusOf(demand.id)).toBe("SERVED");
    const declined = { ...key, status: "DECLINED" as const, answer: "plus de carottes" };
    await answerRequest(ctx, legumerieId, declined);
    await answerRequest(ctx, legumerieId, declined);
    const told = (await view()).notices.filter(({ kind }) => kind === "DECLINED");
    expect(told).toEqual([
      expect.objectContaining({ words: "plus de carottes", grams: 20_000, readOn: null }),
    ]);
    const { id: stranger } = await seedSupplier(on.db, { kind: "LEGUMERIE" });
    await expect(answerRequest(ctx, stranger, { ...declined, status: "WAITING" })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  test("what replaces something, from another département, is told to the canteen", async () => {
    const outputId = await packed({ originCommune: "80021" });
    const replaces = { what: "betteraves en cubes", reason: "HARVEST" as const };
    const delivery = aDelivery({ canteenId, outputId }, { replaces, deliveredOn: TODAY });
    await deliver(ctx, legumerieId, delivery);
    const notice = (await view()).notices.find(({ orderId }) => orderId === delivery.id);
    expect(notice).toMatchObject({
      kind: "SUBSTITUTION",
      reason: "HARVEST",
      words: "betteraves en cubes",
      outOfArea: true,
      grams: 10_000,
    });
  });

  test("kilos refused need a reason, at the door", async () => {
    const outputId = await packed();
    const wordless = aDelivery(
      { canteenId, outputId },
      { refusedGrams: 1_000, refusal: null, deliveredOn: TODAY },
    );
    expect(await deliver(ctx, legumerieId, wordless)).toMatchObject({
      saved: false,
      issues: [{ field: "outputs.0.refusal", code: "REFUSAL_WITHOUT_REASON" }],
    });
  });

  test("kilos sent back later are an entry: the delivery stays, the canteen's line and figures follow", async () => {
    const outputId = await packed();
    const delivery = aDelivery({ canteenId, outputId }, { deliveredOn: TODAY });
    await deliver(ctx, legumerieId, delivery);
    const deliveryId = delivery.outputs[0]?.id ?? "";
    const refusal = {
      id: newId(),
      canteenId,
      deliveryId,
      grams: 4_000,
      reason: "TEMPERATURE" as const,
      note: "9 °C",
    };
    expect(await refuseDelivered(ctx, legumerieId, refusal)).toMatchObject({ saved: true });
    expect(await refuseDelivered(ctx, legumerieId, refusal)).toMatchObject({ saved: true });
    expect(await refuseDelivered(ctx, legumerieId, { ...refusal, id: newId(), grams: 6_001 })).toEqual({
      saved: false,
      issues: [{ field: "grams", code: "KEPT_LESS", grams: 6_000 }],
    });
    const row = await on.db
      .selectFrom("legumerie_deliveries")
      .select(["grams", "refused_grams", "price_ht_cents"])
      .where("canteen_id", "=", canteenId)
      .where("id", "=", deliveryId)
      .executeTakeFirstOrThrow();
    expect(row).toEqual({ grams: 10_000, refused_grams: 0, price_ht_cents: 2_500 });
    const { order } = await readOrder(on.db, { canteenId, orderId: delivery.id });
    expect(order.lines).toEqual([
      expect.objectContaining({ receivedMilli: 6_000, amountHtCents: 1_500, quantityMilli: 10_000 }),
    ]);
    expect(order.lines[0]?.refusal).toEqual({ reason: "TEMPERATURE", note: "9 °C" });
    expect((await view()).notices.filter(({ orderId }) => orderId === delivery.id)).toEqual([
      expect.objectContaining({ kind: "REFUSAL", grams: 4_000, words: "9 °C" }),
    ]);
  });

  test("kilos sent back in a declared year are refused with that year, and nothing of them is kept", async () => {
    const workshop = (await seedSupplier(on.db, { kind: "LEGUMERIE" })).id;
    const lot = aLot({ producerId: farm, productId: carrot, receivedOn: "2025-12-01" });
    await receiveLot(ctx, workshop, lot);
    const output = anOutput({ productId: carrot, packedOn: "2025-12-02", useBy: "2025-12-12" });
    const days = { startedOn: "2025-12-02", endedOn: "2025-12-02" };
    const inputs = [{ lotId: lot.id, grams: 100_000 }];
    await saveBatch(ctx, workshop, aBatch({ inputs, ...days, outputs: [output], losses: [aLoss()] }));
    const delivery = aDelivery({ canteenId, outputId: output.id }, { deliveredOn: "2025-12-03" });
    expect(await deliver(ctx, workshop, delivery)).toMatchObject({ saved: true });
    const declaration = () =>
      readDeclaration(on.reader, { canteenId, year: 2025, today: TODAY, names: false });
    const seen = (await declaration()).amounts.declared;
    await declareYear(ctx, canteenId, {
      id: newId(),
      year: 2025,
      seen: { ...NOTHING, valeur_totale: 2_500 },
    });

    const what = { canteenId, deliveryId: delivery.outputs[0]?.id ?? "", grams: 4_000 };
    const refusal = { id: newId(), ...what, reason: "TEMPERATURE" as const, note: null };
    await expect(refuseDelivered(ctx, workshop, refusal)).rejects.toMatchObject({
      code: "FROZEN_YEAR",
      details: { year: 2025 },
    });
    expect(await findLateRefusal(on.reader, { canteenId, id: refusal.id })).toBeUndefined();
    const { order } = await readOrder(on.db, { canteenId, orderId: delivery.id });
    expect(order.lines[0]).toMatchObject({ amountHtCents: 2_500, refusal: null });
    expect((await declaration()).amounts.declared).toEqual(seen);
    expect((await view()).notices.filter(({ orderId }) => orderId === delivery.id)).toEqual([]);

    await reopenYear(ctx, canteenId, { year: 2025, reason: "Refus tardif" });
    expect(await refuseDelivered(ctx, workshop, refusal)).toMatchObject({ saved: true });
    expect((await declaration()).amounts.declared.valeur_totale).toBe(1_500);
  });

  test("delivered, refused and paid are what the lines of the canteen add up to", async () => {
    const period = { legumerieId, from: "2026-01-01", to: "2026-12-31" };
    const sums = await sumDelivered(on.reader, period);
    const cells = await on.db
      .selectFrom("cells")
      .select((eb) => [
        eb.fn.sum<number>("weight_grams").as("grams"),
        eb.fn.sum<number>("amount_cents").as("cents"),
      ])
      .where("supplier_id", "=", legumerieId)
      .executeTakeFirstOrThrow();
    const kept = sums.reduce((total, { grams, refusedGrams }) => total + grams - refusedGrams, 0);
    const paid = sums.reduce((total, { priceHtCents }) => total + priceHtCents, 0);
    expect([kept, paid]).toEqual([Number(cells.grams), Number(cells.cents)]);
    expect(await checkCube(on.db)).toMatchObject({ differences: [], staleVerdicts: [] });
  });
});
