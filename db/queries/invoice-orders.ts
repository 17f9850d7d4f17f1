import type { Kysely } from "kysely";
import type { IsoDate } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import type { Database } from "../database.ts";
import type { OrdersTable } from "../tables/orders.ts";

/**
 * Orders of the supplier that an invoice may answer to: ordered or received between two days (both included), not
 * invoiced nor deleted, latest first; at most `limit`.
 */
export function listOpenOrders(
  db: Kysely<Database>,
  { canteenId, supplierId, from, to }: { canteenId: Id; supplierId: Id; from: IsoDate; to: IsoDate },
  limit: number,
): Promise<OrdersTable[]> {
  return db
    .selectFrom("orders")
    .selectAll()
    .where("canteen_id", "=", canteenId)
    .where("supplier_id", "=", supplierId)
    .where("kind", "=", "ORDER")
    .where("status", "in", ["ORDERED", "RECEIVED"])
    .where("deleted_at", "is", null)
    .where("ordered_on", ">=", from)
    .where("ordered_on", "<=", to)
    .orderBy("ordered_on", "desc")
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
}
