import type { Kysely } from "kysely";
import { sql } from "kysely";
import type { IsoDate } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import type { FinishedStock, LedgerBalance, RawStock, StockOn } from "../../shared/legumerie/stock-on.ts";
import type { Cut } from "../../shared/legumerie.ts";
import type { Database } from "../database.ts";
import { correction } from "./legumerie-corrections.ts";
import { disposedOf } from "./legumerie-disposals.ts";

interface Key {
  legumerieId: Id;
  /** Its end. A correction says what was true all along: it counts on every day. */
  day: IsoDate;
}

/** What was in the workshop at the end of a day, past or present, and where every kilo received till then is. */
export async function readStockOn(db: Kysely<Database>, key: Key): Promise<StockOn> {
  const lots = await listLotsOn(db, key);
  const outputs = await listOutputsOn(db, key);
  const batches = await sumBatchesOn(db, key);
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const received = sum(lots.map(({ gross }) => gross));
  const used = sum(lots.map((lot) => lot.used));
  const packed = sum(outputs.map(({ net }) => net));
  const delivered = sum(outputs.map((output) => output.kept));
  const disposed = sum(outputs.map(({ gone }) => gone));
  const balance: LedgerBalance = {
    received,
    raw: received - used,
    inProgress: batches.openInputs - batches.openOutputs,
    packed,
    lost: batches.lost,
    gap: batches.endedInputs - batches.endedOutputs - batches.lost,
    delivered,
    disposed,
    finished: packed - delivered - disposed,
  };
  return {
    day: key.day,
    raw: lots.flatMap(({ gross, used: taken, ...lot }): RawStock[] =>
      gross === taken ? [] : [{ ...lot, grams: gross - taken }],
    ),
    finished: outputs.flatMap(({ net, kept, gone, ...output }): FinishedStock[] =>
      net === kept + gone ? [] : [{ ...output, grams: net - kept - gone }],
    ),
    balance,
  };
}

async function listLotsOn(db: Kysely<Database>, { legumerieId, day }: Key) {
  const gross = correction("LOT", { of: "lots", batch: null, subject: "id" });
  const taken = correction("INPUT", { of: "inputs", batch: "batch_id", subject: "lot_id" });
  const used = sql<number>`(select coalesce(sum(inputs.grams + ${taken}), 0) from legumerie_batch_inputs as inputs
    join legumerie_batches as batches on batches.legumerie_id = inputs.legumerie_id and batches.id = inputs.batch_id
    where inputs.legumerie_id = lots.legumerie_id and inputs.lot_id = lots.id and batches.started_on <= ${day})`;
  const rows = await db
    .selectFrom("legumerie_lots as lots")
    .innerJoin("products", "products.id", "lots.product_id")
    .innerJoin("suppliers", "suppliers.id", "lots.producer_id")
    .select([
      "lots.id as lotId",
      "products.id as productId",
      "products.name as productName",
      "products.name_en as productNameEn",
      "suppliers.name as producerName",
      "lots.received_on as receivedOn",
      sql<number>`lots.gross_grams + ${gross}`.as("gross"),
      used.as("used"),
    ])
    .where("lots.legumerie_id", "=", legumerieId)
    .where("lots.received_on", "<=", day)
    .orderBy("lots.received_on")
    .orderBy("lots.id")
    .execute();
  return rows.map((row) => ({ ...row, gross: Number(row.gross), used: Number(row.used) }));
}

async function listOutputsOn(db: Kysely<Database>, { legumerieId, day }: Key) {
  const net = correction("OUTPUT", { of: "outputs", batch: "batch_id", subject: "id" });
  const kept = sql<number>`(select coalesce(sum(moved.grams - moved.refused_grams - (
      select coalesce(sum(late.grams), 0) from legumerie_refusals as late
      where late.canteen_id = moved.canteen_id and late.delivery_id = moved.id and late.refused_on <= ${day})), 0)
    from legumerie_deliveries as moved where moved.legumerie_id = outputs.legumerie_id
    and moved.output_id = outputs.id and moved.delivered_on <= ${day})`;
  const rows = await db
    .selectFrom("legumerie_outputs as outputs")
    .innerJoin("products", "products.id", "outputs.product_id")
    .select([
      "outputs.id as outputId",
      "products.id as productId",
      "products.name as productName",
      "products.name_en as productNameEn",
      "outputs.cut",
      "outputs.packed_on as packedOn",
      "outputs.use_by as useBy",
      sql<number>`outputs.net_grams + ${net}`.as("net"),
      kept.as("kept"),
      disposedOf("outputs", day).as("gone"),
    ])
    .where("outputs.legumerie_id", "=", legumerieId)
    .where("outputs.packed_on", "<=", day)
    .orderBy("outputs.use_by")
    .orderBy("outputs.id")
    .execute();
  return rows.map((row) => ({
    ...row,
    cut: row.cut as Cut,
    net: Number(row.net),
    kept: Number(row.kept),
    gone: Number(row.gone),
  }));
}

/** Batches started by the day: those ended by then with their losses, the others with what they packed so far. */
async function sumBatchesOn(db: Kysely<Database>, { legumerieId, day }: Key) {
  const input = correction("INPUT", { of: "inputs", batch: "batch_id", subject: "lot_id" });
  const output = correction("OUTPUT", { of: "outputs", batch: "batch_id", subject: "id" });
  const loss = correction("LOSS", { of: "losses", batch: "batch_id", subject: "id" });
  const row = await db
    .selectFrom((eb) =>
      eb
        .selectFrom("legumerie_batches as batches")
        .select([
          sql<number>`case when batches.ended_on <= ${day} then 1 else 0 end`.as("ended"),
          sql<number>`(select coalesce(sum(inputs.grams + ${input}), 0) from legumerie_batch_inputs as inputs
            where inputs.legumerie_id = batches.legumerie_id and inputs.batch_id = batches.id)`.as("input"),
          sql<number>`(select coalesce(sum(outputs.net_grams + ${output}), 0) from legumerie_outputs as outputs
            where outputs.legumerie_id = batches.legumerie_id and outputs.batch_id = batches.id
            and outputs.packed_on <= ${day})`.as("output"),
          sql<number>`(select coalesce(sum(losses.grams + ${loss}), 0) from legumerie_losses as losses
            where losses.legumerie_id = batches.legumerie_id and losses.batch_id = batches.id)`.as("loss"),
        ])
        .where("batches.legumerie_id", "=", legumerieId)
        .where("batches.started_on", "<=", day)
        .as("started"),
    )
    .select([
      sql<number | null>`sum(case when ended = 1 then input else 0 end)`.as("endedInputs"),
      sql<number | null>`sum(case when ended = 1 then output else 0 end)`.as("endedOutputs"),
      sql<number | null>`sum(case when ended = 1 then loss else 0 end)`.as("lost"),
      sql<number | null>`sum(case when ended = 0 then input else 0 end)`.as("openInputs"),
      sql<number | null>`sum(case when ended = 0 then output else 0 end)`.as("openOutputs"),
    ])
    .executeTakeFirstOrThrow();
  return {
    endedInputs: Number(row.endedInputs ?? 0),
    endedOutputs: Number(row.endedOutputs ?? 0),
    lost: Number(row.lost ?? 0),
    openInputs: Number(row.openInputs ?? 0),
    openOutputs: Number(row.openOutputs ?? 0),
  };
}
