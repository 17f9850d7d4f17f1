import type { Kysely } from "kysely";
import type { IsoDate, IsoInstant } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import type { Database } from "../database.ts";
import type { InvoiceOrdersTable } from "../tables/invoice-orders.ts";
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

/** Notes which orders an invoice made or settled; one it had settled before is noted anew. */
export async function saveInvoiceOrders(
  db: Kysely<Database>,
  rows: readonly InvoiceOrdersTable[],
): Promise<void> {
  if (rows.length === 0) return;
  await db
    .insertInto("invoice_orders")
    .values([...rows])
    .onConflict((conflict) =>
      conflict.columns(["canteen_id", "order_id", "invoice_id"]).doUpdateSet((eb) => ({
        order_version: eb.ref("excluded.order_version"),
        order_before: eb.ref("excluded.order_before"),
        undone_at: eb.ref("excluded.undone_at"),
      })),
    )
    .execute();
}

/** Orders that an invoice holds, by order id. */
export function listInvoiceOrders(
  db: Kysely<Database>,
  key: { canteenId: Id; invoiceId: Id },
): Promise<InvoiceOrdersTable[]> {
  return db
    .selectFrom("invoice_orders")
    .selectAll()
    .where("canteen_id", "=", key.canteenId)
    .where("invoice_id", "=", key.invoiceId)
    .where("undone_at", "is", null)
    .orderBy("order_id")
    .execute();
}

/** Says that recording an invoice was undone: it holds no order any more. */
export async function undoInvoiceOrders(
  db: Kysely<Database>,
  key: { canteenId: Id; invoiceId: Id },
  at: IsoInstant,
): Promise<void> {
  await db
    .updateTable("invoice_orders")
    .set({ undone_at: at })
    .where("canteen_id", "=", key.canteenId)
    .where("invoice_id", "=", key.invoiceId)
    .where("undone_at", "is", null)
    .execute();
}

/** All that invoices ever did to an order, with whether each is recorded now, by invoice id. */
export async function listInvoicesBehindOrder(
  db: Kysely<Database>,
  { canteenId, orderId }: { canteenId: Id; orderId: Id },
): Promise<{ holds: boolean; made: boolean; recorded: boolean }[]> {
  const rows = await db
    .selectFrom("invoice_orders")
    .leftJoin("invoices", (join) =>
      join
        .onRef("invoices.canteen_id", "=", "invoice_orders.canteen_id")
        .onRef("invoices.id", "=", "invoice_orders.invoice_id"),
    )
    .select(["invoice_orders.order_before", "invoice_orders.undone_at", "invoices.state"])
    .where("invoice_orders.canteen_id", "=", canteenId)
    .where("invoice_orders.order_id", "=", orderId)
    .orderBy("invoice_orders.invoice_id")
    .execute();
  return rows.map((row) => ({
    holds: row.undone_at === null,
    made: row.order_before === null,
    recorded: row.state === "RECORDED",
  }));
}
