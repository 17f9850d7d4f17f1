import type { Kysely } from "kysely";
import type { LineCategory } from "../../shared/categories.ts";
import type { IsoMonth } from "../../shared/facts.ts";
import type { Family } from "../../shared/families.ts";
import type { FigureCell } from "../../shared/indicators/shares.ts";
import type { Database } from "../database.ts";
import type { CellFilter } from "./cells.ts";

/** A cell without its canteen and supplier: what rates by month are made of. */
export interface MonthCell extends FigureCell {
  month: IsoMonth;
}

/** The cube of these canteens added up over canteens and suppliers, in no promised order. */
export async function listMonthCells(db: Kysely<Database>, filter: CellFilter): Promise<MonthCell[]> {
  if (filter.canteenIds.length === 0) return [];
  let query = db.selectFrom("cells").where("canteen_id", "in", [...filter.canteenIds]);
  if (filter.fromMonth !== null) query = query.where("month", ">=", filter.fromMonth);
  if (filter.toMonth !== null) query = query.where("month", "<=", filter.toMonth);
  const rows = await query
    .select((eb) => [
      "month",
      "family",
      "strict_category as strictCategory",
      "declared_category as declaredCategory",
      "marks",
      eb.fn.sum<number>("amount_cents").as("amountCents"),
      eb.fn.sum<number>("weight_grams").as("weightGrams"),
      eb.fn.sum<number>("weighed_cents").as("weighedCents"),
    ])
    .groupBy(["month", "family", "strict_category", "declared_category", "marks"])
    .execute();
  return rows.map((row) => ({
    ...row,
    family: row.family as Family,
    strictCategory: row.strictCategory as LineCategory,
    declaredCategory: row.declaredCategory as LineCategory,
  }));
}
