import type { Kysely, RawBuilder } from "kysely";
import { sql } from "kysely";
import type { IsoDate, IsoInstant } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import type { Cut } from "../../shared/legumerie.ts";
import type { RefusalReason } from "../../shared/refusals.ts";
import type { Database } from "../database.ts";

/** A refusal written after its delivery. Grams; HT cents no longer paid. */
export interface LateRefusal {
  canteenId: Id;
  id: Id;
  deliveryId: Id;
  legumerieId: Id;
  outputId: Id;
  grams: number;
  creditHtCents: number;
  reason: RefusalReason;
  note: string | null;
  refusedOn: IsoDate;
}

/** A delivered line as a late refusal needs it. */
export interface RefusableDelivery {
  outputId: Id;
  orderId: Id;
  lineId: Id;
  deliveredOn: IsoDate;
  productId: Id;
  cut: Cut;
  /** Delivered, less all that was refused so far. */
  keptGrams: number;
}

/** Grams sent back after a delivery was written; `deliveries`: how the query names that table. */
export function refusedLater(deliveries: string): RawBuilder<number> {
  return sumOfRefusals(deliveries, "grams");
}

/** HT cents of them, no longer paid. */
export function creditedLater(deliveries: string): RawBuilder<number> {
  return sumOfRefusals(deliveries, "credit_ht_cents");
}

function sumOfRefusals(deliveries: string, column: "grams" | "credit_ht_cents"): RawBuilder<number> {
  return sql<number>`(select coalesce(sum(${sql.ref(`late.${column}`)}), 0) from legumerie_refusals as late
    where late.canteen_id = ${sql.ref(`${deliveries}.canteen_id`)}
    and late.delivery_id = ${sql.ref(`${deliveries}.id`)})`;
}

/** The delivered line of this workshop to this canteen, or undefined. */
export async function findRefusableDelivery(
  db: Kysely<Database>,
  key: { legumerieId: Id; canteenId: Id; deliveryId: Id },
): Promise<RefusableDelivery | undefined> {
  const row = await db
    .selectFrom("legumerie_deliveries as deliveries")
    .innerJoin("legumerie_outputs as outputs", (join) =>
      join
        .onRef("outputs.legumerie_id", "=", "deliveries.legumerie_id")
        .onRef("outputs.id", "=", "deliveries.output_id"),
    )
    .select([
      "deliveries.output_id as outputId",
      "deliveries.order_id as orderId",
      "deliveries.line_id as lineId",
      "deliveries.delivered_on as deliveredOn",
      "outputs.product_id as productId",
      "outputs.cut",
      sql<number>`deliveries.grams - deliveries.refused_grams`.as("accepted"),
      refusedLater("deliveries").as("later"),
    ])
    .where("deliveries.canteen_id", "=", key.canteenId)
    .where("deliveries.id", "=", key.deliveryId)
    .where("deliveries.legumerie_id", "=", key.legumerieId)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { accepted, later, cut, ...delivery } = row;
  return { ...delivery, cut: cut as Cut, keptGrams: Number(accepted) - Number(later) };
}

/** The refusal of this canteen, or undefined. */
export async function findLateRefusal(
  db: Kysely<Database>,
  key: { canteenId: Id; id: Id },
): Promise<LateRefusal | undefined> {
  const row = await db
    .selectFrom("legumerie_refusals")
    .selectAll()
    .where("canteen_id", "=", key.canteenId)
    .where("id", "=", key.id)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    canteenId: row.canteen_id,
    id: row.id,
    deliveryId: row.delivery_id,
    legumerieId: row.legumerie_id,
    outputId: row.output_id,
    grams: row.grams,
    creditHtCents: row.credit_ht_cents,
    reason: row.reason as RefusalReason,
    note: row.note,
    refusedOn: row.refused_on,
  };
}

export async function insertLateRefusal(
  db: Kysely<Database>,
  refusal: LateRefusal & { createdAt: IsoInstant },
): Promise<void> {
  await db
    .insertInto("legumerie_refusals")
    .values({
      canteen_id: refusal.canteenId,
      id: refusal.id,
      delivery_id: refusal.deliveryId,
      legumerie_id: refusal.legumerieId,
      output_id: refusal.outputId,
      grams: refusal.grams,
      credit_ht_cents: refusal.creditHtCents,
      reason: refusal.reason,
      note: refusal.note,
      refused_on: refusal.refusedOn,
      created_at: refusal.createdAt,
    })
    .execute();
}
