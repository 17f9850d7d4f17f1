import type { Transaction } from "kysely";
import type { Database } from "../../db/database.ts";
import { appendAudit } from "../../db/queries/audit.ts";
import { addToCells } from "../../db/queries/cells.ts";
import { listInvoicesBehindOrder } from "../../db/queries/invoice-orders.ts";
import { listOrderLines, upsertOrderLines } from "../../db/queries/order-lines.ts";
import { findOrder, updateOrder } from "../../db/queries/orders.ts";
import type { OrderLinesTable } from "../../db/tables/order-lines.ts";
import type { OrdersTable } from "../../db/tables/orders.ts";
import { inTransaction, lockCanteen } from "../../db/transaction.ts";
import type { Id } from "../../shared/ids.ts";
import type { ActionContext } from "../action-context.ts";
import { AppError } from "../app-error.ts";
import { cellDifferences } from "./cell-differences.ts";
import { readFrozenYears, refuseFrozen } from "./frozen-years.ts";
import { isCounted } from "./line-rows.ts";
import { auditedOrder } from "./save-order.ts";

interface OrderKey {
  canteenId: Id;
  orderId: Id;
}

/**
 * Takes the order out of every list and figure; `restoreOrder` brings it back whole. Done twice, it is done once.
 * FROZEN_YEAR: it counts in a year that was declared.
 */
export function deleteOrder(ctx: ActionContext, key: OrderKey): Promise<{ version: number }> {
  return inTransaction(ctx.db, (trx) => deleteOrderIn(ctx, trx, key));
}

/** `deleteOrder` within a transaction. */
export function deleteOrderIn(
  ctx: ActionContext,
  trx: Transaction<Database>,
  key: OrderKey,
): Promise<{ version: number }> {
  return moveOrder(ctx, trx, key, "deleted");
}

/** Undoes `deleteOrder`. ORDER_OF_INVOICE: its lines are an invoice's, which holds them elsewhere or will. */
export function restoreOrder(ctx: ActionContext, key: OrderKey): Promise<{ version: number }> {
  return inTransaction(ctx.db, async (trx) => {
    await lockCanteen(trx, ctx.engine, key.canteenId);
    await refuseTwice(trx, key);
    return await restoreOrderIn(ctx, trx, key);
  });
}

/** `restoreOrder` within a transaction, whatever its invoices are. */
export function restoreOrderIn(
  ctx: ActionContext,
  trx: Transaction<Database>,
  key: OrderKey,
): Promise<{ version: number }> {
  return moveOrder(ctx, trx, key, "restored");
}

/** An order that an invoice made, or settled, and no longer holds: what the invoice says must not count beside it. */
async function refuseTwice(trx: Transaction<Database>, key: OrderKey): Promise<void> {
  const stored = await findOrder(trx, key);
  if (stored === undefined || stored.deleted_at === null) return;
  const invoices = await listInvoicesBehindOrder(trx, key);
  if (invoices.length === 0 || invoices.some(({ holds }) => holds)) return;
  const isInvoices = invoices.some(({ made, recorded }) => made || recorded) || stored.status === "INVOICED";
  if (isInvoices) throw new AppError("ORDER_OF_INVOICE");
}

async function moveOrder(
  ctx: ActionContext,
  trx: Transaction<Database>,
  key: OrderKey,
  action: "deleted" | "restored",
): Promise<{ version: number }> {
  await lockCanteen(trx, ctx.engine, key.canteenId);
  const stored = await findOrder(trx, key);
  if (stored === undefined) throw new AppError("NOT_FOUND");
  if ((stored.deleted_at !== null) === (action === "deleted")) return { version: stored.version };
  const deletedAt = action === "deleted" ? ctx.now : null;
  const row: OrdersTable = {
    ...stored,
    deleted_at: deletedAt,
    version: stored.version + 1,
    updated_at: ctx.now,
  };
  const before = await listOrderLines(trx, key);
  const after: OrderLinesTable[] = before.map((line) => ({
    ...line,
    counted: isCounted(row, line.family) ? 1 : 0,
  }));
  refuseFrozen([...before, ...after], await readFrozenYears(trx, key.canteenId));
  await updateOrder(trx, row);
  if (!(await upsertOrderLines(trx, after))) throw new AppError("CONFLICT");
  await addToCells(trx, key.canteenId, cellDifferences(before, after));
  await appendAudit(trx, ctx, {
    stream: key.canteenId,
    noun: "orders",
    nounId: key.orderId,
    action,
    before: auditedOrder(stored, before),
    after: auditedOrder(row, after),
  });
  return { version: row.version };
}
