import type { Kysely, Transaction } from "kysely";
import type { Database } from "../../db/database.ts";
import { toJsonText } from "../../db/json.ts";
import { saveInvoiceOrders } from "../../db/queries/invoice-orders.ts";
import { insertInvoiceLines } from "../../db/queries/invoices.ts";
import { listOrderLines } from "../../db/queries/order-lines.ts";
import { findOrder } from "../../db/queries/orders.ts";
import type { InvoiceOrdersTable } from "../../db/tables/invoice-orders.ts";
import type { InvoicesTable } from "../../db/tables/invoices.ts";
import type { Id } from "../../shared/ids.ts";
import { answersOf, settledOrder } from "../../shared/invoices/differences.ts";
import type { KnownPurchase } from "../../shared/invoices/invoice-order.ts";
import { datesOf, lineOfPurchase } from "../../shared/invoices/invoice-order.ts";
import type { InvoiceRecord } from "../../shared/invoices/record.ts";
import type { Invoice } from "../../shared/invoices.ts";
import type { Order } from "../../shared/orders.ts";
import type { ActionContext } from "../action-context.ts";
import { AppError } from "../app-error.ts";
import { deleteOrderIn } from "./delete-order.ts";
import { orderOfRows, saveOrderIn } from "./save-order.ts";

/** The open orders that the invoice answers to, the first of them first; none: it makes its own. */
export async function storedOrders(
  db: Kysely<Database>,
  { canteenId, record }: { canteenId: Id; record: InvoiceRecord },
): Promise<Order[]> {
  const { id, match } = record.order;
  if (match === null) return [];
  const wanted = [{ id, version: match.version }, ...match.others];
  if (new Set(wanted.map((order) => order.id)).size < wanted.length)
    throw new AppError("INVALID", { field: "order" });
  const orders: Order[] = [];
  for (const one of wanted) {
    const stored = await findOrder(db, { canteenId, orderId: one.id });
    if (stored === undefined || stored.deleted_at !== null) throw new AppError("NOT_FOUND");
    const isOpen = stored.kind === "ORDER" && (stored.status === "ORDERED" || stored.status === "RECEIVED");
    if (stored.version !== one.version || stored.supplier_id !== record.supplier.id || !isOpen)
      throw new AppError("CONFLICT");
    orders.push(orderOfRows(stored, await listOrderLines(db, { canteenId, orderId: one.id })));
  }
  return orders;
}

/** What was recorded, and of what. */
export interface Recorded {
  invoice: Invoice;
  known: readonly KnownPurchase[];
  record: InvoiceRecord;
}

/** The stored orders with the figures chosen line by line, invoiced. */
export function settledOrders(before: readonly Order[], { invoice, known, record }: Recorded): Order[] {
  const theirs = known.map((one) => lineOfPurchase(one, "ORDER"));
  return answersOf(before, theirs).map(({ order, differences }) => ({
    ...settledOrder(order, differences, record.order.match?.choices ?? {}),
    status: "INVOICED",
    reference: order.reference ?? invoice.number?.slice(0, 100) ?? null,
    deliveredOn: order.deliveredOn ?? invoice.deliveredOn,
    invoicedOn: datesOf(invoice, order.orderedOn).invoicedOn ?? order.invoicedOn,
  }));
}

/** Writes the orders, and that the invoice holds them: they are as they were once it is undone. */
export async function keepOrders(
  trx: Transaction<Database>,
  ctx: ActionContext,
  { row, orders, before }: { row: InvoicesTable; orders: readonly Order[]; before: readonly Order[] },
): Promise<void> {
  const canteenId = row.canteen_id;
  const held: InvoiceOrdersTable[] = [];
  for (const [index, order] of orders.entries()) {
    const stored = before[index];
    held.push({
      canteen_id: canteenId,
      order_id: order.id,
      invoice_id: row.id,
      order_version: await saveOrderIn(trx, ctx, { canteenId, order }),
      order_before: stored === undefined ? null : toJsonText(stored),
      undone_at: null,
    });
  }
  const supplierId = orders[0]?.supplierId ?? "";
  await saveInvoiceOrders(trx, [...(await proven(trx, ctx, { row, supplierId })), ...held]);
}

/**
 * A deleted order whose proof the document was says what the invoice now says: it does not come back beside it. Nor
 * does one that still waits on somebody's device: its place is taken by a deleted order of no line.
 */
async function proven(
  trx: Transaction<Database>,
  ctx: ActionContext,
  { row, supplierId }: { row: InvoicesTable; supplierId: Id },
): Promise<InvoiceOrdersTable[]> {
  const { canteen_id: canteenId, id: invoice_id, order_id: orderId } = row;
  if (row.state !== "ATTACHED" || orderId === null) return [];
  const key = { canteenId, orderId };
  const version = (await findOrder(trx, key))?.version ?? (await takePlace(trx, ctx, { key, supplierId }));
  return [
    {
      canteen_id: canteenId,
      order_id: orderId,
      invoice_id,
      order_version: version,
      order_before: null,
      undone_at: ctx.now,
    },
  ];
}

async function takePlace(
  trx: Transaction<Database>,
  ctx: ActionContext,
  { key, supplierId }: { key: { canteenId: Id; orderId: Id }; supplierId: Id },
): Promise<number> {
  const order: Order = {
    id: key.orderId,
    version: 0,
    supplierId,
    kind: "ORDER",
    status: "DRAFT",
    reference: null,
    orderedOn: ctx.today,
    deliveredOn: null,
    expectedOn: null,
    invoicedOn: null,
    note: null,
    lines: [],
  };
  await saveOrderIn(trx, ctx, { canteenId: key.canteenId, order });
  return (await deleteOrderIn(ctx, trx, key)).version;
}

/** Lines of the orders that the invoice made, or that answer to one of its lines. */
export async function linkLines(
  trx: Transaction<Database>,
  {
    row,
    orders,
    known,
    before,
  }: {
    row: InvoicesTable;
    orders: readonly Order[];
    known: readonly KnownPurchase[];
    before: readonly Order[];
  },
): Promise<void> {
  const keys = new Map(known.map(({ lineId, purchase }) => [lineId, purchase.key]));
  const theirs = known.map((one) => lineOfPurchase(one, "ORDER"));
  const pairs = answersOf(before, theirs).flatMap(({ differences }) => differences);
  for (const { mine, theirs: line } of pairs) {
    const key = line === null ? undefined : keys.get(line.id);
    if (mine !== null && key !== undefined) keys.set(mine.id, key);
  }
  const lines = orders
    .flatMap((order) => order.lines)
    .flatMap(({ id }) => {
      const purchaseKey = keys.get(id);
      return purchaseKey === undefined ? [] : [{ orderLineId: id, purchaseKey }];
    });
  await insertInvoiceLines(trx, { canteenId: row.canteen_id, invoiceId: row.id }, lines);
}
