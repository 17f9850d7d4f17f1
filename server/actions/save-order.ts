import type { Kysely, Transaction } from "kysely";
import { constraintOf } from "../../db/constraint.ts";
import type { Database } from "../../db/database.ts";
import { toJsonText } from "../../db/json.ts";
import { countOffersOf } from "../../db/queries/article-memory.ts";
import { appendAudit } from "../../db/queries/audit.ts";
import { addToCells } from "../../db/queries/cells.ts";
import { findImportOfDraft } from "../../db/queries/import-drafts.ts";
import { listInvoicesBehindOrder } from "../../db/queries/invoice-orders.ts";
import { listDeliveredLineIds } from "../../db/queries/legumerie-deliveries.ts";
import {
  deleteOrderLines,
  insertOrderLines,
  listOrderLines,
  upsertOrderLines,
} from "../../db/queries/order-lines.ts";
import { findOrder, insertOrder, updateOrder } from "../../db/queries/orders.ts";
import { insertVerdicts } from "../../db/queries/verdicts.ts";
import type { OrderLinesTable } from "../../db/tables/order-lines.ts";
import type { OrdersTable } from "../../db/tables/orders.ts";
import { inTransaction, lockCanteen } from "../../db/transaction.ts";
import type { Id } from "../../shared/ids.ts";
import type { Order, OrderIssue } from "../../shared/orders.ts";
import { checkOrder } from "../../shared/orders.ts";
import type { ActionContext } from "../action-context.ts";
import { AppError } from "../app-error.ts";
import { cellDifferences } from "./cell-differences.ts";
import { keepFrozen, readFrozenYears } from "./frozen-years.ts";
import { lineOfRow, lineRow, openLineMaking } from "./line-rows.ts";
import { loadSurroundings } from "./surroundings.ts";

/** Saved under its new version, or refused with everything that is wrong. */
export type SaveOutcome = { saved: true; version: number } | { saved: false; issues: OrderIssue[] };

/**
 * Creates or replaces an order with its lines, their verdicts and the cube, in one transaction.
 * Sending the same content again changes nothing; another content from an old version is a CONFLICT.
 * NOT_FOUND: unknown canteen, supplier, product, article, producer or commune. FROZEN_YEAR: what counts in a year that
 * was declared would change. ORDER_OF_INVOICE: a new order whose document was recorded while it was on its way.
 */
export async function saveOrder(ctx: ActionContext, canteenId: Id, order: Order): Promise<SaveOutcome> {
  const issues = checkOrder(order, ctx.today);
  if (issues.length > 0) return { saved: false, issues };
  return inTransaction(ctx.db, async (trx) => {
    await lockCanteen(trx, ctx.engine, canteenId);
    const stored = await findOrder(trx, { canteenId, orderId: order.id });
    if (order.version === 0 && stored?.deleted_at != null) await refuseLate(trx, stored);
    return { saved: true, version: await replaceOrder(trx, ctx, { canteenId, order, stored }) };
  });
}

/** `saveOrder` of an order that was checked, within a transaction that holds the canteen's lock. Returns the version. */
export async function saveOrderIn(
  trx: Transaction<Database>,
  ctx: ActionContext,
  { canteenId, order }: { canteenId: Id; order: Order },
): Promise<number> {
  const stored = await findOrder(trx, { canteenId, orderId: order.id });
  return await replaceOrder(trx, ctx, { canteenId, order, stored });
}

async function replaceOrder(
  trx: Transaction<Database>,
  ctx: ActionContext,
  { canteenId, order, stored }: { canteenId: Id; order: Order; stored: OrdersTable | undefined },
): Promise<number> {
  const before = stored === undefined ? [] : await listOrderLines(trx, { canteenId, orderId: order.id });
  if (stored !== undefined && isSameOrder(stored, before, order)) return stored.version;
  if ((stored?.version ?? 0) !== order.version || stored?.deleted_at != null) throw new AppError("CONFLICT");
  const importId =
    stored === undefined ? await findImportOfDraft(trx, { canteenId, id: order.id }) : stored.import_id;
  const row = orderRow(ctx, { canteenId, order, stored, importId });
  const after = await writeOrder(trx, { row, order, before, isNew: stored === undefined });
  await appendAudit(trx, ctx, {
    stream: canteenId,
    noun: "orders",
    nounId: order.id,
    action: stored === undefined ? "created" : "updated",
    before: stored === undefined ? null : auditedOrder(stored, before),
    after: auditedOrder(row, after),
  });
  return row.version;
}

async function refuseLate(trx: Transaction<Database>, deleted: OrdersTable): Promise<void> {
  const key = { canteenId: deleted.canteen_id, orderId: deleted.id };
  const invoices = await listInvoicesBehindOrder(trx, key);
  if (invoices.some(({ holds, recorded }) => recorded && !holds)) throw new AppError("ORDER_OF_INVOICE");
}

/** The order as a person gave it, from its rows. */
export function orderOfRows(row: OrdersTable, lines: readonly OrderLinesTable[]): Order {
  return {
    id: row.id,
    version: row.version,
    supplierId: row.supplier_id,
    kind: row.kind as Order["kind"],
    status: row.status as Order["status"],
    reference: row.reference,
    orderedOn: row.ordered_on,
    deliveredOn: row.delivered_on,
    expectedOn: row.expected_on,
    invoicedOn: row.invoiced_on,
    note: row.note,
    lines: lines.map(lineOfRow),
  };
}

/** The columns of an order that a person gives: `orderOfRows` the other way. */
export function givenColumns(order: Order) {
  return {
    id: order.id,
    supplier_id: order.supplierId,
    kind: order.kind,
    status: order.status,
    reference: order.reference,
    ordered_on: order.orderedOn,
    delivered_on: order.deliveredOn,
    expected_on: order.expectedOn,
    invoiced_on: order.invoicedOn,
    note: order.note,
  } satisfies Partial<OrdersTable>;
}

/** What the audit keeps of an order: everything a person gave, and what it counted for. */
export function auditedOrder(row: OrdersTable, lines: readonly OrderLinesTable[]): unknown {
  return {
    ...orderOfRows(row, lines),
    deletedAt: row.deleted_at,
    verdicts: lines.map((line) => line.verdict_id),
  };
}

async function writeOrder(
  trx: Transaction<Database>,
  change: { row: OrdersTable; order: Order; before: readonly OrderLinesTable[]; isNew: boolean },
): Promise<OrderLinesTable[]> {
  const { row, order, before, isNew } = change;
  const key = { canteenId: row.canteen_id, orderId: row.id };
  const lineIds = order.lines.map((line) => line.id);
  const surroundings = await knownSurroundings(trx, key.canteenId, order);
  const making = openLineMaking(surroundings);
  const after = keepFrozen(
    before,
    order.lines.map((line, position) => lineRow(row, { line, position }, making)),
    await readFrozenYears(trx, key.canteenId),
  );
  await insertVerdicts(trx, key.canteenId, making.pool.take());
  await (isNew ? insertOrder(trx, row) : updateOrder(trx, row));
  const kept = new Set(lineIds);
  const removed = before.filter((line) => !kept.has(line.id)).map((line) => line.id);
  if ((await listDeliveredLineIds(trx, { canteenId: key.canteenId, lineIds: removed })).length > 0)
    throw new AppError("INVALID", { field: "lines", reason: "delivered-by-legumerie" });
  await deleteOrderLines(trx, { canteenId: key.canteenId, lineIds: removed });
  await (isNew ? insertOrderLines(trx, after).catch(refuseForeign) : replaceOrderLines(trx, after));
  await addToCells(trx, key.canteenId, cellDifferences(before, after));
  return after;
}

async function replaceOrderLines(
  trx: Transaction<Database>,
  lines: readonly OrderLinesTable[],
): Promise<void> {
  if (!(await upsertOrderLines(trx, lines))) throw new AppError("CONFLICT");
}

/** One of the ids is a line of another order of the canteen. */
function refuseForeign(error: unknown): never {
  throw constraintOf(error) === "unique" ? new AppError("CONFLICT") : error;
}

/** What surrounds the order's lines. NOT_FOUND when a line names something that does not exist. */
async function knownSurroundings(db: Kysely<Database>, canteenId: Id, { supplierId, lines }: Order) {
  const producerIds = lines.flatMap((line) => line.producerId ?? []);
  const wanted = {
    supplierIds: [...new Set([supplierId, ...producerIds])],
    productIds: [...new Set(lines.flatMap((line) => line.productId ?? []))],
    communes: [...new Set(lines.flatMap((line) => line.originCommunes))],
  };
  const around = await loadSurroundings(db, canteenId, wanted);
  const known =
    wanted.supplierIds.every((id) => around.suppliers.has(id)) &&
    wanted.productIds.every((id) => around.products.has(id)) &&
    wanted.communes.every((code) => around.places.has(code));
  const offerIds = [...new Set(lines.flatMap((line) => line.offerId ?? []))];
  if (!known || (await countOffersOf(db, { supplierId, offerIds })) < offerIds.length)
    throw new AppError("NOT_FOUND");
  return around;
}

function orderRow(
  ctx: ActionContext,
  {
    canteenId,
    order,
    stored,
    importId,
  }: { canteenId: Id; order: Order; stored: OrdersTable | undefined; importId: Id | null },
): OrdersTable {
  return {
    canteen_id: canteenId,
    ...givenColumns(order),
    import_id: importId,
    version: (stored?.version ?? 0) + 1,
    created_by: stored === undefined ? ctx.userId : stored.created_by,
    created_at: stored?.created_at ?? ctx.now,
    updated_at: ctx.now,
    deleted_at: null,
  };
}

/** The answer to a first sending may have been lost: the same content again is the same order. */
function isSameOrder(stored: OrdersTable, lines: readonly OrderLinesTable[], order: Order): boolean {
  if (stored.deleted_at !== null || stored.version < order.version) return false;
  const kept = orderOfRows(stored, lines);
  return toJsonText(comparable(kept)) === toJsonText(comparable(order));
}

/** The stated amount of a priced line is not read, and the version is what is being compared. */
function comparable(order: Order): unknown {
  return {
    ...order,
    version: 0,
    lines: order.lines.map((line) => ({
      ...line,
      amountHtCents:
        line.unitPriceHtE4 === null || (line.receivedMilli ?? line.quantityMilli) === null
          ? Math.abs(line.amountHtCents)
          : 0,
    })),
  };
}
