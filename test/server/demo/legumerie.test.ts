import { beforeAll, describe, expect, test } from "vitest";
import type { Ledger } from "../../../server/demo/legumerie.ts";
import { ledgerOf } from "../../../server/demo/legumerie.ts";
import { productId } from "../../../server/demo/offers.ts";
import { DEMO_PRODUCTS, productOf } from "../../../server/demo/products.ts";
import { DEMO_SUPPLIERS, demoCertificates, supplierOf } from "../../../server/demo/suppliers.ts";
import { recipeOf } from "../../../server/demo/workshop-recipes.ts";
import { addDays } from "../../../shared/calendar.ts";
import { checkBatch } from "../../../shared/legumerie/check-batch.ts";
import { checkLot } from "../../../shared/legumerie/check-lot.ts";
import { outputTraits } from "../../../shared/legumerie/traits.ts";
import type { Lot } from "../../../shared/legumerie.ts";
import { batchSchema, lotSchema } from "../../../shared/legumerie.ts";
import type { OrderLine } from "../../../shared/orders.ts";
import type { Story } from "./story.ts";
import { tellStory } from "./story.ts";

const TODAY = "2026-11-22";
let story: Story;
let ledger: Ledger;
beforeAll(() => {
  story = tellStory(TODAY);
  ledger = ledgerOf(
    story.canteens.flatMap((canteen) => canteen.purchases),
    TODAY,
  );
});

function sumOf<Row>(
  rows: readonly Row[],
  { key, grams }: { key: (row: Row) => string; grams: (row: Row) => number },
) {
  const sums = new Map<string, number>();
  for (const row of rows) sums.set(key(row), (sums.get(key(row)) ?? 0) + grams(row));
  return sums;
}

function groupBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return groups;
}

function asLot(row: Ledger["lots"][number]): Lot {
  return lotSchema.parse({
    id: row.id,
    producerId: row.producer_id,
    productId: row.product_id,
    variety: row.variety,
    grossGrams: row.gross_grams,
    priceHtCents: row.price_ht_cents,
    harvestedOn: row.harvested_on,
    receivedOn: row.received_on,
    originCommune: row.origin_commune,
    organicStage: row.organic_stage,
    supplierLot: row.supplier_lot,
    intermediaries: row.intermediaries,
    owned: row.owned === 1,
  });
}

const inBatch = { key: (row: { batch_id: string }) => row.batch_id };

describe("the ledgers of the two légumeries", () => {
  test("balance every batch to the gram: inputs are outputs and losses", () => {
    const inputs = sumOf(ledger.inputs, { ...inBatch, grams: (row) => row.grams });
    const outputs = sumOf(ledger.outputs, { ...inBatch, grams: (row) => row.net_grams });
    const losses = sumOf(ledger.losses, { ...inBatch, grams: (row) => row.grams });
    expect(ledger.batches.length).toBeGreaterThan(500);
    const gaps = ledger.batches.filter(
      ({ id }) => inputs.get(id) !== (outputs.get(id) ?? 0) + (losses.get(id) ?? 0),
    );
    expect(gaps).toEqual([]);
  });

  test("never take more out of a lot than came in, nor before it came in", () => {
    const used = sumOf(ledger.inputs, { key: (row) => row.lot_id, grams: (row) => row.grams });
    expect(ledger.lots.filter((lot) => (used.get(lot.id) ?? 0) > lot.gross_grams)).toEqual([]);
    const started = new Map(ledger.batches.map((batch) => [batch.id, batch.started_on]));
    const received = new Map(ledger.lots.map((lot) => [lot.id, lot.received_on]));
    const early = ledger.inputs.filter(
      (input) => (received.get(input.lot_id) ?? "9") > (started.get(input.batch_id) ?? ""),
    );
    expect(early).toEqual([]);
  });

  test("never deliver more than an output lot holds, nor before it is packed or after its use-by date", () => {
    const delivered = sumOf(ledger.deliveries, { key: (row) => row.output_id, grams: (row) => row.grams });
    expect(ledger.outputs.filter((output) => (delivered.get(output.id) ?? 0) > output.net_grams)).toEqual([]);
    const outputs = new Map(ledger.outputs.map((output) => [output.id, output]));
    const wrong = ledger.deliveries.filter(({ output_id, delivered_on }) => {
      const output = outputs.get(output_id);
      return output === undefined || delivered_on < output.packed_on || delivered_on > output.use_by;
    });
    expect(wrong).toEqual([]);
  });

  test("are two full years of work, by both", () => {
    const months = (key: string) =>
      new Set(
        ledger.outputs
          .filter((output) => output.legumerie_id === supplierOf(key).supplier.id)
          .map((output) => output.packed_on.slice(0, 7)),
      );
    expect(months("legumerie-artois").size).toBeGreaterThanOrEqual(22);
    expect(months("legumerie-littoral").size).toBeGreaterThanOrEqual(20);
  });

  test("become purchase lines: every delivery is a line of its canteen, for the accepted kilos and its price", () => {
    const lines = new Map<string, OrderLine>();
    const bought: string[] = [];
    for (const { canteen, orders, purchases } of story.canteens) {
      for (const order of orders)
        for (const line of order.lines) lines.set(`${canteen.id} ${order.id} ${line.id}`, line);
      for (const { article, deliveredOn, line } of purchases)
        if (recipeOf(article) !== undefined && deliveredOn <= TODAY) bought.push(line.id);
    }
    expect(new Set(ledger.deliveries.map((row) => row.line_id))).toEqual(new Set(bought));
    const wrong = ledger.deliveries.filter((row) => {
      const line = lines.get(`${row.canteen_id} ${row.order_id} ${row.line_id}`);
      const accepted = line?.receivedMilli ?? line?.quantityMilli;
      return accepted !== row.grams - row.refused_grams || line?.amountHtCents !== row.price_ht_cents;
    });
    expect(wrong).toEqual([]);
  });

  test("hand on to the purchase line what the product's own rules say of the batch", () => {
    const proofs = groupBy(
      demoCertificates(TODAY).filter(({ scheme }) => scheme === "BIO"),
      ({ supplierId }) => supplierId,
    );
    const lots = new Map(
      ledger.lots.map((lot) => [lot.id, { ...asLot(lot), proofs: proofs.get(lot.producer_id) ?? [] }]),
    );
    const inputs = groupBy(ledger.inputs, (input) => input.batch_id);
    const batches = new Map(ledger.outputs.map((output) => [output.id, output.batch_id]));
    const lines = new Map(
      story.canteens.flatMap(({ purchases }) => purchases.map(({ line }) => [line.id, line])),
    );
    let organic = 0;
    for (const { line_id, output_id } of ledger.deliveries) {
      const used = (inputs.get(batches.get(output_id) ?? "") ?? []).flatMap(
        ({ lot_id }) => lots.get(lot_id) ?? [],
      );
      const { organicStage, originCommunes, producerId, intermediaries } = outputTraits(used);
      expect(lines.get(line_id)).toMatchObject({
        claims: organicStage === null ? [] : ["BIO"],
        organicStage,
        originCommunes,
        producerId,
        intermediaries,
      });
      if (organicStage === "AB") organic += 1;
    }
    expect(organic).toBeGreaterThan(50);
  });

  test("would be accepted by the product, lot by lot and batch by batch", () => {
    const used = sumOf(ledger.inputs, { key: (row) => row.lot_id, grams: (row) => row.grams });
    const kinds = new Map(DEMO_SUPPLIERS.map(({ supplier }) => [supplier.id, supplier.kind]));
    const families = new Map(DEMO_PRODUCTS.map((product) => [productId(product), product.family]));
    const issues = ledger.lots.flatMap((row) => {
      const producerKind = kinds.get(row.producer_id) ?? null;
      const productFamily = families.get(row.product_id) ?? null;
      return checkLot(asLot(row), { today: TODAY, producerKind, productFamily, communeKnown: true });
    });
    const inputs = groupBy(ledger.inputs, (input) => input.batch_id);
    const losses = groupBy(ledger.losses, (loss) => loss.batch_id);
    const outputs = groupBy(ledger.outputs, (output) => output.batch_id);
    for (const row of ledger.batches) {
      const taken = inputs.get(row.id) ?? [];
      const batch = batchSchema.parse({
        id: row.id,
        startedOn: row.started_on,
        endedOn: row.ended_on,
        cut: row.cut,
        inputs: taken.map(({ lot_id, grams }) => ({ lotId: lot_id, grams })),
        outputs: (outputs.get(row.id) ?? []).map((output) => ({
          id: output.id,
          productId: output.product_id,
          netGrams: output.net_grams,
          packGrams: output.pack_grams,
          packedOn: output.packed_on,
          useBy: output.use_by,
        })),
        losses: (losses.get(row.id) ?? []).map(({ id, grams, cause, destination }) => ({
          id,
          grams,
          cause,
          destination,
        })),
      });
      const lots = new Map(
        ledger.lots
          .filter((lot) => taken.some(({ lot_id }) => lot_id === lot.id))
          .map((lot) => {
            const own = taken.find(({ lot_id }) => lot_id === lot.id)?.grams ?? 0;
            const leftGrams = lot.gross_grams - (used.get(lot.id) ?? 0) + own;
            return [lot.id, { receivedOn: lot.received_on, leftGrams }];
          }),
      );
      issues.push(...checkBatch(batch, { today: TODAY, lots, families }));
    }
    expect(issues).toEqual([]);
  });

  test("pay nothing for the goods they only work on for a fee", () => {
    const fee = ledger.lots.filter((lot) => lot.owned === 0);
    expect(fee.length).toBeGreaterThan(10);
    expect(fee.filter((lot) => lot.price_ht_cents !== 0)).toEqual([]);
    expect(ledger.lots.filter((lot) => lot.owned === 1 && lot.price_ht_cents <= 0)).toEqual([]);
  });

  test("lose what real workshops publish: 25 % in all, potatoes up to 40 %", () => {
    const inputs = sumOf(ledger.inputs, { ...inBatch, grams: (row) => row.grams });
    const losses = sumOf(ledger.losses, { ...inBatch, grams: (row) => row.grams });
    const total = (rows: Iterable<number>) => [...rows].reduce((sum, grams) => sum + grams, 0);
    for (const workshop of new Set(ledger.batches.map((batch) => batch.legumerie_id))) {
      const own = ledger.batches.filter((batch) => batch.legumerie_id === workshop).map(({ id }) => id);
      const disposed = ledger.disposals.filter((row) => row.legumerie_id === workshop);
      const lost = total(own.map((id) => losses.get(id) ?? 0)) + total(disposed.map(({ grams }) => grams));
      const share = lost / total(own.map((id) => inputs.get(id) ?? 0));
      expect(Math.round(share * 100)).toBeGreaterThanOrEqual(24);
      expect(Math.round(share * 100)).toBeLessThanOrEqual(26);
    }
    const lots = new Map(ledger.lots.map((lot) => [lot.id, lot.product_id]));
    const potato = productId(productOf("pomme-de-terre"));
    const made = groupBy(ledger.inputs, (row) => row.batch_id);
    const old = sumOf(
      ledger.losses.filter(({ cause }) => cause === "EXPIRED"),
      { ...inBatch, grams: (row) => row.grams },
    );
    const prepared = [...made]
      .filter(([, rows]) => rows.every((row) => lots.get(row.lot_id) === potato))
      .map(([id]) => {
        const thrown = old.get(id) ?? 0;
        return ((losses.get(id) ?? 0) - thrown) / ((inputs.get(id) ?? 1) - thrown);
      });
    expect(Math.max(...prepared)).toBeGreaterThan(0.38);
    expect(Math.max(...prepared)).toBeLessThanOrEqual(0.4);
  });

  test("take out what is past its use-by date within a week: only the last days are still there", () => {
    const left = new Map(ledger.outputs.map((output) => [output.id, output.net_grams]));
    const take = (id: string, grams: number) => left.set(id, (left.get(id) ?? 0) - grams);
    for (const { output_id, grams, refused_grams } of ledger.deliveries)
      take(output_id, grams - refused_grams);
    for (const { output_id, grams } of ledger.disposals) take(output_id, grams);
    const useBy = new Map(ledger.outputs.map((output) => [output.id, output.use_by]));
    const old = [...left].filter(([id, grams]) => grams > 0 && (useBy.get(id) ?? "") < addDays(TODAY, -8));
    expect(old).toEqual([]);
    expect(Math.min(...left.values())).toBe(0);
    expect(ledger.disposals.every((row) => row.disposed_on > (useBy.get(row.output_id) ?? ""))).toBe(true);
    expect(ledger.disposals.filter(({ destination }) => destination === "GIFT")).toEqual([]);
  });
});
