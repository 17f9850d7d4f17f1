import type { ExpressionBuilder, Kysely, Selectable } from "kysely";
import { sql } from "kysely";
import type { IsoDate } from "../../shared/facts.ts";
import type { Family } from "../../shared/families.ts";
import type { Id } from "../../shared/ids.ts";
import type { DeliverableOutput } from "../../shared/legumerie/check-delivery.ts";
import type { OutputMove } from "../../shared/legumerie/stock.ts";
import type { Cut } from "../../shared/legumerie.ts";
import { CHUNK, chunksOf } from "../chunks.ts";
import type { Database } from "../database.ts";
import { correction } from "./legumerie-corrections.ts";
import { DISPOSED, disposedOf } from "./legumerie-disposals.ts";
import { refusedLater } from "./legumerie-refusals.ts";

/** Net grams as they stand: what was weighed, and its corrections. */
const NET = sql<number>`(legumerie_outputs.net_grams + ${correction("OUTPUT", { of: "legumerie_outputs", batch: "batch_id", subject: "id" })})`;

/** Grams of it taken out of stock, no canteen having them. */
const GONE = disposedOf("legumerie_outputs");

/** An output lot as it stands, with its product. */
export interface StandingOutput {
  id: Id;
  batchId: Id;
  productId: Id;
  productName: string;
  productNameEn: string;
  cut: Cut;
  /** With its corrections. */
  netGrams: number;
  /** Null: loose. */
  packGrams: number | null;
  packedOn: IsoDate;
  useBy: IsoDate;
}

/** An output lot in a list, with what left of it. Grams. */
export interface ListedOutput extends StandingOutput {
  batchEnded: boolean;
  deliveredGrams: number;
  refusedGrams: number;
  /** Taken out of stock, no canteen having them. */
  disposedGrams: number;
}

/** An output lot a delivery names, with its product. */
export interface SoldOutputRow extends DeliverableOutput {
  batchId: Id;
  productId: Id;
  productName: string;
  family: Family | null;
  vatBp: number;
  cut: Cut;
  /** Delivered and kept, or disposed of. */
  takenGrams: number;
}

/** One page of the workshop's output lots, earliest use-by first in stock, else latest packed first. */
export async function listOutputs(
  db: Kysely<Database>,
  {
    legumerieId,
    deliverableOn,
    offset,
    limit,
  }: {
    legumerieId: Id;
    /** Only those of ended batches with stock that may be delivered on that day; null: all. */
    deliverableOn: IsoDate | null;
    offset: number;
    limit: number;
  },
): Promise<{ total: number; rows: ListedOutput[] }> {
  let query = db
    .selectFrom("legumerie_outputs")
    .innerJoin("legumerie_batches", (join) =>
      join
        .onRef("legumerie_batches.legumerie_id", "=", "legumerie_outputs.legumerie_id")
        .onRef("legumerie_batches.id", "=", "legumerie_outputs.batch_id"),
    )
    .where("legumerie_outputs.legumerie_id", "=", legumerieId);
  if (deliverableOn !== null)
    query = query
      .where("legumerie_batches.ended_on", "is not", null)
      .where("legumerie_outputs.use_by", ">=", deliverableOn)
      .where((eb) => eb(sql<number>`${NET} - ${GONE}`, ">", moved(eb, "grams - refused_grams")));
  const { total } = await query
    .select((eb) => eb.fn.countAll<number>().as("total"))
    .executeTakeFirstOrThrow();
  const rows = await query
    .innerJoin("products", "products.id", "legumerie_outputs.product_id")
    .selectAll("legumerie_outputs")
    .select(["legumerie_batches.ended_on", "products.name", "products.name_en"])
    .select((eb) => [
      NET.as("standing_grams"),
      moved(eb, "grams").as("delivered_grams"),
      moved(eb, "refused_grams").as("refused_grams"),
      GONE.as("disposed_grams"),
    ])
    .orderBy(deliverableOn === null ? "legumerie_outputs.packed_on" : "legumerie_outputs.use_by", (order) =>
      deliverableOn === null ? order.desc() : order.asc(),
    )
    .orderBy("legumerie_outputs.id", "desc")
    .limit(limit)
    .offset(offset)
    .execute();
  return {
    total: Number(total),
    rows: rows.map((row) => ({
      ...standingOutput(row),
      batchEnded: row.ended_on !== null,
      deliveredGrams: Number(row.delivered_grams),
      refusedGrams: Number(row.refused_grams),
      disposedGrams: Number(row.disposed_grams),
    })),
  };
}

/** The output lot of this workshop as it stands, with its product, or undefined. */
export async function findOutput(
  db: Kysely<Database>,
  key: { legumerieId: Id; outputId: Id },
): Promise<StandingOutput | undefined> {
  const row = await db
    .selectFrom("legumerie_outputs")
    .innerJoin("products", "products.id", "legumerie_outputs.product_id")
    .selectAll("legumerie_outputs")
    .select(["products.name", "products.name_en", NET.as("standing_grams")])
    .where("legumerie_outputs.legumerie_id", "=", key.legumerieId)
    .where("legumerie_outputs.id", "=", key.outputId)
    .executeTakeFirst();
  return row && standingOutput(row);
}

type OutputRow = Selectable<Database["legumerie_outputs"]> & {
  name: string;
  name_en: string;
  standing_grams: number;
};

function standingOutput(row: OutputRow): StandingOutput {
  return {
    id: row.id,
    batchId: row.batch_id,
    productId: row.product_id,
    productName: row.name,
    productNameEn: row.name_en,
    cut: row.cut as Cut,
    netGrams: Number(row.standing_grams),
    packGrams: row.pack_grams,
    packedOn: row.packed_on,
    useBy: row.use_by,
  };
}

/** Of these output lots of the workshop, what a delivery needs to know. */
export async function listSoldOutputs(
  db: Kysely<Database>,
  key: { legumerieId: Id; outputIds: readonly Id[] },
): Promise<Map<Id, SoldOutputRow>> {
  const found = new Map<Id, SoldOutputRow>();
  for (const chunk of chunksOf([...new Set(key.outputIds)], CHUNK)) {
    const rows = await db
      .selectFrom("legumerie_outputs")
      .innerJoin("legumerie_batches", (join) =>
        join
          .onRef("legumerie_batches.legumerie_id", "=", "legumerie_outputs.legumerie_id")
          .onRef("legumerie_batches.id", "=", "legumerie_outputs.batch_id"),
      )
      .innerJoin("products", "products.id", "legumerie_outputs.product_id")
      .selectAll("legumerie_outputs")
      .select(["legumerie_batches.ended_on", "products.name", "products.family", "products.vat_bp"])
      .select((eb) => [
        NET.as("standing_grams"),
        moved(eb, "grams - refused_grams").as("taken_grams"),
        GONE.as("disposed_grams"),
      ])
      .where("legumerie_outputs.legumerie_id", "=", key.legumerieId)
      .where("legumerie_outputs.id", "in", [...chunk])
      .execute();
    for (const row of rows) {
      const takenGrams = Number(row.taken_grams) + Number(row.disposed_grams);
      found.set(row.id, {
        packedOn: row.packed_on,
        useBy: row.use_by,
        leftGrams: Number(row.standing_grams) - takenGrams,
        takenGrams,
        batchEnded: row.ended_on !== null,
        batchId: row.batch_id,
        productId: row.product_id,
        productName: row.name,
        family: row.family as Family | null,
        vatBp: row.vat_bp,
        cut: row.cut as Cut,
      });
    }
  }
  return found;
}

/** What left each of these output lots, and what came back, day by day. Grams, negative: left. */
export async function listOutputMoves(
  db: Kysely<Database>,
  key: { legumerieId: Id; outputIds: readonly Id[] },
): Promise<Map<Id, OutputMove[]>> {
  const found = new Map<Id, OutputMove[]>();
  for (const chunk of chunksOf([...new Set(key.outputIds)], CHUNK)) {
    const rows = await db
      .selectFrom("legumerie_deliveries")
      .select(["output_id", "delivered_on as day", sql<number>`refused_grams - grams`.as("moved")])
      .where("legumerie_id", "=", key.legumerieId)
      .where("output_id", "in", [...chunk])
      .unionAll(
        db
          .selectFrom("legumerie_refusals")
          .select(["output_id", "refused_on as day", "grams as moved"])
          .where("legumerie_id", "=", key.legumerieId)
          .where("output_id", "in", [...chunk]),
      )
      .unionAll(
        db
          .selectFrom("legumerie_disposals as gone")
          .select(["output_id", "disposed_on as day", sql<number>`0 - (${DISPOSED})`.as("moved")])
          .where("legumerie_id", "=", key.legumerieId)
          .where("output_id", "in", [...chunk]),
      )
      .execute();
    for (const { output_id, day, moved: grams } of rows)
      found.set(output_id, [...(found.get(output_id) ?? []), { day, grams: Number(grams) }]);
  }
  return found;
}

/** Sum over the deliveries of the output lot. */
function moved(
  eb: ExpressionBuilder<Database, "legumerie_outputs">,
  what: "grams" | "refused_grams" | "grams - refused_grams",
) {
  const value = {
    grams: sql<number>`grams`,
    refused_grams: sql<number>`refused_grams + ${refusedLater("legumerie_deliveries")}`,
    "grams - refused_grams": sql<number>`grams - refused_grams - ${refusedLater("legumerie_deliveries")}`,
  }[what];
  return eb
    .selectFrom("legumerie_deliveries")
    .select((delivery) => delivery.fn.coalesce(delivery.fn.sum<number>(value), sql.lit(0)).as("moved"))
    .whereRef("legumerie_deliveries.legumerie_id", "=", "legumerie_outputs.legumerie_id")
    .whereRef("legumerie_deliveries.output_id", "=", "legumerie_outputs.id");
}
