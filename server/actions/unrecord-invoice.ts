import type { Transaction } from "kysely";
import type { Database } from "../../db/database.ts";
import { fromJsonText } from "../../db/json.ts";
import { appendAudit } from "../../db/queries/audit.ts";
import { deleteInvoice, deleteInvoiceLines, findInvoice, updateInvoice } from "../../db/queries/invoices.ts";
import { findOrder } from "../../db/queries/orders.ts";
import type { InvoicesTable } from "../../db/tables/invoices.ts";
import type { OrdersTable } from "../../db/tables/orders.ts";
import { inTransaction, lockCanteen } from "../../db/transaction.ts";
import type { Id } from "../../shared/ids.ts";
import type { Order } from "../../shared/orders.ts";
import type { ActionContext } from "../action-context.ts";
import { AppError } from "../app-error.ts";
import { deleteOrderIn } from "./delete-order.ts";
import { auditedInvoice } from "./open-invoice.ts";
import { saveOrderIn } from "./save-order.ts";

interface InvoiceKey {
  canteenId: Id;
  invoiceId: Id;
}

/**
 * Takes back what recording wrote: the order it made is deleted, the order it answered to is as before. What was
 * remembered stays. Done twice, it is done once. CONFLICT: the order has changed since.
 */
export function unrecordInvoice(ctx: ActionContext, key: InvoiceKey): Promise<{ unrecorded: boolean }> {
  return inTransaction(ctx.db, async (trx) => {
    await lockCanteen(trx, ctx.engine, key.canteenId);
    const row = await findInvoice(trx, key);
    if (row === undefined) throw new AppError("NOT_FOUND");
    if (row.state !== "RECORDED" || row.order_id === null) return { unrecorded: false };
    const order = await findOrder(trx, { canteenId: key.canteenId, orderId: row.order_id });
    // An order that somebody deleted has nothing left to take back.
    if (order !== undefined && order.deleted_at === null) await takeBack(trx, ctx, { row, order });
    const after: InvoicesTable = {
      ...row,
      state: "REVIEW",
      difference_cents: null,
      order_id: null,
      order_version: null,
      order_before: null,
      recorded_at: null,
    };
    await deleteInvoiceLines(trx, key);
    await updateInvoice(trx, after);
    await appendAudit(trx, ctx, {
      stream: key.canteenId,
      noun: "invoices",
      nounId: row.id,
      action: "unrecorded",
      before: auditedInvoice(row),
      after: auditedInvoice(after),
    });
    return { unrecorded: true };
  });
}

async function takeBack(
  trx: Transaction<Database>,
  ctx: ActionContext,
  { row, order }: { row: InvoicesTable; order: OrdersTable },
): Promise<void> {
  const canteenId = row.canteen_id;
  if (order.version !== row.order_version) throw new AppError("CONFLICT");
  if (row.order_before === null) await deleteOrderIn(ctx, trx, { canteenId, orderId: order.id });
  else {
    const before = fromJsonText<Order>(row.order_before);
    await saveOrderIn(trx, ctx, { canteenId, order: { ...before, version: order.version } });
  }
}

/** Says that a document is the proof of an order, which may be saved later; null: of none any more. */
export function attachInvoice(
  ctx: ActionContext,
  { orderId, ...key }: InvoiceKey & { orderId: Id | null },
): Promise<{ attached: boolean }> {
  return inTransaction(ctx.db, async (trx) => {
    await lockCanteen(trx, ctx.engine, key.canteenId);
    const row = await findInvoice(trx, key);
    if (row === undefined) throw new AppError("NOT_FOUND");
    if (row.state === "RECORDED") throw new AppError("CONFLICT");
    if (row.order_id === orderId) return { attached: orderId !== null };
    const after: InvoicesTable = {
      ...row,
      state: orderId === null ? "REVIEW" : "ATTACHED",
      order_id: orderId,
    };
    await updateInvoice(trx, after);
    await appendAudit(trx, ctx, {
      stream: key.canteenId,
      noun: "invoices",
      nounId: row.id,
      action: "updated",
      before: auditedInvoice(row),
      after: auditedInvoice(after),
    });
    return { attached: orderId !== null };
  });
}

/** Takes a document that nothing was recorded from off the list. Done twice, it is done once. CONFLICT: it is recorded. */
export function discardInvoice(ctx: ActionContext, key: InvoiceKey): Promise<{ discarded: boolean }> {
  return inTransaction(ctx.db, async (trx) => {
    await lockCanteen(trx, ctx.engine, key.canteenId);
    const row = await findInvoice(trx, key);
    if (row === undefined) return { discarded: false };
    if (row.state === "RECORDED") throw new AppError("CONFLICT");
    await deleteInvoice(trx, key);
    await appendAudit(trx, ctx, {
      stream: key.canteenId,
      noun: "invoices",
      nounId: row.id,
      action: "deleted",
      before: auditedInvoice(row),
      after: null,
    });
    return { discarded: true };
  });
}
