import type { Kysely } from "kysely";
import { sql } from "kysely";
import type { IsoDate } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import type { Cut } from "../../shared/legumerie.ts";
import type { Database } from "../database.ts";

/** A product in the cut that a workshop makes. */
export interface MadeProduct {
  productId: Id;
  productName: string;
  productNameEn: string;
  cut: Cut;
}

/** What the workshop has packed since a day, by name then cut. */
export async function listMadeProducts(
  db: Kysely<Database>,
  { legumerieId, since }: { legumerieId: Id; since: IsoDate },
): Promise<MadeProduct[]> {
  const rows = await db
    .selectFrom("legumerie_outputs")
    .innerJoin("products", "products.id", "legumerie_outputs.product_id")
    .select([
      "products.id as productId",
      "products.name as productName",
      "products.name_en as productNameEn",
      "legumerie_outputs.cut",
    ])
    .where("legumerie_outputs.legumerie_id", "=", legumerieId)
    .where("legumerie_outputs.packed_on", ">=", since)
    .groupBy(["products.id", "products.name", "products.name_en", "products.search", "legumerie_outputs.cut"])
    .orderBy("products.search")
    .orderBy("legumerie_outputs.cut")
    .execute();
  return rows.map((row) => ({ ...row, cut: row.cut as Cut }));
}

/** A price a canteen paid: ten-thousandths of a euro a kilo, HT. */
export interface PaidPrice {
  canteenId: Id;
  productId: Id;
  cut: Cut;
  unitPriceHtE4: number;
}

/** The last price each canteen, or only that one, paid the workshop for each product and cut. */
export async function listPaidPrices(
  db: Kysely<Database>,
  { canteenId, legumerieId }: { canteenId: Id | null; legumerieId: Id },
): Promise<PaidPrice[]> {
  let paid = db
    .selectFrom("legumerie_deliveries as deliveries")
    .innerJoin("order_lines as lines", (join) =>
      join
        .onRef("lines.canteen_id", "=", "deliveries.canteen_id")
        .onRef("lines.id", "=", "deliveries.line_id"),
    )
    .innerJoin("legumerie_outputs as outputs", (join) =>
      join
        .onRef("outputs.legumerie_id", "=", "deliveries.legumerie_id")
        .onRef("outputs.id", "=", "deliveries.output_id"),
    )
    .select([
      "deliveries.canteen_id",
      "outputs.product_id",
      "outputs.cut",
      "lines.unit_price_ht_e4",
      sql<number>`row_number() over (partition by deliveries.canteen_id, outputs.product_id, outputs.cut
        order by deliveries.delivered_on desc, deliveries.id desc)`.as("recency"),
    ])
    .where("deliveries.legumerie_id", "=", legumerieId)
    .where("lines.unit", "=", "KG")
    .where("lines.unit_price_ht_e4", "is not", null);
  if (canteenId !== null) paid = paid.where("deliveries.canteen_id", "=", canteenId);
  const rows = await db
    .selectFrom(paid.as("ranked"))
    .selectAll()
    .where("recency", "=", 1)
    .orderBy("canteen_id")
    .orderBy("product_id")
    .orderBy("cut")
    .execute();
  return rows.map((row) => ({
    canteenId: row.canteen_id,
    productId: row.product_id,
    cut: row.cut as Cut,
    unitPriceHtE4: row.unit_price_ht_e4 ?? 0,
  }));
}
