import type { Kysely } from "kysely";
import { sql } from "kysely";
import type { IsoDate } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import type { Cut, LotStage } from "../../shared/legumerie.ts";
import type { Database } from "../database.ts";
import { correction } from "./legumerie-corrections.ts";
import { refusedLater } from "./legumerie-refusals.ts";

/** One step forward from a received lot. Null from `outputId` on: nothing packed; from `deliveryId` on: not delivered. */
export interface ForwardStep {
  batchId: Id;
  startedOn: IsoDate;
  endedOn: IsoDate | null;
  /** Grams of the lot in the batch. */
  usedGrams: number;
  outputId: Id | null;
  productName: string | null;
  cut: Cut | null;
  packedOn: IsoDate | null;
  useBy: IsoDate | null;
  deliveryId: Id | null;
  canteenId: Id | null;
  canteenName: string | null;
  deliveredOn: IsoDate | null;
  grams: number | null;
  refusedGrams: number | null;
}

/** One input of an output lot, with where it comes from. */
export interface BackwardStep {
  lotId: Id;
  /** Grams of the lot in the batch. */
  usedGrams: number;
  producerId: Id;
  producerName: string;
  /** 14 digits; null: not known. */
  producerSiret: string | null;
  productName: string;
  supplierLot: string | null;
  receivedOn: IsoDate;
  harvestedOn: IsoDate | null;
  communeName: string | null;
  organicStage: LotStage | null;
}

const USED = sql<number>`inputs.grams + ${correction("INPUT", { of: "inputs", batch: "batch_id", subject: "lot_id" })}`;

/** Every batch, output lot and delivery that holds some of the lot, in one query. By batch, output, delivery. */
export async function listForwardChain(
  db: Kysely<Database>,
  key: { legumerieId: Id; lotId: Id },
): Promise<ForwardStep[]> {
  const rows = await db
    .selectFrom("legumerie_batch_inputs as inputs")
    .innerJoin("legumerie_batches as batches", (join) =>
      join
        .onRef("batches.legumerie_id", "=", "inputs.legumerie_id")
        .onRef("batches.id", "=", "inputs.batch_id"),
    )
    .leftJoin("legumerie_outputs as outputs", (join) =>
      join
        .onRef("outputs.legumerie_id", "=", "inputs.legumerie_id")
        .onRef("outputs.batch_id", "=", "inputs.batch_id"),
    )
    .leftJoin("products", "products.id", "outputs.product_id")
    .leftJoin("legumerie_deliveries as deliveries", (join) =>
      join
        .onRef("deliveries.legumerie_id", "=", "outputs.legumerie_id")
        .onRef("deliveries.output_id", "=", "outputs.id"),
    )
    .leftJoin("canteens", "canteens.id", "deliveries.canteen_id")
    .select([
      "batches.id as batchId",
      "batches.started_on as startedOn",
      "batches.ended_on as endedOn",
      USED.as("usedGrams"),
      "outputs.id as outputId",
      "products.name as productName",
      "outputs.cut",
      "outputs.packed_on as packedOn",
      "outputs.use_by as useBy",
      "deliveries.id as deliveryId",
      "deliveries.canteen_id as canteenId",
      "canteens.name as canteenName",
      "deliveries.delivered_on as deliveredOn",
      "deliveries.grams",
      sql<number | null>`deliveries.refused_grams + ${refusedLater("deliveries")}`.as("refusedGrams"),
    ])
    .where("inputs.legumerie_id", "=", key.legumerieId)
    .where("inputs.lot_id", "=", key.lotId)
    .orderBy("batches.started_on")
    .orderBy("batches.id")
    .orderBy("outputs.id")
    .orderBy("deliveries.delivered_on")
    .orderBy("deliveries.id")
    .execute();
  return rows.map((row) => ({
    ...row,
    usedGrams: Number(row.usedGrams),
    cut: row.cut as Cut | null,
    refusedGrams: row.refusedGrams === null ? null : Number(row.refusedGrams),
  }));
}

/** Every received lot an output lot holds some of, in one query, by reception. */
export async function listBackwardChain(
  db: Kysely<Database>,
  key: { legumerieId: Id; outputId: Id },
): Promise<BackwardStep[]> {
  const rows = await db
    .selectFrom("legumerie_outputs as outputs")
    .innerJoin("legumerie_batch_inputs as inputs", (join) =>
      join
        .onRef("inputs.legumerie_id", "=", "outputs.legumerie_id")
        .onRef("inputs.batch_id", "=", "outputs.batch_id"),
    )
    .innerJoin("legumerie_lots as lots", (join) =>
      join.onRef("lots.legumerie_id", "=", "inputs.legumerie_id").onRef("lots.id", "=", "inputs.lot_id"),
    )
    .innerJoin("suppliers", "suppliers.id", "lots.producer_id")
    .innerJoin("products", "products.id", "lots.product_id")
    .leftJoin("communes", "communes.code", "lots.origin_commune")
    .select([
      "lots.id as lotId",
      USED.as("usedGrams"),
      "suppliers.id as producerId",
      "suppliers.name as producerName",
      "suppliers.siret as producerSiret",
      "products.name as productName",
      "lots.supplier_lot as supplierLot",
      "lots.received_on as receivedOn",
      "lots.harvested_on as harvestedOn",
      "communes.name as communeName",
      "lots.organic_stage as organicStage",
    ])
    .where("outputs.legumerie_id", "=", key.legumerieId)
    .where("outputs.id", "=", key.outputId)
    .orderBy("lots.received_on")
    .orderBy("lots.id")
    .execute();
  return rows.map((row) => ({
    ...row,
    usedGrams: Number(row.usedGrams),
    organicStage: row.organicStage as LotStage | null,
  }));
}
