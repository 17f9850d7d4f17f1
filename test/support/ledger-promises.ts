import type { Kysely } from "kysely";
import { expect } from "vitest";
import type { Database } from "../../db/database.ts";
import { listDisposals } from "../../db/queries/legumerie-disposals.ts";
import { sumLosses } from "../../db/queries/legumerie-figures.ts";
import { listLots } from "../../db/queries/legumerie-lots.ts";
import { listOutputs } from "../../db/queries/legumerie-outputs.ts";
import { listRecall } from "../../db/queries/legumerie-recall.ts";
import { readStockOn } from "../../db/queries/legumerie-stock.ts";
import type { Id } from "../../shared/ids.ts";
import { lotStock, outputStock } from "../../shared/legumerie/stock.ts";
import type { LedgerBalance } from "../../shared/legumerie/stock-on.ts";
import { unexplainedGrams } from "../../shared/legumerie/stock-on.ts";
import { TODAY } from "./seed.ts";

const ALL = { offset: 0, limit: 1_000 };

/** On any day, every kilo received till then is somewhere; today's stock is what the lists say. */
export async function expectNothingUnexplained(db: Kysely<Database>, legumerieId: Id): Promise<void> {
  for (const day of ["2026-10-05", "2026-10-09", "2026-10-12", TODAY]) {
    const { balance, raw, finished } = await readStockOn(db, { legumerieId, day });
    expect(unexplainedGrams(balance)).toBe(0);
    expect(Math.min(0, ...raw.map(({ grams }) => grams), ...finished.map(({ grams }) => grams))).toBe(0);
  }
  const { rows: lots } = await listLots(db, { legumerieId, inStock: false, ...ALL });
  const now = await readStockOn(db, { legumerieId, day: TODAY });
  expect(now.balance.raw).toBe(sum(lots.map(lotStock)));
  expect(now.balance.received).toBe(sum(lots.map(({ standingGrams }) => standingGrams)));
  await expectDisposalsAreLosses(db, legumerieId, now.balance);
}

/** What the lists say was taken out of stock is what the balance says, and a loss of the figures. */
async function expectDisposalsAreLosses(
  db: Kysely<Database>,
  legumerieId: Id,
  { disposed, finished }: LedgerBalance,
): Promise<void> {
  const { rows: outputs } = await listOutputs(db, { legumerieId, deliverableOn: null, ...ALL });
  expect(disposed).toBe(sum(outputs.map(({ disposedGrams }) => disposedGrams)));
  const stocks = outputs.map((output) => outputStock(output, TODAY));
  expect(finished).toBe(sum(stocks.map(({ availableGrams, expiredGrams }) => availableGrams + expiredGrams)));
  const listed = await listDisposals(db, { legumerieId, limit: 1_000 });
  expect(disposed).toBe(sum(listed.map(({ grams }) => grams)));
  const losses = await sumLosses(db, { legumerieId, from: "2026-01-01", to: "2026-12-31" });
  expect(sum(losses.flatMap(({ cause, grams }) => (cause === "EXPIRED" ? [grams] : [])))).toBe(disposed);
}

/** Forward from each lot and back from each output lot, the same pairs, as the rows say. */
export async function expectRecallBothWays(db: Kysely<Database>, legumerieId: Id): Promise<void> {
  const pairs = await db
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
    const steps = await listRecall(db, { legumerieId, start: { lotId } });
    const outputs = steps.flatMap((step) => (step.kind === "DELIVERY" ? [step.outputId] : []));
    for (const outputId of new Set(outputs)) told.push(`${lotId} ${outputId}`);
    const batches = new Set(steps.map(({ batchId }) => batchId));
    const others = steps.flatMap((step) => (step.kind === "LOT" && !step.recalled ? [step] : []));
    for (const other of others) expect(batches.has(other.batchId)).toBe(true);
  }
  const known = pairs.map((pair) => `${pair.lotId} ${pair.outputId}`);
  expect(told.sort()).toEqual(known.sort());
}

/** What the canteens' cells hold of the workshop is what it delivered and they kept. */
export async function expectLinesOfDeliveries(db: Kysely<Database>, legumerieId: Id): Promise<void> {
  const deliveries = await db
    .selectFrom("legumerie_deliveries")
    .select((eb) => [
      eb.fn.sum<number>("grams").as("grams"),
      eb.fn.sum<number>("refused_grams").as("refused"),
      eb.fn.sum<number>("price_ht_cents").as("cents"),
    ])
    .where("legumerie_id", "=", legumerieId)
    .executeTakeFirstOrThrow();
  const cells = await db
    .selectFrom("cells")
    .select((eb) => [
      eb.fn.sum<number>("weight_grams").as("grams"),
      eb.fn.sum<number>("amount_cents").as("cents"),
    ])
    .where("supplier_id", "=", legumerieId)
    .executeTakeFirstOrThrow();
  const late = await db
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

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
