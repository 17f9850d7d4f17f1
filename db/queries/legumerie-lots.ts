import type { ExpressionBuilder, Kysely } from "kysely";
import { sql } from "kysely";
import type { IsoDate, IsoInstant } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import type { Lot, LotStage } from "../../shared/legumerie.ts";
import { CHUNK, chunksOf } from "../chunks.ts";
import type { Database } from "../database.ts";
import type { LegumerieLotsTable } from "../tables/legumerie-lots.ts";
import { correction } from "./legumerie-corrections.ts";

/** Grams of the lot as they stand: what was weighed, and its corrections. */
const GROSS = sql<number>`(legumerie_lots.gross_grams + ${correction("LOT", { of: "legumerie_lots", batch: null, subject: "id" })})`;

/** A received lot in a list, with what batches took of it. Prices in HT cents, weights in grams. */
export interface ListedLot extends Lot {
  /** As it stands: `grossGrams` with its corrections. */
  standingGrams: number;
  producerName: string;
  productName: string;
  productNameEn: string;
  /** Null: the commune is not known. */
  communeName: string | null;
  usedGrams: number;
}

/** The lot of this workshop, or undefined. */
export async function findLot(
  db: Kysely<Database>,
  key: { legumerieId: Id; lotId: Id },
): Promise<Lot | undefined> {
  const row = await db
    .selectFrom("legumerie_lots")
    .selectAll()
    .where("legumerie_id", "=", key.legumerieId)
    .where("id", "=", key.lotId)
    .executeTakeFirst();
  return row && toLot(row);
}

export async function insertLot(
  db: Kysely<Database>,
  lot: Lot & { legumerieId: Id; createdAt: IsoInstant },
): Promise<void> {
  await db
    .insertInto("legumerie_lots")
    .values({
      legumerie_id: lot.legumerieId,
      id: lot.id,
      producer_id: lot.producerId,
      product_id: lot.productId,
      variety: lot.variety,
      gross_grams: lot.grossGrams,
      price_ht_cents: lot.priceHtCents,
      harvested_on: lot.harvestedOn,
      received_on: lot.receivedOn,
      origin_commune: lot.originCommune,
      organic_stage: lot.organicStage,
      supplier_lot: lot.supplierLot,
      intermediaries: lot.intermediaries,
      owned: lot.owned ? 1 : 0,
      created_at: lot.createdAt,
    })
    .execute();
}

/** One page of the workshop's lots, latest reception first; `inStock`: only those not used up. */
export async function listLots(
  db: Kysely<Database>,
  {
    legumerieId,
    inStock,
    offset,
    limit,
  }: { legumerieId: Id; inStock: boolean; offset: number; limit: number },
): Promise<{ total: number; rows: ListedLot[] }> {
  let query = db.selectFrom("legumerie_lots").where("legumerie_lots.legumerie_id", "=", legumerieId);
  if (inStock) query = query.where((eb) => eb(GROSS, ">", usedGrams(eb)));
  const { total } = await query
    .select((eb) => eb.fn.countAll<number>().as("total"))
    .executeTakeFirstOrThrow();
  const rows = await query
    .innerJoin("suppliers", "suppliers.id", "legumerie_lots.producer_id")
    .innerJoin("products", "products.id", "legumerie_lots.product_id")
    .leftJoin("communes", "communes.code", "legumerie_lots.origin_commune")
    .selectAll("legumerie_lots")
    .select([
      "suppliers.name as producer_name",
      "products.name as product_name",
      "products.name_en as product_name_en",
      "communes.name as commune_name",
    ])
    .select((eb) => [usedGrams(eb).as("used_grams"), GROSS.as("standing_grams")])
    .orderBy("legumerie_lots.received_on", "desc")
    .orderBy("legumerie_lots.id", "desc")
    .limit(limit)
    .offset(offset)
    .execute();
  return {
    total: Number(total),
    rows: rows.map((row) => ({
      ...toLot(row),
      producerName: row.producer_name,
      productName: row.product_name,
      productNameEn: row.product_name_en,
      communeName: row.commune_name,
      usedGrams: Number(row.used_grams),
      standingGrams: Number(row.standing_grams),
    })),
  };
}

/** Of these lots of the workshop: reception, and grams the batches other than `exceptBatchId` left of them. */
export async function listLotStocks(
  db: Kysely<Database>,
  key: { legumerieId: Id; lotIds: readonly Id[]; exceptBatchId: Id },
): Promise<Map<Id, { receivedOn: IsoDate; leftGrams: number }>> {
  const found = new Map<Id, { receivedOn: IsoDate; leftGrams: number }>();
  for (const chunk of chunksOf(key.lotIds, CHUNK)) {
    const rows = await db
      .selectFrom("legumerie_lots")
      .select(["legumerie_lots.id", "received_on", GROSS.as("standing_grams")])
      .select((eb) => usedGrams(eb, key.exceptBatchId).as("used_grams"))
      .where("legumerie_lots.legumerie_id", "=", key.legumerieId)
      .where("legumerie_lots.id", "in", [...chunk])
      .execute();
    for (const row of rows)
      found.set(row.id, {
        receivedOn: row.received_on,
        leftGrams: Number(row.standing_grams) - Number(row.used_grams),
      });
  }
  return found;
}

/** Of these lots of the workshop: grams as they stand, and what batches took of them. */
export async function listStandingLots(
  db: Kysely<Database>,
  key: { legumerieId: Id; lotIds: readonly Id[] },
): Promise<Map<Id, { standingGrams: number; usedGrams: number }>> {
  const found = new Map<Id, { standingGrams: number; usedGrams: number }>();
  for (const chunk of chunksOf([...new Set(key.lotIds)], CHUNK)) {
    const rows = await db
      .selectFrom("legumerie_lots")
      .select((eb) => [
        "legumerie_lots.id" as const,
        GROSS.as("standing_grams"),
        usedGrams(eb).as("used_grams"),
      ])
      .where("legumerie_lots.legumerie_id", "=", key.legumerieId)
      .where("legumerie_lots.id", "in", [...chunk])
      .execute();
    for (const row of rows)
      found.set(row.id, {
        standingGrams: Number(row.standing_grams),
        usedGrams: Number(row.used_grams),
      });
  }
  return found;
}

/** The lots that went into these batches of the workshop. */
export async function listLotsOfBatches(
  db: Kysely<Database>,
  key: { legumerieId: Id; batchIds: readonly Id[] },
): Promise<(Lot & { batchId: Id })[]> {
  const found: (Lot & { batchId: Id })[] = [];
  for (const chunk of chunksOf([...new Set(key.batchIds)], CHUNK)) {
    const rows = await db
      .selectFrom("legumerie_batch_inputs")
      .innerJoin("legumerie_lots", (join) =>
        join
          .onRef("legumerie_lots.legumerie_id", "=", "legumerie_batch_inputs.legumerie_id")
          .onRef("legumerie_lots.id", "=", "legumerie_batch_inputs.lot_id"),
      )
      .selectAll("legumerie_lots")
      .select("legumerie_batch_inputs.batch_id")
      .where("legumerie_batch_inputs.legumerie_id", "=", key.legumerieId)
      .where("legumerie_batch_inputs.batch_id", "in", [...chunk])
      .orderBy("legumerie_lots.id")
      .execute();
    found.push(...rows.map((row) => ({ ...toLot(row), batchId: row.batch_id })));
  }
  return found;
}

/** Grams of a lot in a batch, with their corrections. */
const USED = sql<number>`legumerie_batch_inputs.grams + ${correction("INPUT", { of: "legumerie_batch_inputs", batch: "batch_id", subject: "lot_id" })}`;

function usedGrams(eb: ExpressionBuilder<Database, "legumerie_lots">, exceptBatchId: Id | null = null) {
  let inputs = eb
    .selectFrom("legumerie_batch_inputs")
    .select((input) => input.fn.coalesce(input.fn.sum<number>(USED), sql.lit(0)).as("used"))
    .whereRef("legumerie_batch_inputs.legumerie_id", "=", "legumerie_lots.legumerie_id")
    .whereRef("legumerie_batch_inputs.lot_id", "=", "legumerie_lots.id");
  if (exceptBatchId !== null) inputs = inputs.where("legumerie_batch_inputs.batch_id", "!=", exceptBatchId);
  return inputs;
}

function toLot(row: LegumerieLotsTable): Lot {
  return {
    id: row.id,
    producerId: row.producer_id,
    productId: row.product_id,
    variety: row.variety,
    grossGrams: row.gross_grams,
    priceHtCents: row.price_ht_cents,
    harvestedOn: row.harvested_on,
    receivedOn: row.received_on,
    originCommune: row.origin_commune,
    organicStage: row.organic_stage as LotStage | null,
    supplierLot: row.supplier_lot,
    intermediaries: row.intermediaries,
    owned: row.owned === 1,
  };
}
