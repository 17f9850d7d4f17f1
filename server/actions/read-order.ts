import type { Kysely } from "kysely";
import type { Database } from "../../db/database.ts";
import { listLastPurchases } from "../../db/queries/article-memory.ts";
import { listOffersOfSupplier } from "../../db/queries/offers.ts";
import { listOrderLines } from "../../db/queries/order-lines.ts";
import { findOrder } from "../../db/queries/orders.ts";
import { listVerdicts } from "../../db/queries/verdicts.ts";
import type { Verdict } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import type { Order } from "../../shared/orders.ts";
import { AppError } from "../app-error.ts";
import { orderOfRows } from "./save-order.ts";
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

/** All that the entry grid needs for one supplier: its articles, their last price here, and what surrounds a line. */
export async function readEntryCatalogue(
  db: Kysely<Database>,
  { canteenId, supplierId }: { canteenId: Id; supplierId: Id },
) {
  const offers = (await listOffersOfSupplier(db, supplierId)).filter((offer) => offer.active);
  const surroundings = await loadSurroundings(db, canteenId, {
    supplierIds: [...new Set([supplierId, ...offers.flatMap((offer) => offer.producerId ?? [])])],
    productIds: [...new Set(offers.flatMap((offer) => offer.productId ?? []))],
    communes: [...new Set(offers.flatMap((offer) => offer.originCommunes))],
  });
  if (!surroundings.suppliers.has(supplierId)) throw new AppError("NOT_FOUND");
  return {
    offers,
    lastPurchases: await listLastPurchases(db, { canteenId, supplierId }),
    surroundings: {
      canteen: surroundings.canteen,
      definitions: surroundings.definitions,
      suppliers: [...surroundings.suppliers.values()],
      products: [...surroundings.products.values()],
      places: [...surroundings.places.values()],
    },
  };
}
