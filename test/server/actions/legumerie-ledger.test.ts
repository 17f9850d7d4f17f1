import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { insertCertificate } from "../../../db/queries/certificates.ts";
import { listBatches } from "../../../db/queries/legumerie-batches.ts";
import { listForwardChain } from "../../../db/queries/legumerie-chain.ts";
import { listDeliveries } from "../../../db/queries/legumerie-deliveries.ts";
import { listLots } from "../../../db/queries/legumerie-lots.ts";
import { listOutputs } from "../../../db/queries/legumerie-outputs.ts";
import { listRecall } from "../../../db/queries/legumerie-recall.ts";
import { readStockOn } from "../../../db/queries/legumerie-stock.ts";
import type { ActionContext } from "../../../server/action-context.ts";
import { checkCube } from "../../../server/actions/check-cube.ts";
import { correctLedger } from "../../../server/actions/legumerie-correct.ts";
import { deliver } from "../../../server/actions/legumerie-deliver.ts";
import { receiveLot } from "../../../server/actions/legumerie-receive-lot.ts";
import { refuseDelivered } from "../../../server/actions/legumerie-refuse.ts";
import { saveBatch } from "../../../server/actions/legumerie-save-batch.ts";
import type { Id } from "../../../shared/ids.ts";
import { newId } from "../../../shared/ids.ts";
import type { CorrectionLine } from "../../../shared/legumerie/corrections.ts";
import { BALANCE_TOLERANCE_BP, massBalance, workInProgress } from "../../../shared/legumerie/mass-balance.ts";
import { lotStock, outputStock } from "../../../shared/legumerie/stock.ts";
import { unexplainedGrams } from "../../../shared/legumerie/stock-on.ts";
import type { Batch, Lot } from "../../../shared/legumerie.ts";
import { describeOnEngines } from "../../support/engines.ts";
import { aBatch, aDelivery, aLoss, aLot, anOutput } from "../../support/ledger.ts";
import {
  actionContext,
  NOW,
  seedCanteen,
  seedOrganisation,
  seedProduct,
  seedSupplier,
  TODAY,
} from "../../support/seed.ts";

const RUNS = 40;
const ALL = { offset: 0, limit: 1_000 };

/** One thing an operator may try; weights are often too much, on purpose. */
type Step =
  | { kind: "receive"; grams: number; producer: number; organic: boolean; day: number }
  | { kind: "work"; lots: number[]; share: number; yieldPercent: number; missing: number; end: boolean }
  | { kind: "end"; batch: number }
  | { kind: "deliver"; output: number; canteen: number; percent: number; refusedPercent: number }
  | { kind: "sendBack"; delivery: number; percent: number }
  | { kind: "correctLot"; lot: number; percent: number }
  | { kind: "correctBatch"; batch: number; percent: number; paired: boolean };

const weight = fc.integer({ min: 1, max: 200_000 });
const index = fc.nat(20);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("receive" as const),
      grams: weight,
      producer: fc.nat(2),
      organic: fc.boolean(),
      day: fc.integer({ min: 1, max: 9 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("work" as const),
      lots: fc.uniqueArray(index, { minLength: 1, maxLength: 3 }),
      share: fc.integer({ min: 1, max: 70 }),
      yieldPercent: fc.integer({ min: 0, max: 104 }),
      missing: fc.integer({ min: 0, max: 3 }),
      end: fc.nat(3).map((chance) => chance > 0),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("end" as const), batch: index }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("deliver" as const),
      output: index,
      canteen: fc.nat(1),
      percent: fc.integer({ min: 1, max: 110 }),
      refusedPercent: fc.oneof(fc.constant(0), fc.nat(105)),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("sendBack" as const),
      delivery: index,
      percent: fc.integer({ min: 1, max: 60 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("correctLot" as const),
      lot: index,
      percent: fc.integer({ min: -110, max: 40 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("correctBatch" as const),
      batch: index,
      percent: fc.integer({ min: -30, max: 30 }),
      paired: fc.boolean(),
    }),
  },
);

describeOnEngines("the workshop's ledger", (on) => {
  let ctx: ActionContext;
  let canteens: Id[];
  let producers: { id: Id; certified: boolean }[];
  let carrot: Id;
  /** What the histories really came to: a history of refusals would prove nothing. */
  const written = { deliveries: 0, organicLines: 0, corrections: 0, refusals: 0 };

  beforeAll(async () => {
    ctx = actionContext(on);
    const { organisationId } = await seedOrganisation(on.db);
    canteens = [
      (await seedCanteen(on.db, { organisationId })).id,
      (await seedCanteen(on.db, { organisationId, commune: "62498" })).id,
    ];
    carrot = (await seedProduct(on.db)).id;
    producers = [];
    for (const certified of [true, true, false]) {
      const { id } = await seedSupplier(on.db);
      producers.push({ id, certified });
      if (!certified) continue;
      // In force from the 5th: earlier lots of these farms are not proven.
      await insertCertificate(on.db, {
        id: newId(),
        supplierId: id,
        scheme: "BIO",
        number: `AB-${id}`,
        controlBody: "FR-BIO-01",
        families: [],
        offerIds: [],
        validFrom: "2026-10-05",
        validTo: null,
        fileId: null,
        createdAt: NOW,
      });
    }
  });

  test(`kilos never appear or vanish, and organic comes from proven inputs only, over ${RUNS} random histories`, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 15, maxLength: 30, size: "max" }), async (steps) => {
        const legumerieId = (await seedSupplier(on.db, { kind: "LEGUMERIE" })).id;
        for (const one of steps) await tryStep(legumerieId, one);
        await expectBalanced(legumerieId);
        await expectProvenOrganic(legumerieId);
        await expectLinesOfDeliveries(legumerieId);
        await expectNothingUnexplained(legumerieId);
        await expectRecallBothWays(legumerieId);
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
    expect(written.deliveries).toBeGreaterThan(RUNS / 3);
    expect(written.organicLines).toBeGreaterThan(0);
    expect(written.corrections).toBeGreaterThan(RUNS / 3);
    expect(written.refusals).toBeGreaterThan(0);
    expect(await checkCube(on.db)).toMatchObject({ differences: [], staleVerdicts: [] });
  }, 300_000);

  async function tryStep(legumerieId: Id, one: Step): Promise<void> {
    switch (one.kind) {
      case "receive":
        return receive(legumerieId, one);
      case "work": {
        const { rows: lots } = await listLots(on.db, { legumerieId, inStock: false, ...ALL });
        await saveBatch(ctx, legumerieId, batchOf(one, lots));
        return;
      }
      case "end":
        return end(legumerieId, one);
      case "deliver":
        return send(legumerieId, one);
      case "sendBack":
        return sendBack(legumerieId, one);
      case "correctLot":
        return correctLot(legumerieId, one);
      case "correctBatch":
        return correctBatch(legumerieId, one);
    }
  }

  async function sendBack(legumerieId: Id, one: Step & { kind: "sendBack" }): Promise<void> {
    const { rows } = await listDeliveries(on.db, { legumerieId, ...ALL });
    const delivery = pick(rows, one.delivery);
    if (delivery === undefined) return;
    const grams = Math.max(1, Math.floor((delivery.grams * one.percent) / 100));
    const { canteenId, id: deliveryId } = delivery;
    const told = { reason: "QUALITY" as const, note: null };
    const outcome = await refuseDelivered(ctx, legumerieId, {
      id: newId(),
      canteenId,
      deliveryId,
      grams,
      ...told,
    });
    if (outcome.saved) written.refusals += 1;
  }

  async function correctLot(legumerieId: Id, one: Step & { kind: "correctLot" }): Promise<void> {
    const { rows } = await listLots(on.db, { legumerieId, inStock: false, ...ALL });
    const lot = pick(rows, one.lot);
    const grams = Math.trunc(((lot?.grossGrams ?? 0) * one.percent) / 100);
    if (lot === undefined || grams === 0) return;
    await correct(legumerieId, [{ part: "LOT", batchId: null, subjectId: lot.id, grams }]);
  }

  /** A loss weighed wrong, alone or with what was packed: most lone ones are refused by the balance. */
  async function correctBatch(legumerieId: Id, one: Step & { kind: "correctBatch" }): Promise<void> {
    const { rows } = await listBatches(on.db, { legumerieId, ...ALL });
    const batch = pick(rows, one.batch);
    const [loss] = batch?.losses ?? [];
    const [output] = batch?.outputs ?? [];
    const grams = Math.trunc(((loss?.grams ?? 0) * one.percent) / 100);
    if (batch === undefined || loss === undefined || grams === 0) return;
    const lines: CorrectionLine[] = [{ part: "LOSS", batchId: batch.id, subjectId: loss.id, grams }];
    if (one.paired && output !== undefined)
      lines.push({ part: "OUTPUT", batchId: batch.id, subjectId: output.id, grams: -grams });
    await correct(legumerieId, lines);
  }

  async function correct(legumerieId: Id, lines: CorrectionLine[]): Promise<void> {
    const outcome = await correctLedger(ctx, legumerieId, { id: newId(), reason: "pesée", lines });
    if (outcome.saved) written.corrections += 1;
  }

  async function receive(legumerieId: Id, one: Step & { kind: "receive" }): Promise<void> {
    const producerId = pick(producers, one.producer)?.id ?? "";
    const organicStage = one.organic ? "AB" : null;
    const { grams: grossGrams, day } = one;
    const receivedOn = `2026-10-0${day}`;
    const lot = aLot({ producerId, productId: carrot, grossGrams, organicStage, receivedOn });
    expect(await receiveLot(ctx, legumerieId, lot)).toMatchObject({ saved: true });
  }

  async function end(legumerieId: Id, one: Step & { kind: "end" }): Promise<void> {
    const { rows } = await listBatches(on.db, { legumerieId, ...ALL });
    const open = pick(
      rows.filter(({ endedOn }) => endedOn === null),
      one.batch,
    );
    if (open !== undefined) await saveBatch(ctx, legumerieId, { ...open, endedOn: "2026-10-11" });
  }

  async function send(legumerieId: Id, one: Step & { kind: "deliver" }): Promise<void> {
    const { rows } = await listOutputs(on.db, { legumerieId, deliverableOn: null, ...ALL });
    const output = pick(rows, one.output);
    const canteenId = pick(canteens, one.canteen);
    if (output === undefined || canteenId === undefined) return;
    const grams = Math.max(1, Math.floor((output.netGrams * one.percent) / 100));
    const refusedGrams = Math.floor((grams * one.refusedPercent) / 100);
    const given = { grams, refusedGrams, deliveredOn: "2026-10-12" };
    const outcome = await deliver(ctx, legumerieId, aDelivery({ canteenId, outputId: output.id }, given));
    if (outcome.saved) written.deliveries += 1;
  }

  function batchOf(one: Step & { kind: "work" }, lots: readonly Lot[]): Batch {
    const inputs = one.lots.flatMap((at) => {
      const lot = pick(lots, at);
      if (lot === undefined) return [];
      return [{ lotId: lot.id, grams: Math.max(1, Math.floor((lot.grossGrams * one.share) / 100)) }];
    });
    const entered = inputs.reduce((sum, { grams }) => sum + grams, 0);
    const net = Math.floor((entered * one.yieldPercent) / 100);
    const lost = entered - net - Math.floor((entered * one.missing) / 100);
    const packing = { packedOn: "2026-10-10", useBy: "2026-10-16" };
    return aBatch({
      inputs: inputs.length === 0 ? [{ lotId: newId(), grams: 1 }] : inputs,
      startedOn: "2026-10-09",
      endedOn: one.end ? "2026-10-10" : null,
      outputs: net > 0 ? [anOutput({ productId: carrot, netGrams: net, ...packing })] : [],
      losses: lost > 0 ? [aLoss({ grams: lost })] : [],
    });
  }

  /** Received = left in lots + packed + lost + in progress, up to 2 % of what each ended batch took. */
  async function expectBalanced(legumerieId: Id): Promise<void> {
    const { rows: lots } = await listLots(on.db, { legumerieId, inStock: false, ...ALL });
    const { rows: batches } = await listBatches(on.db, { legumerieId, ...ALL });
    const { rows: outputs } = await listOutputs(on.db, { legumerieId, deliverableOn: null, ...ALL });
    for (const { standingGrams, usedGrams } of lots) expect(usedGrams).toBeLessThanOrEqual(standingGrams);
    const used = sum(lots.map(({ usedGrams }) => usedGrams));
    const balances = batches.map(massBalance);
    expect(sum(balances.map(({ inputs }) => inputs))).toBe(used);
    expect(sum(outputs.map(({ netGrams }) => netGrams))).toBe(sum(balances.map((one) => one.outputs)));
    const gap =
      used -
      sum(balances.map(({ outputs: made, losses }) => made + losses)) -
      sum(batches.map(workInProgress));
    const tolerated = sum(balances.map(({ inputs }) => (inputs * BALANCE_TOLERANCE_BP) / 10_000));
    expect(Math.abs(gap)).toBeLessThanOrEqual(tolerated);
    for (const output of outputs) {
      const { availableGrams, expiredGrams } = outputStock(output, TODAY);
      expect(availableGrams + expiredGrams).toBeGreaterThanOrEqual(0);
    }
  }

  /** Read from the canteens' lines and the chain, without the product's own rule. */
  async function expectProvenOrganic(legumerieId: Id): Promise<void> {
    const { rows: lots } = await listLots(on.db, { legumerieId, inStock: false, ...ALL });
    const lines = await on.db
      .selectFrom("order_lines")
      .select(["id", "claims"])
      .where("supplier_id", "=", legumerieId)
      .execute();
    written.organicLines += lines.filter(({ claims }) => claims !== "[]").length;
    const claimed = new Set(lines.filter(({ claims }) => claims !== "[]").map(({ id }) => id));
    for (const lot of lots) {
      const farm = producers.find(({ id }) => id === lot.producerId);
      const proven = lot.organicStage !== null && farm?.certified === true && lot.receivedOn >= "2026-10-05";
      const steps = await listForwardChain(on.db, { legumerieId, lotId: lot.id });
      for (const { deliveryId } of steps)
        if (!proven && deliveryId !== null) expect(claimed.has(deliveryId)).toBe(false);
    }
  }

  /** On any day, every kilo received till then is somewhere; today's stock is what the lists say. */
  async function expectNothingUnexplained(legumerieId: Id): Promise<void> {
    for (const day of ["2026-10-05", "2026-10-09", "2026-10-12", TODAY]) {
      const { balance, raw, finished } = await readStockOn(on.db, { legumerieId, day });
      expect(unexplainedGrams(balance)).toBe(0);
      expect(Math.min(0, ...raw.map(({ grams }) => grams), ...finished.map(({ grams }) => grams))).toBe(0);
    }
    const { rows: lots } = await listLots(on.db, { legumerieId, inStock: false, ...ALL });
    const now = await readStockOn(on.db, { legumerieId, day: TODAY });
    expect(now.balance.raw).toBe(sum(lots.map(lotStock)));
    expect(now.balance.received).toBe(sum(lots.map(({ standingGrams }) => standingGrams)));
  }

  /** Forward from each lot and back from each output lot, the same pairs, as the rows say. */
  async function expectRecallBothWays(legumerieId: Id): Promise<void> {
    const pairs = await on.db
      .selectFrom("legumerie_batch_inputs as inputs")
      .innerJoin("legumerie_outputs as outputs", (join) =>
        join
          .onRef("outputs.legumerie_id", "=", "inputs.legumerie_id")
          .onRef("outputs.batch_id", "=", "inputs.batch_id"),
      )
      .select(["inputs.lot_id as lotId", "outputs.id as outputId"])
      .where("inputs.legumerie_id", "=", legumerieId)
      .execute();
    const told: string[] = [];
    for (const lotId of new Set(pairs.map((pair) => pair.lotId))) {
      const steps = await listRecall(on.db, { legumerieId, start: { lotId } });
      const outputs = steps.flatMap((step) => (step.kind === "DELIVERY" ? [step.outputId] : []));
      for (const outputId of new Set(outputs)) told.push(`${lotId} ${outputId}`);
      const batches = new Set(steps.map(({ batchId }) => batchId));
      const others = steps.flatMap((step) => (step.kind === "LOT" && !step.recalled ? [step] : []));
      for (const other of others) expect(batches.has(other.batchId)).toBe(true);
    }
    const known = pairs.map((pair) => `${pair.lotId} ${pair.outputId}`);
    expect(told.sort()).toEqual(known.sort());
  }

  async function expectLinesOfDeliveries(legumerieId: Id): Promise<void> {
    const deliveries = await on.db
      .selectFrom("legumerie_deliveries")
      .select((eb) => [
        eb.fn.sum<number>("grams").as("grams"),
        eb.fn.sum<number>("refused_grams").as("refused"),
        eb.fn.sum<number>("price_ht_cents").as("cents"),
      ])
      .where("legumerie_id", "=", legumerieId)
      .executeTakeFirstOrThrow();
    const cells = await on.db
      .selectFrom("cells")
      .select((eb) => [
        eb.fn.sum<number>("weight_grams").as("grams"),
        eb.fn.sum<number>("amount_cents").as("cents"),
      ])
      .where("supplier_id", "=", legumerieId)
      .executeTakeFirstOrThrow();
    const late = await on.db
      .selectFrom("legumerie_refusals")
      .select((eb) => [
        eb.fn.sum<number>("grams").as("grams"),
        eb.fn.sum<number>("credit_ht_cents").as("cents"),
      ])
      .where("legumerie_id", "=", legumerieId)
      .executeTakeFirstOrThrow();
    expect([Number(cells.grams ?? 0), Number(cells.cents ?? 0)]).toEqual([
      Number(deliveries.grams ?? 0) - Number(deliveries.refused ?? 0) - Number(late.grams ?? 0),
      Number(deliveries.cents ?? 0) - Number(late.cents ?? 0),
    ]);
  }
});

function pick<Value>(values: readonly Value[], at: number): Value | undefined {
  return values.length === 0 ? undefined : values[at % values.length];
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
