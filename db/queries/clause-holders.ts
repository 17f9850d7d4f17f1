import type { Kysely } from "kysely";
import type { IsoMonth } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import type { MonthRange } from "../../shared/periods.ts";
import type { Database } from "../database.ts";

/** Hours of one month done under the clauses of the lots that one supplier holds from one organisation. */
export interface ClauseHolderHours {
  organisationId: Id;
  supplierId: Id;
  name: string;
  month: IsoMonth;
  /** Hundredths of an hour. */
  hoursE2: number;
}

/** The hours of the organisations of these canteens, by holder of the directory and month; holders of no canteen too. */
export async function listClauseHolders(
  db: Kysely<Database>,
  { canteenIds, fromMonth, toMonth }: MonthRange & { canteenIds: readonly Id[] },
): Promise<ClauseHolderHours[]> {
  if (canteenIds.length === 0) return [];
  const rows = await db
    .selectFrom("clause_hours as h")
    .innerJoin("clauses as c", "c.id", "h.clause_id")
    .innerJoin("awarded_lots as l", "l.id", "c.lot_id")
    .innerJoin("suppliers as s", "s.id", "l.supplier_id")
    .select(["h.organisation_id", "s.id", "s.name", "h.month"])
    .select(({ fn }) => fn.sum<number>("h.hours_e2").as("hours_e2"))
    .where("h.organisation_id", "in", (qb) =>
      qb
        .selectFrom("canteens")
        .select("organisation_id")
        .where("id", "in", [...canteenIds]),
    )
    .where("h.month", ">=", fromMonth)
    .where("h.month", "<=", toMonth)
    .groupBy(["h.organisation_id", "s.id", "s.name", "h.month"])
    .orderBy("s.name")
    .orderBy("s.id")
    .orderBy("h.month")
    .execute();
  return rows.map((row) => ({
    organisationId: row.organisation_id,
    supplierId: row.id,
    name: row.name,
    month: row.month,
    hoursE2: row.hours_e2,
  }));
}

/** What one canteen bought from one supplier in one month. */
export interface HolderPurchase {
  organisationId: Id;
  canteenId: Id;
  supplierId: Id;
  month: IsoMonth;
  /** As far as weights are known. */
  grams: number;
  /** HT, cents, signed. */
  amountCents: number;
}

/** Purchases of every canteen of these organisations from these suppliers, in no promised order. */
export async function sumHolderPurchases(
  db: Kysely<Database>,
  asked: MonthRange & { organisationIds: readonly Id[]; supplierIds: readonly Id[] },
): Promise<HolderPurchase[]> {
  if (asked.organisationIds.length === 0 || asked.supplierIds.length === 0) return [];
  const rows = await db
    .selectFrom("canteens")
    .innerJoin("cells", "cells.canteen_id", "canteens.id")
    .select(["canteens.organisation_id", "cells.canteen_id", "cells.supplier_id", "cells.month"])
    .select(({ fn }) => [
      fn.sum<number>("cells.weight_grams").as("weight_grams"),
      fn.sum<number>("cells.amount_cents").as("amount_cents"),
    ])
    .where("canteens.organisation_id", "in", [...asked.organisationIds])
    .where("cells.supplier_id", "in", [...asked.supplierIds])
    .where("cells.month", ">=", asked.fromMonth)
    .where("cells.month", "<=", asked.toMonth)
    .groupBy(["canteens.organisation_id", "cells.canteen_id", "cells.supplier_id", "cells.month"])
    .execute();
  return rows.map((row) => ({
    organisationId: row.organisation_id,
    canteenId: row.canteen_id,
    supplierId: row.supplier_id,
    month: row.month,
    grams: row.weight_grams,
    amountCents: row.amount_cents,
  }));
}
