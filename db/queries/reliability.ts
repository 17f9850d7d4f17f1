import type { Kysely } from "kysely";
import { sql } from "kysely";
import type { IsoDate } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import type { Reliability } from "../../shared/reliability.ts";
import type { Database } from "../database.ts";

export interface ReliabilityFilter {
  supplierIds: readonly Id[];
  canteenIds: readonly Id[];
  /** Days of delivery, both included. */
  from: IsoDate;
  to: IsoDate;
}

/** HT cents of a quantity at the order's price, by integer division: the same in both engines. */
function centsOf(quantity: "quantity_milli" | "kept") {
  const milli = quantity === "kept" ? sql`coalesce(received_milli, quantity_milli)` : sql`quantity_milli`;
  return sql<number>`(${milli} * unit_price_ht_e4 + 50000) / 100000`;
}

/** How each supplier delivered those canteens, by supplier; one without a reception is left out. */
export async function listReliability(
  db: Kysely<Database>,
  filter: ReliabilityFilter,
): Promise<(Reliability & { supplierId: Id })[]> {
  if (filter.supplierIds.length === 0 || filter.canteenIds.length === 0) return [];
  const orders = await receivedOrders(db, filter)
    .select((eb) => [
      "orders.supplier_id as supplierId",
      eb.fn.countAll<number>().as("orders"),
      eb.fn.count<number>("orders.expected_on").as("dated"),
      sql<number>`count(case when delivered_on > expected_on then 1 end)`.as("late"),
    ])
    .groupBy("orders.supplier_id")
    .orderBy("orders.supplier_id")
    .execute();
  const lines = await receivedOrders(db, filter)
    .innerJoin("order_lines", (join) =>
      join
        .onRef("order_lines.canteen_id", "=", "orders.canteen_id")
        .onRef("order_lines.order_id", "=", "orders.id"),
    )
    .where("order_lines.quantity_milli", ">", 0)
    .select((eb) => [
      "orders.supplier_id as supplierId",
      eb.fn.countAll<number>().as("lines"),
      sql<number>`count(case when received_milli < quantity_milli then 1 end)`.as("short"),
      sql<number>`count(case when refusal_reason <> 'NOT_DELIVERED' then 1 end)`.as("refused"),
      sql<number | null>`sum(case when unit_price_ht_e4 > 0 then ${centsOf("quantity_milli")} end)`.as(
        "ordered",
      ),
      sql<number | null>`sum(case when unit_price_ht_e4 > 0 then ${centsOf("kept")} end)`.as("kept"),
    ])
    .groupBy("orders.supplier_id")
    .execute();
  const bySupplier = new Map(lines.map((row) => [row.supplierId, row]));
  return orders.map(({ supplierId, orders: count, dated, late }) => {
    const sums = bySupplier.get(supplierId);
    return {
      supplierId,
      orders: count,
      lines: sums?.lines ?? 0,
      shortLines: sums?.short ?? 0,
      refusedLines: sums?.refused ?? 0,
      served: { numerator: sums?.kept ?? 0, denominator: sums?.ordered ?? 0 },
      late: { numerator: late, denominator: dated },
    };
  });
}

/** Orders placed here and then received; an import and an invoice say nothing of an arrival. */
function receivedOrders(db: Kysely<Database>, { supplierIds, canteenIds, from, to }: ReliabilityFilter) {
  return db
    .selectFrom("orders")
    .where("orders.supplier_id", "in", [...supplierIds])
    .where("orders.canteen_id", "in", [...canteenIds])
    .where("orders.kind", "=", "ORDER")
    .where("orders.status", "in", ["RECEIVED", "INVOICED"])
    .where("orders.delivered_on", ">=", from)
    .where("orders.delivered_on", "<=", to)
    .where("orders.import_id", "is", null)
    .where("orders.deleted_at", "is", null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom("invoice_orders")
            .select("invoice_orders.order_id")
            .whereRef("invoice_orders.canteen_id", "=", "orders.canteen_id")
            .whereRef("invoice_orders.order_id", "=", "orders.id")
            .where("invoice_orders.order_before", "is", null),
        ),
      ),
    );
}
