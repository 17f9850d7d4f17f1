import type { Transaction } from "kysely";
import type { Database } from "../../db/database.ts";
import { fromJsonText } from "../../db/json.ts";
import { appendAudit } from "../../db/queries/audit.ts";
import { listInvoiceOrders, undoInvoiceOrders } from "../../db/queries/invoice-orders.ts";
import { deleteInvoice, deleteInvoiceLines, findInvoice, updateInvoice } from "../../db/queries/invoices.ts";
import { findOrder } from "../../db/queries/orders.ts";
import type { InvoiceOrdersTable } from "../../db/tables/invoice-orders.ts";
import type { InvoicesTable } from "../../db/tables/invoices.ts";
import { inTransaction, lockCanteen } from "../../db/transaction.ts";
import type { Id } from "../../shared/ids.ts";
import type { Order } from "../../shared/orders.ts";
import type { ActionContext } from "../action-context.ts";
import { AppError } from "../app-error.ts";
import { deleteOrderIn, restoreOrderIn } from "./delete-order.ts";
import { auditedInvoice } from "./open-invoice.ts";
import { saveOrderIn } from "./save-order.ts";

interface InvoiceKey {
  canteenId: Id;
  invoiceId: Id;
}

/**
 * Takes back what recording wrote: the order it made is deleted, the orders it answered to are as before. What was
 * remembered stays. Done twice, it is done once. CONFLICT: one of them has changed since.
 */
export function unrecordInvoice(ctx: ActionContext, key: InvoiceKey): Promise<{ unrecorded: boolean }> {
  return inTransaction(ctx.db, async (trx) => {
    await lockCanteen(trx, ctx.engine, key.canteenId);
    const row = await findInvoice(trx, key);
    if (row === undefined) throw new AppError("NOT_FOUND");
    if (row.state !== "RECORDED" || row.order_id === null) return { unrecorded: false };
    for (const held of await listInvoiceOrders(trx, key)) await takeBack(trx, ctx, held);
    await undoInvoiceOrders(trx, key, ctx.now);
    const after: InvoicesTable = {
      ...row,
      state: "REVIEW",
      difference_cents: null,
      order_id: null,
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
  held: InvoiceOrdersTable,
): Promise<void> {
  const key = { canteenId: held.canteen_id, orderId: held.order_id };
  const order = await findOrder(trx, key);
  if (order === undefined) return;
  const before = held.order_before === null ? null : fromJsonText<Order>(held.order_before);
  if (order.deleted_at !== null) {
    // Deleted as the invoice left it: were it restored, it comes back without what the invoice said.
    const untouched = order.version === held.order_version + 1;
    if (before !== null && untouched) await saveDeleted(trx, ctx, { key, before });
    return;
  }
  if (order.version !== held.order_version) throw new AppError("CONFLICT");
  if (before === null) await deleteOrderIn(ctx, trx, key);
  else await saveOrderIn(trx, ctx, { ...key, order: { ...before, version: order.version } });
}

async function saveDeleted(
  trx: Transaction<Database>,
  ctx: ActionContext,
  { key, before }: { key: { canteenId: Id; orderId: Id }; before: Order },
): Promise<void> {
  const { version } = await restoreOrderIn(ctx, trx, key);
  await saveOrderIn(trx, ctx, { canteenId: key.canteenId, order: { ...before, version } });
  await deleteOrderIn(ctx, trx, key);
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
