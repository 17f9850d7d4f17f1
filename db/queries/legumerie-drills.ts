import type { Kysely } from "kysely";
import type { IsoInstant } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import type { Database } from "../database.ts";

/** A timed exercise of recall. */
export interface Drill {
  id: Id;
  lotId: Id;
  startedAt: IsoInstant;
  endedAt: IsoInstant;
  canteens: number;
  deliveries: number;
  grams: number;
}

/** Exercises of the workshop, latest first; at most `limit`. */
export async function listDrills(
  db: Kysely<Database>,
  { legumerieId, limit }: { legumerieId: Id; limit: number },
): Promise<Drill[]> {
  return await db
    .selectFrom("legumerie_drills")
    .select([
      "id",
      "lot_id as lotId",
      "started_at as startedAt",
      "ended_at as endedAt",
      "canteens",
      "deliveries",
      "grams",
    ])
    .where("legumerie_id", "=", legumerieId)
    .orderBy("started_at", "desc")
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
}

/** Adds an exercise; the same id again changes nothing. */
export async function insertDrill(
  db: Kysely<Database>,
  drill: Drill & { legumerieId: Id; createdAt: IsoInstant },
): Promise<void> {
  await db
    .insertInto("legumerie_drills")
    .values({
      legumerie_id: drill.legumerieId,
      id: drill.id,
      lot_id: drill.lotId,
      started_at: drill.startedAt,
      ended_at: drill.endedAt,
      canteens: drill.canteens,
      deliveries: drill.deliveries,
      grams: drill.grams,
      created_at: drill.createdAt,
    })
    .onConflict((conflict) => conflict.columns(["legumerie_id", "id"]).doNothing())
    .execute();
}

/** A lot delivered to canteens, the `rank`-th of the latest `among`, for an exercise; undefined: none was. */
export async function findDeliveredLot(
  db: Kysely<Database>,
  { legumerieId, rank, among }: { legumerieId: Id; rank: number; among: number },
): Promise<Id | undefined> {
  const rows = await db
    .selectFrom("legumerie_batch_inputs as inputs")
    .innerJoin("legumerie_outputs as outputs", (join) =>
      join
        .onRef("outputs.legumerie_id", "=", "inputs.legumerie_id")
        .onRef("outputs.batch_id", "=", "inputs.batch_id"),
    )
    .innerJoin("legumerie_deliveries as deliveries", (join) =>
      join
        .onRef("deliveries.legumerie_id", "=", "outputs.legumerie_id")
        .onRef("deliveries.output_id", "=", "outputs.id"),
    )
    .select("inputs.lot_id")
    .select((eb) => eb.fn.max("deliveries.delivered_on").as("last_on"))
    .where("inputs.legumerie_id", "=", legumerieId)
    .groupBy("inputs.lot_id")
    .orderBy("last_on", "desc")
    .orderBy("inputs.lot_id")
    .limit(among)
    .execute();
  return rows.length === 0 ? undefined : rows[rank % rows.length]?.lot_id;
}
