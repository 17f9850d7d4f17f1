import type { Kysely } from "kysely";
import { sql } from "kysely";
import type { Cell } from "../../shared/cells.ts";
import type { Family } from "../../shared/families.ts";
import type { Id } from "../../shared/ids.ts";
import type { Database } from "../database.ts";
import type { CellFilter } from "./cells.ts";

/** What social figures need of the cube. `supplierId` null: of no social mark, whoever sold. */
export interface SocialSum
  extends Pick<Cell, "canteenId" | "month" | "family" | "social" | "amountCents" | "weightGrams" | "lines"> {
  supplierId: Id | null;
}

/** Cells added up whatever their categories and marks, in no promised order: one row where nothing social was bought. */
export async function sumSocialCells(db: Kysely<Database>, filter: CellFilter): Promise<SocialSum[]> {
  const { canteenIds, fromMonth, toMonth, narrowed } = filter;
  if (canteenIds.length === 0) return [];
  const { family, supplier } = narrowed ?? {};
  const seller = sql<string | null>`case when social = 0 then null else supplier_id end`;
  const rows = await db
    .selectFrom("cells")
    .where("canteen_id", "in", [...canteenIds])
    .$if(fromMonth !== null, (qb) => qb.where("month", ">=", fromMonth ?? ""))
    .$if(toMonth !== null, (qb) => qb.where("month", "<=", toMonth ?? ""))
    .$if(family !== undefined, (qb) => qb.where("family", "=", family ?? ""))
    .$if(supplier !== undefined, (qb) => qb.where("supplier_id", "=", supplier ?? ""))
    .select(["canteen_id", "month", "family", "social", seller.as("supplier_id")])
    .select(({ fn }) => [
      fn.sum<number>("amount_cents").as("amount_cents"),
      fn.sum<number>("weight_grams").as("weight_grams"),
      fn.sum<number>("lines").as("lines"),
    ])
    .groupBy(["canteen_id", "month", "family", "social", seller])
    .execute();
  return rows.map((row) => ({
    canteenId: row.canteen_id,
    month: row.month,
    family: row.family as Family,
    social: row.social,
    supplierId: row.supplier_id,
    amountCents: row.amount_cents,
    weightGrams: row.weight_grams,
    lines: row.lines,
  }));
}
