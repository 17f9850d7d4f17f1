import type { Kysely } from "kysely";
import { sql } from "kysely";
import type { IsoDate } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import type {
  DeliveredSum,
  LossSum,
  PackedSum,
  ReceivedSum,
  WorkedSum,
} from "../../shared/legumerie/figures.ts";
import type { LossCause, LossDestination, LotStage } from "../../shared/legumerie.ts";
import type { Database } from "../database.ts";
import { correction } from "./legumerie-corrections.ts";
import { DISPOSED } from "./legumerie-disposals.ts";
import { creditedLater, refusedLater } from "./legumerie-refusals.ts";

/** A workshop and a period, both days inside. */
export interface LedgerPeriod {
  legumerieId: Id;
  from: IsoDate;
  to: IsoDate;
}

/** Net grams of an output lot, with their corrections. */
const NET = sql<number>`legumerie_outputs.net_grams + ${correction("OUTPUT", { of: "legumerie_outputs", batch: "batch_id", subject: "id" })}`;

/** Grams of a loss, with their corrections; `losses`: how the query names the table. */
function lost(losses: string) {
  const corrected = correction("LOSS", { of: losses, batch: "batch_id", subject: "id" });
  return sql<number>`${sql.ref(`${losses}.grams`)} + ${corrected}`;
}

/** What was received over the period. */
export async function sumReceived(db: Kysely<Database>, period: LedgerPeriod): Promise<ReceivedSum[]> {
  const alike = [
    "legumerie_lots.received_on",
    "legumerie_lots.product_id",
    "legumerie_lots.producer_id",
    "communes.departement",
    "legumerie_lots.organic_stage",
    "legumerie_lots.intermediaries",
    "legumerie_lots.owned",
  ] as const;
  const rows = await db
    .selectFrom("legumerie_lots")
    .leftJoin("communes", "communes.code", "legumerie_lots.origin_commune")
    .select(alike)
    .select((eb) => [
      eb.fn
        .sum<number>(
          sql<number>`legumerie_lots.gross_grams + ${correction("LOT", { of: "legumerie_lots", batch: null, subject: "id" })}`,
        )
        .as("grams"),
      eb.fn.sum<number>("legumerie_lots.price_ht_cents").as("cents"),
    ])
    .where("legumerie_lots.legumerie_id", "=", period.legumerieId)
    .where("legumerie_lots.received_on", ">=", period.from)
    .where("legumerie_lots.received_on", "<=", period.to)
    .groupBy(alike)
    .execute();
  return rows.map((row) => ({
    day: row.received_on,
    productId: row.product_id,
    producerId: row.producer_id,
    departement: row.departement,
    organicStage: row.organic_stage as LotStage | null,
    intermediaries: row.intermediaries,
    owned: row.owned === 1,
    grams: Number(row.grams),
    priceHtCents: Number(row.cents),
  }));
}

/** What the batches ended over the period made of what, by month and, when it is the only one, product. */
export async function sumWorked(db: Kysely<Database>, period: LedgerPeriod): Promise<WorkedSum[]> {
  const { legumerieId } = period;
  const month = sql<string>`substr(batches.ended_on, 1, 7)`;
  const product = sql<
    string | null
  >`case when inputs.first_product = inputs.last_product then inputs.first_product end`;
  const rows = await db
    .selectFrom("legumerie_batches as batches")
    .innerJoin(
      (eb) =>
        eb
          .selectFrom("legumerie_batch_inputs as used")
          .innerJoin("legumerie_lots as lots", (join) =>
            join.onRef("lots.legumerie_id", "=", "used.legumerie_id").onRef("lots.id", "=", "used.lot_id"),
          )
          .select((used) => [
            "used.batch_id",
            used.fn.min("lots.product_id").as("first_product"),
            used.fn.max("lots.product_id").as("last_product"),
            used.fn
              .sum<number>(
                sql<number>`used.grams + ${correction("INPUT", { of: "used", batch: "batch_id", subject: "lot_id" })}`,
              )
              .as("grams"),
          ])
          .where("used.legumerie_id", "=", legumerieId)
          .groupBy("used.batch_id")
          .as("inputs"),
      (join) => join.onRef("inputs.batch_id", "=", "batches.id"),
    )
    .leftJoin(
      (eb) =>
        eb
          .selectFrom("legumerie_outputs")
          .select((output) => ["batch_id", output.fn.sum<number>(NET).as("grams")])
          .where("legumerie_id", "=", legumerieId)
          .groupBy("batch_id")
          .as("outputs"),
      (join) => join.onRef("outputs.batch_id", "=", "batches.id"),
    )
    .leftJoin(
      (eb) =>
        eb
          .selectFrom("legumerie_losses")
          .select((loss) => ["batch_id", loss.fn.sum<number>(lost("legumerie_losses")).as("grams")])
          .where("legumerie_id", "=", legumerieId)
          .groupBy("batch_id")
          .as("losses"),
      (join) => join.onRef("losses.batch_id", "=", "batches.id"),
    )
    .select([month.as("month"), product.as("product_id")])
    .select((eb) => [
      eb.fn.sum<number>("inputs.grams").as("input_grams"),
      eb.fn.sum<number | null>("outputs.grams").as("output_grams"),
      eb.fn.sum<number | null>("losses.grams").as("loss_grams"),
      eb.fn.countAll<number>().as("batches"),
    ])
    .where("batches.legumerie_id", "=", legumerieId)
    .where("batches.ended_on", ">=", period.from)
    .where("batches.ended_on", "<=", period.to)
    .groupBy([month, product])
    .execute();
  return rows.map((row) => ({
    month: row.month,
    productId: row.product_id,
    inputGrams: Number(row.input_grams),
    outputGrams: Number(row.output_grams ?? 0),
    lossGrams: Number(row.loss_grams ?? 0),
    batches: Number(row.batches),
  }));
}

/** What was lost over the period, by batches that ended and out of finished stock, by month, cause and destination. */
export async function sumLosses(db: Kysely<Database>, period: LedgerPeriod): Promise<LossSum[]> {
  return [...(await sumBatchLosses(db, period)), ...(await sumDisposals(db, period))];
}

async function sumDisposals(db: Kysely<Database>, period: LedgerPeriod): Promise<LossSum[]> {
  const month = sql<string>`substr(gone.disposed_on, 1, 7)`;
  const rows = await db
    .selectFrom("legumerie_disposals as gone")
    .select([month.as("month"), "gone.cause", "gone.destination"])
    .select((eb) => eb.fn.sum<number>(DISPOSED).as("grams"))
    .where("gone.legumerie_id", "=", period.legumerieId)
    .where("gone.disposed_on", ">=", period.from)
    .where("gone.disposed_on", "<=", period.to)
    .groupBy([month, "gone.cause", "gone.destination"])
    .execute();
  return rows.map((row) => ({
    month: row.month,
    cause: row.cause as LossCause,
    destination: row.destination as LossDestination,
    grams: Number(row.grams),
  }));
}

async function sumBatchLosses(db: Kysely<Database>, period: LedgerPeriod): Promise<LossSum[]> {
  const month = sql<string>`substr(batches.ended_on, 1, 7)`;
  const rows = await db
    .selectFrom("legumerie_losses as losses")
    .innerJoin("legumerie_batches as batches", (join) =>
      join
        .onRef("batches.legumerie_id", "=", "losses.legumerie_id")
        .onRef("batches.id", "=", "losses.batch_id"),
    )
    .select([month.as("month"), "losses.cause", "losses.destination"])
    .select((eb) => eb.fn.sum<number>(lost("losses")).as("grams"))
    .where("losses.legumerie_id", "=", period.legumerieId)
    .where("batches.ended_on", ">=", period.from)
    .where("batches.ended_on", "<=", period.to)
    .groupBy([month, "losses.cause", "losses.destination"])
    .execute();
  return rows.map((row) => ({
    month: row.month,
    cause: row.cause as LossCause,
    destination: row.destination as LossDestination,
    grams: Number(row.grams),
  }));
}

/** What was packed over the period, by month and product. */
export async function sumPacked(db: Kysely<Database>, period: LedgerPeriod): Promise<PackedSum[]> {
  const month = sql<string>`substr(packed_on, 1, 7)`;
  const rows = await db
    .selectFrom("legumerie_outputs")
    .select([month.as("month"), "product_id as productId"])
    .select((eb) => eb.fn.sum<number>(NET).as("grams"))
    .where("legumerie_id", "=", period.legumerieId)
    .where("packed_on", ">=", period.from)
    .where("packed_on", "<=", period.to)
    .groupBy([month, "product_id"])
    .execute();
  return rows.map((row) => ({ ...row, grams: Number(row.grams) }));
}

/** What was delivered over the period, by month and canteen. */
export async function sumDelivered(db: Kysely<Database>, period: LedgerPeriod): Promise<DeliveredSum[]> {
  const month = sql<string>`substr(delivered_on, 1, 7)`;
  const rows = await db
    .selectFrom("legumerie_deliveries")
    .select([month.as("month"), "canteen_id as canteenId"])
    .select((eb) => [
      eb.fn.sum<number>("grams").as("grams"),
      eb.fn.sum<number>(sql<number>`refused_grams + ${refusedLater("legumerie_deliveries")}`).as("refused"),
      eb.fn.sum<number>(sql<number>`price_ht_cents - ${creditedLater("legumerie_deliveries")}`).as("cents"),
    ])
    .where("legumerie_id", "=", period.legumerieId)
    .where("delivered_on", ">=", period.from)
    .where("delivered_on", "<=", period.to)
    .groupBy([month, "canteen_id"])
    .execute();
  return rows.map((row) => ({
    month: row.month,
    canteenId: row.canteenId,
    grams: Number(row.grams),
    refusedGrams: Number(row.refused),
    priceHtCents: Number(row.cents),
  }));
}
