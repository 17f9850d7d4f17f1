import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { insertCertificate } from "../../../db/queries/certificates.ts";
import { listBatches } from "../../../db/queries/legumerie-batches.ts";
import { listForwardChain } from "../../../db/queries/legumerie-chain.ts";
import { listDeliveries } from "../../../db/queries/legumerie-deliveries.ts";
import { listDisposals } from "../../../db/queries/legumerie-disposals.ts";
import { listLots } from "../../../db/queries/legumerie-lots.ts";
import { listOutputs } from "../../../db/queries/legumerie-outputs.ts";
import type { ActionContext } from "../../../server/action-context.ts";
import { checkCube } from "../../../server/actions/check-cube.ts";
import { correctLedger } from "../../../server/actions/legumerie-correct.ts";
import { deliver } from "../../../server/actions/legumerie-deliver.ts";
import { dispose } from "../../../server/actions/legumerie-dispose.ts";
import { receiveLot } from "../../../server/actions/legumerie-receive-lot.ts";
import { refuseDelivered } from "../../../server/actions/legumerie-refuse.ts";
import { saveBatch } from "../../../server/actions/legumerie-save-batch.ts";
import type { Id } from "../../../shared/ids.ts";
import { newId } from "../../../shared/ids.ts";
import type { CorrectionLine } from "../../../shared/legumerie/corrections.ts";
import { BALANCE_TOLERANCE_BP, massBalance, workInProgress } from "../../../shared/legumerie/mass-balance.ts";
import { outputStock } from "../../../shared/legumerie/stock.ts";
import type { Batch, Lot } from "../../../shared/legumerie.ts";
import { describeOnEngines } from "../../support/engines.ts";
import { aBatch, aDelivery, aLoss, aLot, anOutput } from "../../support/ledger.ts";
import {
  expectLinesOfDeliveries,
  expectNothingUnexplained,
  expectRecallBothWays,
} from "../../support/ledger-promises.ts";
import type { Step } from "../../support/ledger-steps.ts";
import { ORGANIC_HISTORY, step } from "../../support/ledger-steps.ts";
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

describeOnEngines("the workshop's ledger", (on) => {
  let ctx: ActionContext;
  let canteens: Id[];
  let producers: { id: Id; certified: boolean }[];
  let carrot: Id;
  /** What the histories really came to: a history of refusals would prove nothing. */
  const written = { deliveries: 0, organicLines: 0, corrections: 0, refusals: 0, disposals: 0 };

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
        await expectLinesOfDeliveries(on.db, legumerieId);
        await expectNothingUnexplained(on.db, legumerieId);
        await expectRecallBothWays(on.db, legumerieId);
      }),
      { numRuns: RUNS, endOnFailure: true, examples: [[ORGANIC_HISTORY]] },
    );
    expect(written.deliveries).toBeGreaterThan(RUNS / 5);
    expect(written.organicLines).toBeGreaterThan(0);
    expect(written.corrections).toBeGreaterThan(RUNS / 3);
    expect(written.refusals).toBeGreaterThan(0);
    expect(written.disposals).toBeGreaterThan(0);
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
      case "dispose":
        return throwOut(legumerieId, one);
      case "correctDisposal":
        return correctDisposal(legumerieId, one);
    }
  }

  async function throwOut(legumerieId: Id, one: Step & { kind: "dispose" }): Promise<void> {
    const { rows } = await listOutputs(on.db, { legumerieId, deliverableOn: null, ...ALL });
    const output = pick(rows, one.output);
    if (output === undefined) return;
    const disposal = {
      ...{ id: newId(), outputId: output.id, disposedOn: `2026-10-${one.day}` },
      grams: Math.max(1, Math.floor((output.netGrams * one.percent) / 100)),
      destination: one.gift ? ("GIFT" as const) : ("FEED" as const),
    };
    const outcome = await dispose(ctx, legumerieId, disposal);
    if (outcome.saved) written.disposals += 1;
    if (outcome.saved && one.gift) expect(disposal.disposedOn <= output.useBy).toBe(true);
  }

  async function correctDisposal(legumerieId: Id, one: Step & { kind: "correctDisposal" }): Promise<void> {
    const disposal = pick(await listDisposals(on.db, { legumerieId, limit: 100 }), one.disposal);
    const grams = Math.trunc(((disposal?.grams ?? 0) * one.percent) / 100);
    if (disposal === undefined || grams === 0) return;
    await correct(legumerieId, [{ part: "DISPOSAL", batchId: null, subjectId: disposal.id, grams }]);
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
});

function pick<Value>(values: readonly Value[], at: number): Value | undefined {
  return values.length === 0 ? undefined : values[at % values.length];
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
