import { beforeAll, expect, test } from "vitest";
import { listRecall } from "../../../db/queries/legumerie-recall.ts";
import type { ActionContext } from "../../../server/action-context.ts";
import { correctLedger } from "../../../server/actions/legumerie-correct.ts";
import { deliver } from "../../../server/actions/legumerie-deliver.ts";
import { dispose } from "../../../server/actions/legumerie-dispose.ts";
import { readLegumerieFigures } from "../../../server/actions/legumerie-figures.ts";
import { saveMonthHours } from "../../../server/actions/legumerie-hours.ts";
import { readWorkshopIndicators } from "../../../server/actions/legumerie-indicators.ts";
import { receiveLot } from "../../../server/actions/legumerie-receive-lot.ts";
import { refuseDelivered } from "../../../server/actions/legumerie-refuse.ts";
import { saveBatch } from "../../../server/actions/legumerie-save-batch.ts";
import type { Id } from "../../../shared/ids.ts";
import { newId } from "../../../shared/ids.ts";
import { describeOnEngines } from "../../support/engines.ts";
import { aBatch, aDelivery, aLoss, aLot, anOutput } from "../../support/ledger.ts";
import {
  actionContext,
  seedCanteen,
  seedOrganisation,
  seedProduct,
  seedSupplier,
} from "../../support/seed.ts";
import { statementsOf } from "../../support/statements.ts";

describeOnEngines("the indicators of a workshop", (on) => {
  let ctx: ActionContext;
  let legumerieId: Id;
  let carrot: Id;
  let outputId: Id;
  let producerId: Id;

  const asked = () => ({
    legumerieId,
    kind: "month" as const,
    day: "2026-10-15",
    productId: null,
    mealGrams: null,
    today: "2026-11-26",
  });

  beforeAll(async () => {
    ctx = { ...actionContext(on), today: "2026-11-26" };
    const { organisationId } = await seedOrganisation(on.db);
    const canteenId = (await seedCanteen(on.db, { organisationId })).id;
    await seedCanteen(on.db, { organisationId });
    legumerieId = (await seedSupplier(on.db, { kind: "LEGUMERIE", commune: "62498" })).id;
    producerId = (await seedSupplier(on.db)).id;
    carrot = (await seedProduct(on.db)).id;
    const lot = aLot({ producerId, productId: carrot });
    const output = anOutput({ productId: carrot });
    outputId = output.id;
    const batch = aBatch({
      inputs: [{ lotId: lot.id, grams: 100_000 }],
      outputs: [output],
      losses: [aLoss()],
    });
    const delivery = aDelivery({ canteenId, outputId: output.id }, { refusedGrams: 2_000 });
    await receiveLot(ctx, legumerieId, lot);
    await saveBatch(ctx, legumerieId, batch);
    await deliver(ctx, legumerieId, delivery);
    await refuseDelivered(ctx, legumerieId, {
      ...{ id: newId(), canteenId, deliveryId: delivery.outputs[0]?.id ?? "", grams: 1_000 },
      ...{ reason: "QUALITY", note: null },
    });
    const fix = { part: "LOT", batchId: null, subjectId: lot.id, grams: 5_000 } as const;
    await correctLedger(ctx, legumerieId, { id: newId(), reason: "tare", lines: [fix] });
    await saveMonthHours(ctx, legumerieId, {
      month: "2026-10",
      rows: [{ status: "CDDI", hoursE2: 250, people: 2 }],
    });
  });

  test("come from the ledger with its corrections and late refusals", async () => {
    const { figures, now } = await readWorkshopIndicators(on.reader, asked());
    expect(now).toEqual({ from: "2026-10-01", to: "2026-10-31" });
    const ratios = Object.fromEntries(Object.entries(figures).map(([key, { ratio }]) => [key, ratio]));
    expect(ratios).toMatchObject({
      received: { numerator: 105_000, denominator: 1 },
      packed: { numerator: 80_000, denominator: 1 },
      delivered: { numerator: 7_000, denominator: 1 },
      yield: { numerator: 80_000, denominator: 100_000 },
      loss: { numerator: 20_000, denominator: 100_000 },
      priceIn: { numerator: 4_300, denominator: 105_000 },
      priceOut: { numerator: 1_750, denominator: 7_000 },
      refused: { numerator: 3_000, denominator: 10_000 },
      canteens: { numerator: 1, denominator: 2 },
      localKilos: { numerator: 105_000, denominator: 105_000 },
      hours: { numerator: 250, denominator: 1 },
      pace: { numerator: 100_000, denominator: 250 },
      // The kilo sent back in November was still at the canteen.
      expired: { numerator: 72_000, denominator: 1 },
    });
    expect(figures.capacity.why).toBe("NO_CAPACITY");
  });

  test("are read in two statements, whatever the period", async () => {
    for (const kind of ["week", "month", "year"] as const) {
      const { statements } = await statementsOf(on.url, (reader) =>
        readWorkshopIndicators(reader, { ...asked(), kind }),
      );
      const reads = statements.filter((statement) => /select/i.test(statement));
      expect(reads).toHaveLength(2);
    }
  });

  test("the month before, and the other vegetables, know nothing of it", async () => {
    const november = await readWorkshopIndicators(on.reader, { ...asked(), day: "2026-11-10" });
    expect(november.underWay).toBe(true);
    expect(november.figures.received.ratio).toEqual({ numerator: 0, denominator: 1 });
    expect(november.curve.at(-2)?.figures.received.ratio?.numerator).toBe(105_000);
    const other = await readWorkshopIndicators(on.reader, { ...asked(), productId: newId() });
    expect(other.figures.received.ratio?.numerator).toBe(0);
    expect(other.products.map(({ id }) => id)).toEqual([carrot]);
  });

  test("goods that left the stock as a loss are one on that day, as on the page of figures", async () => {
    const { figures: before } = await readWorkshopIndicators(on.reader, { ...asked(), day: "2026-11-10" });
    const entry = { id: newId(), outputId, disposedOn: "2026-11-20", destination: "COMPOST" } as const;
    expect(await dispose(ctx, legumerieId, { ...entry, grams: 40_000 })).toMatchObject({ saved: true });
    const { figures } = await readWorkshopIndicators(on.reader, { ...asked(), day: "2026-11-10" });
    const grams = (known: typeof figures) => known.expired.ratio?.numerator ?? 0;
    expect(grams(before) - grams(figures)).toBe(40_000);
    const year = await readWorkshopIndicators(on.reader, { ...asked(), kind: "year" });
    const page = await readLegumerieFigures(on.reader, { legumerieId, year: 2026 });
    expect(year.figures.loss.ratio).toEqual({ numerator: 60_000, denominator: 100_000 });
    expect(page.loss).toEqual(year.figures.loss.ratio);
    expect(page.putToUse).toEqual(year.figures.putToUse.ratio);
  });

  test("a recall says what left the stock of an output lot that no canteen had", async () => {
    const lot = aLot({ producerId, productId: carrot });
    const output = anOutput({ productId: carrot });
    const inputs = [{ lotId: lot.id, grams: 100_000 }];
    await receiveLot(ctx, legumerieId, lot);
    await saveBatch(ctx, legumerieId, aBatch({ inputs, outputs: [output], losses: [aLoss()] }));
    const entry = {
      id: newId(),
      outputId: output.id,
      disposedOn: "2026-11-20",
      destination: "COMPOST",
    } as const;
    expect(await dispose(ctx, legumerieId, { ...entry, grams: 30_000 })).toMatchObject({ saved: true });
    const steps = await listRecall(on.reader, { legumerieId, start: { lotId: lot.id } });
    expect(steps).toContainEqual(
      expect.objectContaining({
        outputId: output.id,
        deliveryId: null,
        grams: 80_000,
        disposedGrams: 30_000,
      }),
    );
  });
});
