import type { Kysely } from "kysely";
import { sql } from "kysely";
import type { IsoDate } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import type { WorkedBatch } from "../../shared/legumerie/plan-recipes.ts";
import type { Cut } from "../../shared/legumerie.ts";
import type { Database } from "../database.ts";
import { correction } from "./legumerie-corrections.ts";
import { refusedLater } from "./legumerie-refusals.ts";

const USED = sql<number>`used.grams + ${correction("INPUT", { of: "used", batch: "batch_id", subject: "lot_id" })}`;
const NET = sql<number>`made.net_grams + ${correction("OUTPUT", { of: "made", batch: "batch_id", subject: "id" })}`;

/** Ended batches since a day that made one product of one vegetable, by the day they were packed. */
export async function listWorkedBatches(
  db: Kysely<Database>,
  { legumerieId, since }: { legumerieId: Id; since: IsoDate },
): Promise<WorkedBatch[]> {
  const expired = sql<number>`(select coalesce(sum(losses.grams), 0) from legumerie_losses as losses
    where losses.legumerie_id = batches.legumerie_id and losses.batch_id = batches.id and losses.cause = 'EXPIRED')`;
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
            used.fn.min("lots.product_id").as("product_id"),
            used.fn.max("lots.product_id").as("last_product_id"),
            used.fn.sum<number>(USED).as("grams"),
          ])
          .where("used.legumerie_id", "=", legumerieId)
          .groupBy("used.batch_id")
          .as("inputs"),
      (join) => join.onRef("inputs.batch_id", "=", "batches.id"),
    )
    .innerJoin(
      (eb) =>
        eb
          .selectFrom("legumerie_outputs as made")
          .select((made) => [
            "made.batch_id",
            made.fn.min("made.product_id").as("product_id"),
            made.fn.max("made.product_id").as("last_product_id"),
            made.fn.max("made.packed_on").as("packed_on"),
            made.fn.max("made.use_by").as("use_by"),
            made.fn.sum<number>(NET).as("grams"),
          ])
          .where("made.legumerie_id", "=", legumerieId)
          .groupBy("made.batch_id")
          .as("outputs"),
      (join) => join.onRef("outputs.batch_id", "=", "batches.id"),
    )
    .select([
      "inputs.product_id as rawProductId",
      "outputs.product_id as productId",
      "batches.cut",
      "inputs.grams as inputs",
      "outputs.grams as outputs",
      expired.as("expired"),
      "outputs.packed_on as packedOn",
      "outputs.use_by as useBy",
    ])
    .where("batches.legumerie_id", "=", legumerieId)
    .where("batches.ended_on", ">=", since)
    .whereRef("inputs.product_id", "=", "inputs.last_product_id")
    .whereRef("outputs.product_id", "=", "outputs.last_product_id")
    .orderBy("outputs.packed_on")
    .orderBy("batches.id")
    .execute();
  return rows.map(({ inputs, outputs, expired: old, ...row }) => ({
    ...row,
    cut: row.cut as Cut,
    inputGrams: Number(inputs) - Number(old),
    outputGrams: Number(outputs),
  }));
}

/** Grams delivered and kept for each request between two days, both inside, by request id. */
export async function sumDeliveredByRequest(
  db: Kysely<Database>,
  { legumerieId, from, to }: { legumerieId: Id; from: IsoDate; to: IsoDate },
): Promise<Map<Id, number>> {
  const rows = await db
    .selectFrom("legumerie_deliveries as deliveries")
    .innerJoin("legumerie_delivery_details as details", (join) =>
      join
        .onRef("details.canteen_id", "=", "deliveries.canteen_id")
        .onRef("details.delivery_id", "=", "deliveries.id"),
    )
    .select("details.request_id as requestId")
    .select((eb) =>
      eb.fn
        .sum<number>(sql<number>`deliveries.grams - deliveries.refused_grams - ${refusedLater("deliveries")}`)
        .as("kept"),
    )
    .where("deliveries.legumerie_id", "=", legumerieId)
    .where("deliveries.delivered_on", ">=", from)
    .where("deliveries.delivered_on", "<=", to)
    .where("details.request_id", "is not", null)
    .groupBy("details.request_id")
    .execute();
  return new Map(rows.map(({ requestId, kept }) => [requestId ?? "", Number(kept)]));
}
