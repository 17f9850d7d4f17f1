import { expect, test } from "vitest";
import { readStockOn } from "../../../db/queries/legumerie-stock.ts";
import { correctLedger } from "../../../server/actions/legumerie-correct.ts";
import { deliver } from "../../../server/actions/legumerie-deliver.ts";
import { receiveLot } from "../../../server/actions/legumerie-receive-lot.ts";
import { refuseDelivered } from "../../../server/actions/legumerie-refuse.ts";
import { saveBatch } from "../../../server/actions/legumerie-save-batch.ts";
import { newId } from "../../../shared/ids.ts";
import type { Correction } from "../../../shared/legumerie/corrections.ts";
import { describeOnEngines } from "../../support/engines.ts";
import { aBatch, aDelivery, aLoss, aLot, anOutput } from "../../support/ledger.ts";
import {
  actionContext,
  seedCanteen,
  seedOrganisation,
  seedProduct,
  seedSupplier,
} from "../../support/seed.ts";

describeOnEngines("a correction of the workshop's ledger", (on) => {
  test("leaves no output lot with less than was out on a past day, though some of it came back", async () => {
    const ctx = actionContext(on);
    const { organisationId } = await seedOrganisation(on.db);
    const canteenId = (await seedCanteen(on.db, { organisationId })).id;
    const legumerieId = (await seedSupplier(on.db, { kind: "LEGUMERIE" })).id;
    const productId = (await seedProduct(on.db)).id;
    const lot = aLot({ producerId: (await seedSupplier(on.db)).id, productId });
    await receiveLot(ctx, legumerieId, lot);
    const output = anOutput({ productId });
    const loss = aLoss();
    const batch = aBatch({
      inputs: [{ lotId: lot.id, grams: 100_000 }],
      outputs: [output],
      losses: [loss],
    });
    await saveBatch(ctx, legumerieId, batch);
    const delivery = aDelivery({ canteenId, outputId: output.id }, { grams: 75_000 });
    expect(await deliver(ctx, legumerieId, delivery)).toMatchObject({ saved: true });
    const sentBack = { canteenId, deliveryId: delivery.outputs[0]?.id ?? "", grams: 50_000 };
    const told = { id: newId(), reason: "QUALITY" as const, note: null };
    expect(await refuseDelivered(ctx, legumerieId, { ...sentBack, ...told })).toMatchObject({ saved: true });

    const lessPacked = (grams: number): Correction => ({
      id: newId(),
      reason: "balance déréglée",
      lines: [
        { part: "OUTPUT", batchId: batch.id, subjectId: output.id, grams: -grams },
        { part: "LOSS", batchId: batch.id, subjectId: loss.id, grams },
      ],
    });
    expect(await correctLedger(ctx, legumerieId, lessPacked(20_000))).toEqual({
      saved: false,
      issues: [{ field: "balance", code: "OUTPUT_OVERDELIVERED", grams: 75_000 }],
    });
    expect(await correctLedger(ctx, legumerieId, lessPacked(5_000))).toMatchObject({ saved: true });
    const { finished } = await readStockOn(on.db, { legumerieId, day: "2026-10-03" });
    expect(finished.map(({ grams }) => grams)).toEqual([]);
    const now = await readStockOn(on.db, { legumerieId, day: ctx.today });
    expect(now.finished.map(({ grams }) => grams)).toEqual([50_000]);
  });
});
