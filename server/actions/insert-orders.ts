import type { Transaction } from "kysely";
import type { Database } from "../../db/database.ts";
import { addToCells } from "../../db/queries/cells.ts";
import { insertOrderLines } from "../../db/queries/order-lines.ts";
import { insertOrders } from "../../db/queries/orders.ts";
import { insertVerdicts } from "../../db/queries/verdicts.ts";
import type { OrderLinesTable } from "../../db/tables/order-lines.ts";
import type { OrdersTable } from "../../db/tables/orders.ts";
import type { Id } from "../../shared/ids.ts";
import type { OrderLine } from "../../shared/orders.ts";
import type { Surroundings } from "../../shared/surroundings.ts";
import { openCellSum } from "./cell-differences.ts";
import type { FrozenYears } from "./frozen-years.ts";
import { readFrozenYears, refuseFrozen } from "./frozen-years.ts";
import { lineRow, openLineMaking } from "./line-rows.ts";

/** A new order of a canteen with its lines. */
export interface NewOrder {
  row: OrdersTable;
  lines: readonly OrderLine[];
}

/** New orders of one canteen on their way in. */
export interface OrderInsertion {
  /** Writes orders with their lines and verdicts. Returns the lines as stored. FROZEN_YEAR: one counts in such a year. */
  add(orders: readonly NewOrder[]): Promise<OrderLinesTable[]>;
  /** Writes the cells of all that was added: only then does the cube equal the lines. */
  finish(): Promise<void>;
}

/**
 * To add many new orders of one canteen, with verdicts and cube, inside the caller's transaction (imports,
 * demonstration). The caller holds the canteen's lock and writes the audit.
 */
export function openOrderInsertion(
  trx: Transaction<Database>,
  canteenId: Id,
  surroundings: Surroundings,
): OrderInsertion {
  const making = openLineMaking(surroundings);
  const sum = openCellSum();
  let frozen: FrozenYears | null = null;
  return {
    async add(orders) {
      const lines = orders.flatMap(({ row, lines: given }) =>
        given.map((line, position) => lineRow(row, { line, position }, making)),
      );
      frozen ??= await readFrozenYears(trx, canteenId);
      refuseFrozen(lines, frozen);
      await insertVerdicts(trx, canteenId, making.pool.take());
      await insertOrders(
        trx,
        orders.map((order) => order.row),
      );
      await insertOrderLines(trx, lines);
      sum.add(lines, 1);
      return lines;
    },
    finish: () => addToCells(trx, canteenId, sum.cells()),
  };
}
