import type { Transaction } from "kysely";
import { CHUNK, chunksOf } from "../../db/chunks.ts";
import type { Database } from "../../db/database.ts";
import { addToCells } from "../../db/queries/cells.ts";
import { upsertOrderLines } from "../../db/queries/order-lines.ts";
import { insertOrders } from "../../db/queries/orders.ts";
import { insertVerdicts } from "../../db/queries/verdicts.ts";
import type { OrderLinesTable } from "../../db/tables/order-lines.ts";
import type { OrdersTable } from "../../db/tables/orders.ts";
import type { Id } from "../../shared/ids.ts";
import type { OrderLine } from "../../shared/orders.ts";
import type { Surroundings } from "../../shared/surroundings.ts";
import { cellDifferences } from "./cell-differences.ts";
import type { VerdictPool } from "./line-rows.ts";
import { lineRow } from "./line-rows.ts";

/** A new order of a canteen with its lines. */
export interface NewOrder {
  row: OrdersTable;
  lines: readonly OrderLine[];
}

/**
 * Adds many new orders of one canteen, with verdicts and cube, inside the caller's transaction (imports,
 * demonstration). The caller holds the canteen's lock and writes the audit. Returns the lines as stored.
 */
export async function insertNewOrders(
  trx: Transaction<Database>,
  canteenId: Id,
  { orders, surroundings }: { orders: readonly NewOrder[]; surroundings: Surroundings },
): Promise<OrderLinesTable[]> {
  const pool: VerdictPool = new Map();
  const lines = orders.flatMap(({ row, lines: given }) =>
    given.map((line, position) => lineRow(row, { line, position }, { surroundings, pool })),
  );
  await insertVerdicts(trx, canteenId, [...pool.values()]);
  for (const chunk of chunksOf(orders, CHUNK))
    await insertOrders(
      trx,
      chunk.map((order) => order.row),
    );
  await upsertOrderLines(trx, lines);
  await addToCells(trx, canteenId, cellDifferences([], lines));
  return lines;
}
