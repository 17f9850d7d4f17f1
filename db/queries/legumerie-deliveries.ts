import type { Kysely } from "kysely";
import { sql } from "kysely";
import type { IsoDate, IsoInstant } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import type { Cut, Delivery } from "../../shared/legumerie.ts";
import type { RefusalReason } from "../../shared/refusals.ts";
import { CHUNK, chunksOf } from "../chunks.ts";
import type { Database } from "../database.ts";
import { creditedLater, refusedLater } from "./legumerie-refusals.ts";

/** One delivered output lot in a list. Grams; HT cents of the accepted kilos. */
export interface ListedDelivery {
  id: Id;
  canteenId: Id;
  canteenName: string;
  deliveredOn: IsoDate;
  outputId: Id;
  packedOn: IsoDate;
  productName: string;
  productNameEn: string;
  cut: Cut;
  grams: number;
  /** At the door and since. */
  refusedGrams: number;
  priceHtCents: number;
  /** Why kilos were refused at the door; null: none were, or it was not said. */
  refusalReason: RefusalReason | null;
  /** What it replaces, in words; null: nothing. */
  replaced: string | null;
}

/** One line of a delivery note as it was written. */
export interface WrittenDelivery {
  id: Id;
  outputId: Id;
  grams: number;
  refusedGrams: number;
  priceHtCents: number;
  deliveredOn: IsoDate;
  requestId: Id | null;
  refusalReason: string | null;
  refusalNote: string | null;
  replaced: string | null;
  replacedReason: string | null;
}

/** What was written of one delivery note, by id of its lines; empty: nothing. */
export async function listDeliveryLines(
  db: Kysely<Database>,
  key: { canteenId: Id; orderId: Id },
): Promise<WrittenDelivery[]> {
  return await db
    .selectFrom("legumerie_deliveries as deliveries")
    .leftJoin("legumerie_delivery_details as details", (join) =>
      join
        .onRef("details.canteen_id", "=", "deliveries.canteen_id")
        .onRef("details.delivery_id", "=", "deliveries.id"),
    )
    .select([
      "deliveries.id",
      "deliveries.output_id as outputId",
      "deliveries.grams",
      "deliveries.refused_grams as refusedGrams",
      "deliveries.price_ht_cents as priceHtCents",
      "deliveries.delivered_on as deliveredOn",
      "details.request_id as requestId",
      "details.refusal_reason as refusalReason",
      "details.refusal_note as refusalNote",
      "details.replaced",
      "details.replaced_reason as replacedReason",
    ])
    .where("deliveries.canteen_id", "=", key.canteenId)
    .where("deliveries.order_id", "=", key.orderId)
    .orderBy("deliveries.id")
    .execute();
}

/** Of these purchase lines of the canteen, those a delivery wrote: the ledger needs them, they may not be removed. */
export async function listDeliveredLineIds(
  db: Kysely<Database>,
  key: { canteenId: Id; lineIds: readonly Id[] },
): Promise<Id[]> {
  const found: Id[] = [];
  for (const chunk of chunksOf(key.lineIds, CHUNK)) {
    const rows = await db
      .selectFrom("legumerie_deliveries")
      .select("line_id")
      .where("canteen_id", "=", key.canteenId)
      .where("line_id", "in", [...chunk])
      .execute();
    found.push(...rows.map((row) => row.line_id));
  }
  return found;
}

/** The workshops that delivered to one of these canteens between these days, both inside, by id. */
export async function listDeliveringWorkshops(
  db: Kysely<Database>,
  { canteenIds, from, to }: { canteenIds: readonly Id[]; from: IsoDate; to: IsoDate },
): Promise<{ id: Id; name: string }[]> {
  if (canteenIds.length === 0) return [];
  const delivered = db
    .selectFrom("legumerie_deliveries")
    .select("legumerie_id")
    .where("canteen_id", "in", [...canteenIds])
    .where("delivered_on", ">=", from)
    .where("delivered_on", "<=", to);
  return db
    .selectFrom("suppliers")
    .select(["id", "name"])
    .where("id", "in", delivered)
    .orderBy("id")
    .execute();
}

/** Adds the lines of a delivery note; `priceHtCents` by line id. The order and its lines are there already. */
export async function insertDelivery(
  db: Kysely<Database>,
  delivery: Delivery & {
    legumerieId: Id;
    createdAt: IsoInstant;
    priceHtCents: ReadonlyMap<Id, number>;
    /** Output lots not wholly grown in the workshop's département. */
    outOfArea: ReadonlySet<Id>;
  },
): Promise<void> {
  await db
    .insertInto("legumerie_deliveries")
    .values(
      delivery.outputs.map((output) => ({
        canteen_id: delivery.canteenId,
        id: output.id,
        legumerie_id: delivery.legumerieId,
        output_id: output.outputId,
        delivered_on: delivery.deliveredOn,
        grams: output.grams,
        refused_grams: output.refusedGrams,
        price_ht_cents: delivery.priceHtCents.get(output.id) ?? 0,
        order_id: delivery.id,
        line_id: output.id,
        created_at: delivery.createdAt,
      })),
    )
    .execute();
  await db
    .insertInto("legumerie_delivery_details")
    .values(
      delivery.outputs.map(({ id, outputId, requestId, refusal, replaces }) => ({
        canteen_id: delivery.canteenId,
        delivery_id: id,
        request_id: requestId,
        refusal_reason: refusal?.reason ?? null,
        refusal_note: refusal?.note ?? null,
        replaced: replaces?.what ?? null,
        replaced_reason: replaces?.reason ?? null,
        out_of_area: delivery.outOfArea.has(outputId) ? 1 : 0,
      })),
    )
    .execute();
}

/** One page of the workshop's deliveries, latest first. */
export async function listDeliveries(
  db: Kysely<Database>,
  { legumerieId, offset, limit }: { legumerieId: Id; offset: number; limit: number },
): Promise<{ total: number; rows: ListedDelivery[] }> {
  const query = db
    .selectFrom("legumerie_deliveries")
    .where("legumerie_deliveries.legumerie_id", "=", legumerieId);
  const { total } = await query
    .select((eb) => eb.fn.countAll<number>().as("total"))
    .executeTakeFirstOrThrow();
  const rows = await query
    .innerJoin("legumerie_outputs", (join) =>
      join
        .onRef("legumerie_outputs.legumerie_id", "=", "legumerie_deliveries.legumerie_id")
        .onRef("legumerie_outputs.id", "=", "legumerie_deliveries.output_id"),
    )
    .innerJoin("products", "products.id", "legumerie_outputs.product_id")
    .innerJoin("canteens", "canteens.id", "legumerie_deliveries.canteen_id")
    .leftJoin("legumerie_delivery_details as details", (join) =>
      join
        .onRef("details.canteen_id", "=", "legumerie_deliveries.canteen_id")
        .onRef("details.delivery_id", "=", "legumerie_deliveries.id"),
    )
    .select([
      "legumerie_deliveries.id",
      "legumerie_deliveries.canteen_id as canteenId",
      "canteens.name as canteenName",
      "legumerie_deliveries.delivered_on as deliveredOn",
      "legumerie_deliveries.output_id as outputId",
      "legumerie_outputs.packed_on as packedOn",
      "products.name as productName",
      "products.name_en as productNameEn",
      "legumerie_outputs.cut",
      "legumerie_deliveries.grams",
      "details.refusal_reason as refusalReason",
      "details.replaced",
      sql<number>`legumerie_deliveries.refused_grams + ${refusedLater("legumerie_deliveries")}`.as(
        "refusedGrams",
      ),
      sql<number>`legumerie_deliveries.price_ht_cents - ${creditedLater("legumerie_deliveries")}`.as(
        "priceHtCents",
      ),
    ])
    .orderBy("legumerie_deliveries.delivered_on", "desc")
    .orderBy("legumerie_deliveries.id", "desc")
    .limit(limit)
    .offset(offset)
    .execute();
  return {
    total: Number(total),
    rows: rows.map((row) => ({
      ...row,
      cut: row.cut as Cut,
      refusedGrams: Number(row.refusedGrams),
      priceHtCents: Number(row.priceHtCents),
      refusalReason: row.refusalReason as RefusalReason | null,
    })),
  };
}
