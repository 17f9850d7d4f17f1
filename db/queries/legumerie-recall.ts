import type { Kysely } from "kysely";
import { sql } from "kysely";
import type { IsoDate } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import type { Cut } from "../../shared/legumerie.ts";
import type { Database } from "../database.ts";
import { correction } from "./legumerie-corrections.ts";
import { disposedOf } from "./legumerie-disposals.ts";
import { refusedLater } from "./legumerie-refusals.ts";

/** A received lot of the recall; `recalled`: it is the one that is recalled, else it went into the same batch. */
export interface RecallLot {
  kind: "LOT";
  recalled: boolean;
  /** Null: it is still in the workshop, whole. */
  batchId: Id | null;
  lotId: Id;
  receivedOn: IsoDate;
  supplierLot: string | null;
  productName: string;
  producerName: string;
  producerSiret: string | null;
  /** Grams in the batch. */
  grams: number;
}

/** An output lot of a batch that took the lot, and where it went; no delivery: it is still in the workshop. */
export interface RecallDelivery {
  kind: "DELIVERY";
  batchId: Id;
  outputId: Id;
  packedOn: IsoDate;
  useBy: IsoDate;
  productName: string;
  cut: Cut;
  deliveryId: Id | null;
  canteenId: Id | null;
  canteenName: string | null;
  deliveredOn: IsoDate | null;
  grams: number;
  refusedGrams: number;
  /** Of an output lot that no canteen had: what left the stock as a loss. */
  disposedGrams: number;
}

export type RecallStep = RecallLot | RecallDelivery;

/** Which lots are recalled: one of the workshop, or all that bear the number a supplier gave. */
export type RecallStart = { lotId: Id } | { supplierLot: string };

/**
 * The whole chain of a recall in one statement: every batch that took the lots, all that went into these batches, every
 * output lot they made and every delivery of them. By kind, batch, lot or output, delivery. `cross join` keeps
 * SQLite from reading a whole index: it has no statistics of these tables.
 */
export async function listRecall(
  db: Kysely<Database>,
  { legumerieId, start }: { legumerieId: Id; start: RecallStart },
): Promise<RecallStep[]> {
  const recalled = "lotId" in start ? sql`id = ${start.lotId}` : sql`supplier_lot = ${start.supplierLot}`;
  const used = correction("INPUT", { of: "inputs", batch: "batch_id", subject: "lot_id" });
  const net = correction("OUTPUT", { of: "outputs", batch: "batch_id", subject: "id" });
  const { rows } = await sql<Row>`
    with recalled as (select id from legumerie_lots where legumerie_id = ${legumerieId} and ${recalled}),
    touched as (select distinct inputs.batch_id from recalled
      cross join legumerie_batch_inputs as inputs
      where inputs.legumerie_id = ${legumerieId} and inputs.lot_id = recalled.id),
    entered as (select inputs.batch_id, inputs.lot_id, inputs.grams + ${used} as grams from touched
      cross join legumerie_batch_inputs as inputs
      where inputs.legumerie_id = ${legumerieId} and inputs.batch_id = touched.batch_id
      union all
      select '' as batch_id, recalled.id as lot_id, 0 as grams from recalled
      where not exists (select 1 from legumerie_batch_inputs as inputs
        where inputs.legumerie_id = ${legumerieId} and inputs.lot_id = recalled.id))
    select 'LOT' as "kind", entered.batch_id as "batchId", lots.id as "subjectId", '' as "deliveryId",
      '' as "canteenId", suppliers.name as "name", coalesce(suppliers.siret, '') as "siret",
      products.name as "productName", '' as "cut", lots.received_on as "day", '' as "useBy", '' as "deliveredOn",
      coalesce(lots.supplier_lot, '') as "supplierLot", entered.grams as "grams", 0 as "refusedGrams",
      0 as "disposedGrams", case when lots.id in (select id from recalled) then 1 else 0 end as "recalled"
    from entered
    cross join legumerie_lots as lots
    join suppliers on suppliers.id = lots.producer_id
    join products on products.id = lots.product_id
    where lots.legumerie_id = ${legumerieId} and lots.id = entered.lot_id
    union all
    select 'DELIVERY', outputs.batch_id, outputs.id, coalesce(moved.id, ''), coalesce(moved.canteen_id, ''),
      coalesce(canteens.name, ''), '', products.name, outputs.cut, outputs.packed_on, outputs.use_by,
      coalesce(moved.delivered_on, ''), '', coalesce(moved.grams, outputs.net_grams + ${net}),
      case when moved.id is null then 0 else moved.refused_grams + ${refusedLater("moved")} end,
      case when moved.id is null then ${disposedOf("outputs")} else 0 end, 0
    from touched
    cross join legumerie_outputs as outputs
    join products on products.id = outputs.product_id
    left join legumerie_deliveries as moved
      on moved.legumerie_id = ${legumerieId} and moved.output_id = outputs.id
    left join canteens on canteens.id = moved.canteen_id
    where outputs.legumerie_id = ${legumerieId} and outputs.batch_id = touched.batch_id
    order by 1 desc, 2, 3, 4`.execute(db);
  return rows.map((row) => (row.kind === "LOT" ? toLot(row) : toDelivery(row)));
}

interface Row {
  kind: string;
  batchId: string;
  subjectId: string;
  deliveryId: string;
  canteenId: string;
  name: string;
  siret: string;
  productName: string;
  cut: string;
  day: string;
  useBy: string;
  deliveredOn: string;
  supplierLot: string;
  grams: number;
  refusedGrams: number;
  disposedGrams: number;
  recalled: number;
}

function toLot(row: Row): RecallLot {
  return {
    kind: "LOT",
    recalled: row.recalled === 1,
    batchId: row.batchId || null,
    lotId: row.subjectId,
    receivedOn: row.day,
    supplierLot: row.supplierLot || null,
    productName: row.productName,
    producerName: row.name,
    producerSiret: row.siret || null,
    grams: Number(row.grams),
  };
}

function toDelivery(row: Row): RecallDelivery {
  return {
    kind: "DELIVERY",
    batchId: row.batchId,
    outputId: row.subjectId,
    packedOn: row.day,
    useBy: row.useBy,
    productName: row.productName,
    cut: row.cut as Cut,
    deliveryId: row.deliveryId || null,
    canteenId: row.canteenId || null,
    canteenName: row.name || null,
    deliveredOn: row.deliveredOn || null,
    grams: Number(row.grams),
    refusedGrams: Number(row.refusedGrams),
    disposedGrams: Number(row.disposedGrams),
  };
}
