import { expect, test } from "vitest";
import { saveCapacity } from "../../../server/actions/legumerie-capacity.ts";
import { deliver } from "../../../server/actions/legumerie-deliver.ts";
import { readWeek } from "../../../server/actions/legumerie-plan.ts";
import { receiveLot } from "../../../server/actions/legumerie-receive-lot.ts";
import { answerRequest, askOfLegumerie } from "../../../server/actions/legumerie-requests.ts";
import { saveBatch } from "../../../server/actions/legumerie-save-batch.ts";
import { addDays } from "../../../shared/calendar.ts";
import { newId } from "../../../shared/ids.ts";
import { mondayOf } from "../../../shared/legumerie/capacity.ts";
import { describeOnEngines } from "../../support/engines.ts";
import { aBatch, aCapacity, aDelivery, aLoss, aLot, anOutput } from "../../support/ledger.ts";
import {
  actionContext,
  seedCanteen,
  seedOrganisation,
  seedProduct,
  seedSupplier,
  TODAY,
} from "../../support/seed.ts";

describeOnEngines("the plan of a week of the workshop", (on) => {
  test("follows the ledger: what was started is not proposed again, nor what was delivered", async () => {
    const ctx = actionContext(on);
    const { organisationId } = await seedOrganisation(on.db);
    const canteenId = (await seedCanteen(on.db, { organisationId })).id;
    const legumerieId = (await seedSupplier(on.db, { kind: "LEGUMERIE", commune: "62498" })).id;
    const producerId = (await seedSupplier(on.db)).id;
    const productId = (await seedProduct(on.db)).id;
    const raw = (await seedProduct(on.db)).id;
    await saveCapacity(
      ctx,
      legumerieId,
      aCapacity({ weekdays: [1, 2, 3, 4, 5, 6, 7], schoolCalendar: false }),
    );
    const first = aLot({ producerId, productId: raw });
    const old = aLot({ producerId, productId: raw, receivedOn: "2026-10-03", grossGrams: 30_000 });
    const fresh = aLot({ producerId, productId: raw, receivedOn: "2026-10-05", grossGrams: 500_000 });
    for (const lot of [first, old, fresh]) await receiveLot(ctx, legumerieId, lot);
    // It says how the product is made: 80 % of the vegetable.
    const output = anOutput({ productId });
    const inputs = [{ lotId: first.id, grams: 100_000 }];
    await saveBatch(ctx, legumerieId, aBatch({ inputs, outputs: [output], losses: [aLoss()] }));
    const wantedOn = addDays(TODAY, 2);
    const request = {
      ...{ id: newId(), legumerieId, productId, cut: "GRATED" as const, grams: 80_000 },
      ...{ weekly: false, organic: false, wantedOn, note: null },
    };
    expect(await askOfLegumerie(ctx, canteenId, request)).toMatchObject({ saved: true });
    const weekly = { ...request, id: newId(), weekly: true, grams: 8_000 };
    await askOfLegumerie(ctx, canteenId, weekly);
    const read = async (visible: ReadonlySet<string> | null = null, day = addDays(TODAY, 1)) =>
      readWeek(on.reader, { legumerieId, today: TODAY, monday: mondayOf(day), visible });

    const before = await read();
    expect(before.undecided).toEqual({ requests: 1, grams: 8_000 });
    await answerRequest(ctx, legumerieId, { canteenId, id: weekly.id, status: "SERVED", answer: null });
    const [batch] = (await read()).batches;
    expect(batch).toMatchObject({
      day: addDays(TODAY, 1),
      rawProductId: raw,
      yieldBp: 8000,
      yieldFrom: "MEASURED",
      useByDays: 10,
      inputs: [
        { lotId: old.id, grams: 30_000 },
        { lotId: fresh.id, grams: 80_000 },
      ],
      outputGrams: 88_000,
    });

    // Started today and still open: what it will give is counted, the day is that much fuller.
    const started = aBatch({
      startedOn: TODAY,
      endedOn: null,
      inputs: [{ lotId: fresh.id, grams: 100_000 }],
    });
    await saveBatch(ctx, legumerieId, started);
    const after = await read();
    expect(after.batches.flatMap(({ orders }) => orders.map(({ grams }) => grams))).toEqual([8_000]);
    const today = await read(null, TODAY);
    expect(today.days.find(({ day }) => day === TODAY)).toMatchObject({ workedGrams: 100_000 });
    expect(today.started).toMatchObject([{ id: started.id, ended: false, inputGrams: 100_000 }]);

    // Delivered: the order is gone.
    const made = anOutput({ productId, packedOn: TODAY, useBy: addDays(TODAY, 6) });
    await saveBatch(ctx, legumerieId, { ...started, endedOn: TODAY, outputs: [made], losses: [aLoss()] });
    const delivery = aDelivery(
      { canteenId, outputId: made.id },
      { grams: 80_000, requestId: request.id, deliveredOn: TODAY },
    );
    expect(await deliver(ctx, legumerieId, delivery)).toMatchObject({ saved: true });
    const end = await read(new Set());
    expect(end.orders.map(({ requestId, canteenName }) => [requestId, canteenName])).toContainEqual([
      weekly.id,
      null,
    ]);
    expect(end.orders.map(({ requestId }) => requestId)).not.toContain(request.id);
  });
});
