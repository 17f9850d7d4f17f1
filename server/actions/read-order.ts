import type { Kysely } from "kysely";
import type { Database } from "../../db/database.ts";
import { listLastPurchases } from "../../db/queries/article-memory.ts";
import { listOffersOfSupplier } from "../../db/queries/offers.ts";
import { listOrderLines } from "../../db/queries/order-lines.ts";
import { listOrderTemplates } from "../../db/queries/order-templates.ts";
import { findLastOrder, findOrder } from "../../db/queries/orders.ts";
import { listPriceListsWithLines } from "../../db/queries/price-lists.ts";
import { listVerdicts } from "../../db/queries/verdicts.ts";
import { addDays } from "../../shared/calendar.ts";
import type { IsoDate, Verdict } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import type { Order, OrderLine } from "../../shared/orders.ts";
import type { ActionContext } from "../action-context.ts";
import { AppError } from "../app-error.ts";
import { lineOfRow } from "./line-rows.ts";
import { organisationOf } from "./price-lists.ts";
import { orderOfRows } from "./save-order.ts";
import { readOrderingTerms } from "./save-ordering-terms.ts";
import { loadSurroundings } from "./surroundings.ts";

/** An order with the verdict kept for each of its lines, by line id. */
export interface OrderWithVerdicts {
  order: Order;
  verdicts: Record<Id, Verdict>;
}

/** The order of the canteen. NOT_FOUND when there is none, or it is deleted. */
export async function readOrder(
  db: Kysely<Database>,
  key: { canteenId: Id; orderId: Id },
): Promise<OrderWithVerdicts> {
  const row = await findOrder(db, key);
  if (row === undefined || row.deleted_at !== null) throw new AppError("NOT_FOUND");
  const lines = await listOrderLines(db, key);
  const kept = await listVerdicts(
    db,
    key.canteenId,
    lines.map((line) => line.verdict_id),
  );
  const verdicts: Record<Id, Verdict> = {};
  for (const line of lines) {
    const verdict = kept.get(line.verdict_id);
    if (verdict !== undefined) verdicts[line.id] = verdict;
  }
  return { order: orderOfRows(row, lines), verdicts };
}

/** The last order to the supplier, whose lines may be ordered again; null: none yet. */
async function readLastOrder(
  db: Kysely<Database>,
  key: { canteenId: Id; supplierId: Id },
): Promise<{ orderedOn: IsoDate; lines: OrderLine[] } | null> {
  const row = await findLastOrder(db, key);
  if (row === undefined) return null;
  const lines = await listOrderLines(db, { canteenId: key.canteenId, orderId: row.id });
  return { orderedOn: row.ordered_on, lines: lines.map(lineOfRow) };
}

/** Dates that an order entered today may bear. */
const RECENT_DAYS = 366;

/**
 * All that the entry grid needs for one supplier: its articles, their last price here, what surrounds a line, what is
 * ordered again and again, and how the supplier takes orders.
 */
export async function readEntryCatalogue(
  { reader: db, today }: Pick<ActionContext, "reader" | "today">,
  { canteenId, supplierId }: { canteenId: Id; supplierId: Id },
) {
  const organisationId = await organisationOf(db, canteenId);
  const offers = (await listOffersOfSupplier(db, supplierId)).filter((offer) => offer.active);
  const lastOrder = await readLastOrder(db, { canteenId, supplierId });
  const templates = await listOrderTemplates(db, { canteenId, supplierId });
  const known = [...offers, ...(lastOrder?.lines ?? []), ...templates.flatMap(({ lines }) => lines)];
  const surroundings = await loadSurroundings(db, canteenId, {
    supplierIds: [...new Set([supplierId, ...known.flatMap(({ producerId }) => producerId ?? [])])],
    productIds: [...new Set(known.flatMap(({ productId }) => productId ?? []))],
    communes: [...new Set(known.flatMap(({ originCommunes }) => originCommunes))],
  });
  if (!surroundings.suppliers.has(supplierId)) throw new AppError("NOT_FOUND");
  return {
    offers,
    lastPurchases: await listLastPurchases(db, { canteenId, supplierId }),
    lastOrder,
    templates,
    terms: await readOrderingTerms(db, { canteenId, supplierId }),
    priceLists: await listPriceListsWithLines(db, {
      organisationId,
      supplierId,
      from: addDays(today, -RECENT_DAYS),
      to: null,
    }),
    surroundings: {
      canteen: surroundings.canteen,
      definitions: surroundings.definitions,
      suppliers: [...surroundings.suppliers.values()],
      products: [...surroundings.products.values()],
      places: [...surroundings.places.values()],
    },
  };
}
