import type { Kysely } from "kysely";
import type { LineCategory } from "../../shared/categories.ts";
import type { IsoDate, IsoMonth } from "../../shared/facts.ts";
import type { Family } from "../../shared/families.ts";
import type { Id } from "../../shared/ids.ts";
import type { FigureCell } from "../../shared/indicators/shares.ts";
import type { Database } from "../database.ts";

export interface PathPeriod {
  canteenId: Id;
  fromMonth: IsoMonth;
  toMonth: IsoMonth;
}

/** What is bought of whom: the product and the article, as far as the lines say. */
export interface BoughtOf {
  supplierId: Id;
  /** Null: the line names no product of the catalogue. */
  productId: Id | null;
  offerId: Id | null;
}

/** What one canteen bought of an article in a month under one verdict, credit notes taken away. */
export interface BoughtCell extends BoughtOf, FigureCell {
  month: IsoMonth;
}

/** Everything the canteen bought by article, month and verdict, in no promised order. */
export async function listBoughtCells(db: Kysely<Database>, period: PathPeriod): Promise<BoughtCell[]> {
  const rows = await countedLines(db, period)
    .where("family", "is not", null)
    .select((eb) => [
      "supplier_id as supplierId",
      "product_id as productId",
      "offer_id as offerId",
      "month",
      "family",
      "strict_category as strictCategory",
      "declared_category as declaredCategory",
      "marks",
      eb.fn.sum<number>("amount_ht_cents").as("amountCents"),
      eb.fn.sum<number>(eb.fn.coalesce("weight_grams", eb.lit(0))).as("weightGrams"),
      eb.fn
        .sum<number>(eb.case().when("weight_grams", "is", null).then(0).else(eb.ref("amount_ht_cents")).end())
        .as("weighedCents"),
    ])
    .groupBy([
      "supplier_id",
      "product_id",
      "offer_id",
      "month",
      "family",
      "strict_category",
      "declared_category",
      "marks",
    ])
    .execute();
  return rows.map((row) => ({
    ...row,
    family: row.family as Family,
    strictCategory: row.strictCategory as LineCategory,
    declaredCategory: row.declaredCategory as LineCategory,
  }));
}

/** Orders in which the canteen bought the article, by month, in no promised order. */
export async function listBoughtOrders(
  db: Kysely<Database>,
  period: PathPeriod,
): Promise<(BoughtOf & { month: IsoMonth; orders: number })[]> {
  return await countedLines(db, period)
    .select((eb) => [
      "supplier_id as supplierId",
      "product_id as productId",
      "offer_id as offerId",
      "month",
      eb.fn.count<number>("order_id").distinct().as("orders"),
    ])
    .groupBy(["supplier_id", "product_id", "offer_id", "month"])
    .execute();
}

/** What these canteens paid for an article since a day: HT cents and grams of the weighed lines, by article. */
export async function listArticlePrices(
  db: Kysely<Database>,
  { canteenIds, from }: { canteenIds: readonly Id[]; from: IsoDate },
): Promise<{ offerId: Id; amountCents: number; weightGrams: number; lines: number }[]> {
  if (canteenIds.length === 0) return [];
  const rows = await db
    .selectFrom("order_lines")
    .where("canteen_id", "in", [...canteenIds])
    .where("counted", "=", 1)
    .where("counted_on", ">=", from)
    .where("offer_id", "is not", null)
    .where("weight_grams", ">", 0)
    .where("amount_ht_cents", ">", 0)
    .select((eb) => [
      "offer_id as offerId",
      eb.fn.sum<number>("amount_ht_cents").as("amountCents"),
      eb.fn.sum<number>("weight_grams").as("weightGrams"),
      eb.fn.countAll<number>().as("lines"),
    ])
    .groupBy("offer_id")
    .orderBy("offer_id")
    .execute();
  return rows.flatMap(({ offerId, ...row }) => (offerId === null ? [] : [{ offerId, ...row }]));
}

function countedLines(db: Kysely<Database>, { canteenId, fromMonth, toMonth }: PathPeriod) {
  return db
    .selectFrom("order_lines")
    .where("canteen_id", "=", canteenId)
    .where("counted", "=", 1)
    .where("month", ">=", fromMonth)
    .where("month", "<=", toMonth);
}
