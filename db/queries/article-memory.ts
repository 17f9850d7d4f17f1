import type { Kysely } from "kysely";
import { sql } from "kysely";
import type { IsoDate } from "../../shared/facts.ts";
import type { Family } from "../../shared/families.ts";
import type { Id } from "../../shared/ids.ts";
import type { Unit } from "../../shared/quantity.ts";
import type { Database } from "../database.ts";
import { executeForIds } from "../prepared.ts";

/** The last line on which a canteen bought an article. */
export interface LastPurchase {
  offerId: Id;
  date: IsoDate;
  /** Ten-thousandths of a euro per unit, HT; null: only an amount was known. */
  unitPriceHtE4: number | null;
  unit: Unit | null;
  unitGrams: number | null;
  /** Thousandths of the unit; null: not known. */
  quantityMilli: number | null;
}

/** For each article of the supplier that the canteen has bought, its last line that is not a draft; by article. */
export async function listLastPurchases(
  db: Kysely<Database>,
  { canteenId, supplierId }: { canteenId: Id; supplierId: Id },
): Promise<LastPurchase[]> {
  const ranked = db
    .selectFrom("order_lines")
    .select(["offer_id", "counted_on", "unit_price_ht_e4", "unit", "unit_grams", "quantity_milli"])
    .select(
      sql<number>`row_number() over (partition by offer_id order by counted_on desc, id desc)`.as("recency"),
    )
    .where("canteen_id", "=", canteenId)
    .where("supplier_id", "=", supplierId)
    .where("offer_id", "is not", null)
    // Lines are found by their article, not by their supplier.
    .where(
      "offer_id",
      "in",
      db.selectFrom("offers").select("offers.id").where("offers.supplier_id", "=", supplierId),
    )
    .where("counted", "=", 1)
    .where("amount_ht_cents", ">", 0);
  const rows = await db
    .selectFrom(ranked.as("ranked"))
    .selectAll()
    .where("recency", "=", 1)
    .orderBy("offer_id")
    .execute();
  return rows.flatMap((row) =>
    row.offer_id === null
      ? []
      : {
          offerId: row.offer_id,
          date: row.counted_on,
          unitPriceHtE4: row.unit_price_ht_e4,
          unit: row.unit as Unit | null,
          unitGrams: row.unit_grams,
          quantityMilli: row.quantity_milli,
        },
  );
}

/** Of these article ids, how many are the supplier's. */
export async function countOffersOf(
  db: Kysely<Database>,
  { supplierId, offerIds }: { supplierId: Id; offerIds: readonly Id[] },
): Promise<number> {
  const counts = await executeForIds(db, {
    name: "count articles of a supplier",
    ids: offerIds,
    asked: { supplierId },
    build: (ids, asked) =>
      db
        .selectFrom("offers")
        .select((eb) => eb.fn.countAll<number>().as("count"))
        .where("supplier_id", "=", asked.supplierId)
        .where("id", "in", ids),
  });
  return counts.reduce((sum, { count }) => sum + count, 0);
}

/** The family under which a canteen last bought a description. */
export interface BoughtFamily {
  supplierId: Id;
  /** searchKey of the description. */
  search: string;
  family: Family;
}

/**
 * Every description that the canteen bought, by supplier, with each family it had; the latest purchase last. Without
 * « other »: it is also what was written when nobody knew.
 */
export async function listBoughtFamilies(db: Kysely<Database>, canteenId: Id): Promise<BoughtFamily[]> {
  const rows = await db
    .selectFrom("order_lines")
    .select(["supplier_id", "search", "family"])
    .where("canteen_id", "=", canteenId)
    .where("counted", "=", 1)
    .where("family", "!=", "AUTRES" satisfies Family)
    .groupBy(["supplier_id", "search", "family"])
    .orderBy((eb) => eb.fn.max("counted_on"))
    .orderBy((eb) => eb.fn.max("id"))
    .execute();
  return rows.map((row) => ({
    supplierId: row.supplier_id,
    search: row.search,
    family: row.family as Family,
  }));
}
