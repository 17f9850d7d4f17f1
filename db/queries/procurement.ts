import type { Kysely } from "kysely";
import type { Composition, IsoDate } from "../../shared/facts.ts";
import type { Family } from "../../shared/families.ts";
import type { Gamme } from "../../shared/gammes.ts";
import type { Id } from "../../shared/ids.ts";
import type { HomogeneousFamilyCode } from "../../shared/law/homogeneous-families.ts";
import type { ProductSpend } from "../../shared/procurement.ts";
import type { Database } from "../database.ts";

/** What these canteens spent on food by product and family of the line between two days, both included; in no promised order. */
export async function listProductSpend(
  db: Kysely<Database>,
  { canteenIds, from, to }: { canteenIds: readonly Id[]; from: IsoDate; to: IsoDate },
): Promise<ProductSpend[]> {
  if (canteenIds.length === 0) return [];
  const rows = await db
    .selectFrom("order_lines")
    .leftJoin("products", "products.id", "order_lines.product_id")
    .where("order_lines.canteen_id", "in", [...canteenIds])
    .where("order_lines.counted_on", ">=", from)
    .where("order_lines.counted_on", "<=", to)
    .where("order_lines.counted", "=", 1)
    .select((eb) => [
      "products.id as productId",
      "products.name as productName",
      "order_lines.family",
      "products.gamme",
      "products.composition",
      "products.homogeneous_family as homogeneousFamily",
      eb.fn.sum<number>("order_lines.amount_ht_cents").as("amountHtCents"),
    ])
    .groupBy([
      "products.id",
      "products.name",
      "order_lines.family",
      "products.gamme",
      "products.composition",
      "products.homogeneous_family",
    ])
    .execute();
  return rows.map((row) => ({
    ...row,
    family: row.family as Family | null,
    gamme: row.gamme as Gamme | null,
    composition: row.composition as Composition | null,
    homogeneousFamily: row.homogeneousFamily as HomogeneousFamilyCode | null,
  }));
}
