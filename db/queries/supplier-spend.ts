import type { Kysely } from "kysely";
import { sql } from "kysely";
import type { IsoMonth } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import type { Database } from "../database.ts";

/** What these canteens bought from the supplier, HT cents, by civil year, latest first. */
export async function listSpendByYear(
  db: Kysely<Database>,
  { supplierId, canteenIds }: { supplierId: Id; canteenIds: readonly Id[] },
): Promise<{ year: number; amountCents: number; lines: number; canteens: number }[]> {
  if (canteenIds.length === 0) return [];
  const year = sql<string>`substr(month, 1, 4)`;
  const rows = await db
    .selectFrom("cells")
    .select((eb) => [
      year.as("year"),
      eb.fn.sum<number>("amount_cents").as("amountCents"),
      eb.fn.sum<number>("lines").as("lines"),
      eb.fn.count<number>("canteen_id").distinct().as("canteens"),
    ])
    .where("canteen_id", "in", [...canteenIds])
    .where("supplier_id", "=", supplierId)
    .groupBy(year)
    .orderBy(year, "desc")
    .execute();
  return rows.map((row) => ({ ...row, year: Number(row.year) }));
}

/** What the supplier sold to one canteen in one month. */
export interface SupplierMonth {
  canteenId: Id;
  canteenName: string;
  month: IsoMonth;
  /** HT, cents, net of credit notes. */
  amountCents: number;
  lines: number;
}

/** What these canteens bought from the supplier by canteen (by name) and month (oldest first), both ends included. */
export async function listSpendByCanteenMonth(
  db: Kysely<Database>,
  { supplierId, canteenIds, fromMonth, toMonth }: { supplierId: Id } & CanteenMonths,
): Promise<SupplierMonth[]> {
  if (canteenIds.length === 0) return [];
  return await db
    .selectFrom("cells")
    .innerJoin("canteens", "canteens.id", "cells.canteen_id")
    .where("cells.canteen_id", "in", [...canteenIds])
    .where("cells.supplier_id", "=", supplierId)
    .where("cells.month", ">=", fromMonth)
    .where("cells.month", "<=", toMonth)
    .select((eb) => [
      "cells.canteen_id as canteenId",
      "canteens.name as canteenName",
      "cells.month",
      eb.fn.sum<number>("cells.amount_cents").as("amountCents"),
      eb.fn.sum<number>("cells.lines").as("lines"),
    ])
    .groupBy(["cells.canteen_id", "canteens.name", "canteens.search", "cells.month"])
    .orderBy("canteens.search")
    .orderBy("cells.canteen_id")
    .orderBy("cells.month")
    .execute();
}

/** Everything each of these canteens bought in these months, HT cents, by canteen. */
export async function listSpendOfCanteens(
  db: Kysely<Database>,
  { canteenIds, fromMonth, toMonth }: CanteenMonths,
): Promise<Map<Id, number>> {
  if (canteenIds.length === 0) return new Map();
  const rows = await db
    .selectFrom("cells")
    .where("canteen_id", "in", [...canteenIds])
    .where("month", ">=", fromMonth)
    .where("month", "<=", toMonth)
    .select((eb) => ["canteen_id as canteenId", eb.fn.sum<number>("amount_cents").as("amountCents")])
    .groupBy("canteen_id")
    .execute();
  return new Map(rows.map((row) => [row.canteenId, row.amountCents]));
}

/** Canteens over months, both ends included. */
export interface CanteenMonths {
  canteenIds: readonly Id[];
  fromMonth: IsoMonth;
  toMonth: IsoMonth;
}
