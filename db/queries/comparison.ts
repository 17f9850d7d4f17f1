import type { Kysely } from "kysely";
import { sql } from "kysely";
import type { LineCategory } from "../../shared/categories.ts";
import type { IsoDate, IsoMonth } from "../../shared/facts.ts";
import type { Family } from "../../shared/families.ts";
import type { Id } from "../../shared/ids.ts";
import type { FigureCell } from "../../shared/indicators/shares.ts";
import type { Database } from "../database.ts";
import { searchPatterns } from "../search-patterns.ts";
import type { OrderLinesTable } from "../tables/order-lines.ts";
import { countSuppliersOfProduct } from "./offers.ts";

/** Lines of some products, bought by these canteens since a day. */
export interface PricedLineFilter {
  productIds: readonly Id[];
  canteenIds: readonly Id[];
  from: IsoDate;
}

export interface SupplierPrices {
  productId: Id;
  supplierId: Id;
  lines: number;
  canteens: number;
  /** HT cents per kilogram, rounded half up. */
  minCentsPerKg: number;
  maxCentsPerKg: number;
}

/** HT cents per kilogram of one line, rounded half up, by integer division: the same in both engines. */
const CENTS_PER_KG = sql<number>`(amount_ht_cents * 2000 + weight_grams) / (weight_grams * 2)`;

/** Number, canteens and range of the priced lines of each product at each supplier, in no promised order. Credit notes are no price. */
export async function listSupplierPrices(
  db: Kysely<Database>,
  filter: PricedLineFilter,
): Promise<SupplierPrices[]> {
  if (filter.canteenIds.length === 0 || filter.productIds.length === 0) return [];
  const rows = await pricedLines(db, filter)
    .select((eb) => [
      // Filtered by it: no line here is without.
      eb.ref("product_id").$notNull().as("productId"),
      "supplier_id as supplierId",
      eb.fn.countAll<number>().as("lines"),
      eb.fn.count<number>("canteen_id").distinct().as("canteens"),
      eb.fn.min(CENTS_PER_KG).as("minCentsPerKg"),
      eb.fn.max(CENTS_PER_KG).as("maxCentsPerKg"),
    ])
    .groupBy(["product_id", "supplier_id"])
    .execute();
  return rows;
}

/** The latest priced line of each product at each supplier, whole; by product and supplier. */
export async function listLastPricedLines(
  db: Kysely<Database>,
  filter: PricedLineFilter,
): Promise<OrderLinesTable[]> {
  if (filter.canteenIds.length === 0 || filter.productIds.length === 0) return [];
  const ranked = pricedLines(db, filter)
    .selectAll()
    .select(
      sql<number>`row_number() over (partition by product_id, supplier_id order by counted_on desc, id desc)`.as(
        "recency",
      ),
    );
  const rows = await db
    .selectFrom(ranked.as("ranked"))
    .selectAll()
    .where("recency", "=", 1)
    .orderBy("product_id")
    .orderBy("supplier_id")
    .execute();
  return rows.map(({ recency: _recency, ...line }) => line);
}

/** HT cents and grams of the priced lines by product, supplier and month, oldest first. */
export async function listPriceHistory(
  db: Kysely<Database>,
  filter: PricedLineFilter,
): Promise<PricedMonth[]> {
  if (filter.canteenIds.length === 0 || filter.productIds.length === 0) return [];
  return await pricedLines(db, filter)
    .select((eb) => [
      eb.ref("product_id").$notNull().as("productId"),
      "supplier_id as supplierId",
      "month",
      eb.fn.sum<number>("amount_ht_cents").as("amountCents"),
      eb.fn.sum<number>("weight_grams").as("weightGrams"),
    ])
    .groupBy(["product_id", "supplier_id", "month"])
    .orderBy("product_id")
    .orderBy("supplier_id")
    .orderBy("month")
    .execute();
}

/** What one canteen bought of products by weight since a month, credit notes taken away, as cells without supplier. */
export async function listProductCells(
  db: Kysely<Database>,
  { canteenId, productIds, fromMonth, toMonth }: ProductCellFilter,
): Promise<ProductCell[]> {
  if (productIds.length === 0) return [];
  const rows = await db
    .selectFrom("order_lines")
    .select((eb) => [
      eb.ref("product_id").$notNull().as("productId"),
      "family",
      "strict_category as strictCategory",
      "declared_category as declaredCategory",
      "marks",
      eb.fn.sum<number>("amount_ht_cents").as("amountCents"),
      eb.fn.sum<number>("weight_grams").as("weightGrams"),
      eb.fn.countAll<number>().as("lines"),
    ])
    .where("product_id", "in", [...productIds])
    .where("canteen_id", "=", canteenId)
    .where("counted", "=", 1)
    .where("weight_grams", "is not", null)
    .where("month", ">=", fromMonth)
    .where("month", "<=", toMonth)
    .groupBy(["product_id", "family", "strict_category", "declared_category", "marks"])
    .execute();
  return rows.map((row) => ({
    ...row,
    family: row.family as Family,
    strictCategory: row.strictCategory as LineCategory,
    declaredCategory: row.declaredCategory as LineCategory,
    weighedCents: row.amountCents,
  }));
}

/** A cell of one product, with its lines. */
export interface ProductCell extends FigureCell {
  productId: Id;
  lines: number;
}

/** What was paid for what was weighed in one month. */
export interface PricedMonth {
  productId: Id;
  supplierId: Id;
  month: IsoMonth;
  amountCents: number;
  weightGrams: number;
}

export interface ProductCellFilter {
  canteenId: Id;
  productIds: readonly Id[];
  fromMonth: IsoMonth;
  toMonth: IsoMonth;
}

/** One product to compare. */
export interface ComparableProduct {
  id: Id;
  name: string;
  nameEn: string;
  family: Family | null;
  /** Suppliers with an article in use. */
  suppliers: number;
  /** What the canteen spent on it since the month, HT cents; null: nothing. */
  amountCents: number | null;
}

/** Products in use that the words name: those the canteen spends most on first, then by name; at most `limit`. */
export async function listComparableProducts(
  db: Kysely<Database>,
  {
    canteenId,
    search,
    fromMonth,
    limit,
  }: { canteenId: Id; search: string; fromMonth: IsoMonth; limit: number },
): Promise<ComparableProduct[]> {
  const bought = db
    .selectFrom("order_lines")
    .select((eb) => ["product_id", eb.fn.sum<number>("amount_ht_cents").as("amount")])
    .where("canteen_id", "=", canteenId)
    .where("month", ">=", fromMonth)
    .where("counted", "=", 1)
    .groupBy("product_id");
  let query = db
    .selectFrom("products")
    .leftJoin(bought.as("bought"), "bought.product_id", "products.id")
    .where("products.active", "=", 1);
  for (const pattern of searchPatterns(search)) query = query.where("products.search", "like", pattern);
  const rows = await query
    .select(["products.id", "products.name", "products.name_en as nameEn", "products.family"])
    .select("bought.amount as amountCents")
    .select((eb) => countSuppliersOfProduct(eb))
    .orderBy((eb) => eb.fn.coalesce("bought.amount", eb.lit(0)), "desc")
    .orderBy("products.search")
    .orderBy("products.id")
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, family: row.family as Family | null, suppliers: row.suppliers ?? 0 }));
}

function pricedLines(db: Kysely<Database>, { productIds, canteenIds, from }: PricedLineFilter) {
  return db
    .selectFrom("order_lines")
    .where("product_id", "in", [...productIds])
    .where("canteen_id", "in", [...canteenIds])
    .where("counted_on", ">=", from)
    .where("counted", "=", 1)
    .where("weight_grams", ">", 0)
    .where("amount_ht_cents", ">", 0);
}
