import type { OrdersTable } from "../../db/tables/orders.ts";
import type { Id } from "../../shared/ids.ts";
import { factsOfOffer } from "../../shared/invoices/invoice-order.ts";
import type { Offer } from "../../shared/offers.ts";
import type { OrderLine } from "../../shared/orders.ts";
import type { PurchaseFacts, PurchaseRow } from "../../shared/purchase-file/purchase-row.ts";
import { factsOf } from "../../shared/purchase-file/sharing-rows.ts";
import { gramsOfOne } from "../../shared/quantity.ts";
import type { ActionContext } from "../action-context.ts";
import type { Delivery } from "./import-deliveries.ts";
import { deliveriesOf } from "./import-deliveries.ts";
import type { CanteenPlan, PlannedSupplier } from "./import-plan.ts";
import type { AlikeOrder } from "./insert-alike-orders.ts";
import type { NewOrder } from "./insert-orders.ts";
import { makeIds } from "./make-ids.ts";

/** Some of an import's orders, by how they are inserted. */
export interface OrderSlice {
  /** Of rows whose lines say no more than the State's file. */
  alike: AlikeOrder[];
  others: NewOrder[];
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
): Generator<OrderSlice> {
  let slice: OrderSlice = { alike: [], others: [] };
  let lines = 0;
  const nextId = makeIds(ctx.now);
  const likes = new Map<PurchaseFacts, OrderLine>();

  function likeOf(row: PurchaseRow): OrderLine {
    const facts = factsOf(row);
    const known = likes.get(facts);
    if (known !== undefined) return known;
    const like = lineOfPurchase(row, "");
    likes.set(facts, like);
    return like;
  }

  for (const delivery of deliveriesOf(plan, suppliers)) {
    const { rows } = delivery;
    const row = newOrder(ctx, delivery, { canteenId: plan.canteenId, importId, id: nextId() });
    if (rows.every((each) => isPlain(each) && !plan.articles.has(each)))
      slice.alike.push({
        row,
        lines: rows.map((each) => ({
          id: nextId(),
          like: likeOf(each),
          amountHtCents: each.amountHtCents,
        })),
      });
    else
      slice.others.push({
        row,
        lines: rows.map((each) => lineOfPurchase(each, nextId(), plan.articles.get(each))),
      });
    lines += rows.length;
    if (lines < size) continue;
    yield slice;
    [slice, lines] = [{ alike: [], others: [] }, 0];
  }
  if (lines > 0) yield slice;
}

/** What else a row may say is of its order or its supplier, not of its line. */
function isPlain({ details }: PurchaseRow): boolean {
  if (details === null) return true;
  const { quantityMilli, unit, unitPriceHtE4, vatBp } = details;
  return quantityMilli === null && unit === null && unitPriceHtE4 === null && vatBp === null;
}

function newOrder(
  ctx: ActionContext,
  { supplierId, rows: [first] }: Delivery,
  { canteenId, importId, id }: { canteenId: Id; importId: Id; id: Id },
): OrdersTable {
  if (first === undefined) throw new Error("an order has a row");
  return {
    canteen_id: canteenId,
    id,
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
  };
}

const NO_COMMUNES: string[] = [];

/**
 * A purchase as an order line: the State's file says an amount and what is claimed, nothing of quantity or place. The
 * article that it is known to be says the rest.
 */
export function lineOfPurchase(row: PurchaseRow, id: Id, article?: Offer): OrderLine {
  const line = plainLine(row, id);
  if (article === undefined) return line;
  const { unit } = line;
  const isPacked = unit !== null && unit === article.unit && gramsOfOne(unit, null) === null;
  return {
    ...line,
    ...factsOfOffer(article),
    family: row.family,
    offerId: article.id,
    unitGrams: isPacked ? article.packGrams : null,
    claimedShort: null,
    claimedLocal: null,
  };
}

function plainLine(row: PurchaseRow, id: Id): OrderLine {
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
