import type { IsoDate } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import type { OrderLine } from "../../shared/orders.ts";
import { MAX_ORDER_LINES } from "../../shared/orders.ts";
import type { PurchaseRow } from "../../shared/purchase-file/purchase-row.ts";
import type { ActionContext } from "../action-context.ts";
import type { CanteenPlan, PlannedSupplier } from "./import-plan.ts";
import { plannedSupplierKey } from "./import-plan.ts";
import type { NewOrder } from "./insert-orders.ts";
import { makeIds } from "./make-ids.ts";

/** Rows of one order: one supplier, one day, one delivery note where the file names them, purchases apart from credits. */
interface OrderRows {
  supplierId: Id;
  date: IsoDate;
  rows: PurchaseRow[];
}

/**
 * The orders of a canteen's rows, oldest first, in slices of about `size` lines, so that few are in memory at once.
 * Their ids follow their dates: rows that are read together are stored together.
 */
export function* ordersOfRows(
  ctx: ActionContext,
  plan: CanteenPlan,
  {
    suppliers,
    importId,
    size,
  }: {
    suppliers: ReadonlyMap<string, PlannedSupplier>;
    importId: Id;
    size: number;
  },
): Generator<NewOrder[]> {
  let slice: NewOrder[] = [];
  let lines = 0;
  const nextId = makeIds(ctx.now);
  for (const group of groupRows(plan.rows, suppliers)) {
    slice.push(newOrder(ctx, group, { canteenId: plan.canteenId, importId, nextId }));
    lines += group.rows.length;
    if (lines < size) continue;
    yield slice;
    [slice, lines] = [[], 0];
  }
  if (slice.length > 0) yield slice;
}

function groupRows(
  rows: readonly PurchaseRow[],
  suppliers: ReadonlyMap<string, PlannedSupplier>,
): OrderRows[] {
  const groups: OrderRows[] = [];
  const bySupplier = new Map<Id, Map<string, OrderRows>>();
  for (const row of rows) {
    const supplierId = suppliers.get(plannedSupplierKey(row))?.id;
    if (supplierId === undefined) throw new Error(`row ${row.row} has a supplier that was not planned`);
    const open = bySupplier.get(supplierId) ?? new Map<string, OrderRows>();
    bySupplier.set(supplierId, open);
    const key = deliveryKey(row);
    let group = open.get(key);
    if (group === undefined || group.rows.length === MAX_ORDER_LINES) {
      group = { supplierId, date: row.date, rows: [] };
      open.set(key, group);
      groups.push(group);
    }
    group.rows.push(row);
  }
  return groups.sort((one, other) => (one.date < other.date ? -1 : one.date > other.date ? 1 : 0));
}

/** Rows of one canteen and supplier that have the same are of one order. A bare day, as most are, costs no new text. */
export function deliveryKey({ date, amountHtCents, details }: PurchaseRow): string {
  const reference = details?.reference ?? "";
  return amountHtCents >= 0 && reference === "" ? date : `${date}/${amountHtCents < 0}/${reference}`;
}

function newOrder(
  ctx: ActionContext,
  { supplierId, rows }: OrderRows,
  { canteenId, importId, nextId }: { canteenId: Id; importId: Id; nextId: () => Id },
): NewOrder {
  const [first] = rows;
  if (first === undefined) throw new Error("an order has a row");
  return {
    row: {
      canteen_id: canteenId,
      id: nextId(),
      supplier_id: supplierId,
      kind: first.amountHtCents < 0 ? "CREDIT_NOTE" : "ORDER",
      status: "INVOICED",
      reference: first.details?.reference ?? null,
      ordered_on: first.date,
      expected_on: null,
      delivered_on: null,
      invoiced_on: first.date,
      note: null,
      import_id: importId,
      version: 1,
      created_by: ctx.userId,
      created_at: ctx.now,
      updated_at: ctx.now,
      deleted_at: null,
    },
    lines: rows.map((row) => lineOfPurchase(row, nextId())),
  };
}

const NO_COMMUNES: string[] = [];

/** A purchase as an order line: the State's file says an amount and what is claimed, nothing of quantity or place. */
export function lineOfPurchase(row: PurchaseRow, id: Id): OrderLine {
  return {
    id,
    productId: null,
    offerId: null,
    description: row.description,
    family: row.family,
    quantityMilli: row.details?.quantityMilli ?? null,
    unit: row.details?.unit ?? null,
    receivedMilli: null,
    refusal: null,
    unitGrams: null,
    unitPriceHtE4: row.details?.unitPriceHtE4 ?? null,
    amountHtCents: row.amountHtCents,
    vatBp: row.details?.vatBp ?? null,
    producerId: null,
    originCommunes: NO_COMMUNES,
    origin: row.origin,
    intermediaries: null,
    claims: row.claims,
    organicStage: null,
    certifiedShareBp: null,
    claimedShort: row.short,
    claimedLocal: row.local,
  };
}
