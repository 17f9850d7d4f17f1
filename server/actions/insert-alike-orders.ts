import type { Transaction } from "kysely";
import type { Database } from "../../db/database.ts";
import type { AlikeLines, LineModel } from "../../db/queries/alike-lines.ts";
import { addToCells } from "../../db/queries/cells.ts";
import { insertOrders } from "../../db/queries/orders.ts";
import { insertVerdicts } from "../../db/queries/verdicts.ts";
import type { OrderLinesTable } from "../../db/tables/order-lines.ts";
import type { OrdersTable } from "../../db/tables/orders.ts";
import type { Cell } from "../../shared/cells.ts";
import type { IsoDate } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import { verdictPeriods } from "../../shared/line-classifier.ts";
import { verdictDate } from "../../shared/order-amounts.ts";
import type { OrderLine } from "../../shared/orders.ts";
import type { Surroundings } from "../../shared/surroundings.ts";
import { openCellSum } from "./cell-differences.ts";
import type { LineMaking } from "./line-rows.ts";
import { lineRow, openLineMaking } from "./line-rows.ts";

/** A new order whose lines are as many others are. */
export interface AlikeOrder {
  row: OrdersTable;
  lines: readonly {
    id: Id;
    /** The line but for its id and amount: without quantity, and the same object for all that are alike. */
    like: OrderLine;
    /** HT, cents, of the sign that the kind of the order asks for. */
    amountHtCents: number;
  }[];
}

/** New orders of one canteen on their way in, by models of their lines. */
export interface AlikeInsertion {
  /** Writes orders with their lines and verdicts. Returns how many lines. */
  add(orders: readonly AlikeOrder[]): Promise<number>;
  /** Writes the cells of all that was added: only then does the cube equal the lines. */
  finish(): Promise<void>;
}

interface Model {
  place: number;
  supplierId: Id;
  period: number;
  row: OrderLinesTable;
  /** The cell of its lines of that month. */
  month: string;
  cell: Cell | null;
}

/** Numbers of the models of an import, whichever canteens they are of. */
export interface ModelNumbers {
  last: number;
}

/**
 * `openOrderInsertion` for lines by the thousand that have amounts and no quantity: what they have in common is judged,
 * and given to the engine, once.
 */
export function openAlikeInsertion(
  trx: Transaction<Database>,
  canteenId: Id,
  { surroundings, alike, numbers }: { surroundings: Surroundings; alike: AlikeLines; numbers: ModelNumbers },
): AlikeInsertion {
  const making = openLineMaking(surroundings);
  const periodOf = verdictPeriods(surroundings);
  const sum = openCellSum();
  const models = new Map<OrderLine, Model>();

  function modelOf(order: OrdersTable, like: OrderLine, date: IsoDate): { model: Model; isNew: boolean } {
    const known = models.get(like);
    const period = periodOf(order.supplier_id, like.producerId, date);
    if (known !== undefined && known.period === period && known.supplierId === order.supplier_id)
      return { model: known, isNew: false };
    const model = newModel(order, like, { making, period, place: ++numbers.last });
    models.set(like, model);
    return { model, isNew: true };
  }

  return {
    async add(orders) {
      const fresh: LineModel[] = [];
      const values: (string | number)[] = [];
      let lines = 0;
      for (const { row: order, lines: given } of orders) {
        const { date } = verdictDate({
          orderedOn: order.ordered_on,
          deliveredOn: order.delivered_on,
          invoicedOn: order.invoiced_on,
        });
        const month = date.slice(0, 7);
        for (const [position, { id, like, amountHtCents }] of given.entries()) {
          const { model, isNew } = modelOf(order, like, date);
          if (isNew) fresh.push({ model: model.place, ...model.row });
          if (model.month !== month) {
            model.month = month;
            model.cell = sum.cellOf({ ...model.row, month });
          }
          if (model.cell !== null) {
            model.cell.amountCents += amountHtCents;
            model.cell.lines += 1;
          }
          values.push(model.place, id, order.id, position, amountHtCents, date);
        }
        lines += given.length;
      }
      await insertVerdicts(trx, canteenId, making.pool.take());
      await alike.addModels(fresh);
      await insertOrders(
        trx,
        orders.map((order) => order.row),
      );
      await alike.addLines(values);
      return lines;
    },
    finish: () => addToCells(trx, canteenId, sum.cells()),
  };
}

function newModel(
  order: OrdersTable,
  like: OrderLine,
  { making, period, place }: { making: LineMaking; period: number; place: number },
): Model {
  const row = lineRow(order, { line: like, position: 0 }, making);
  if (row.weight_grams !== null) throw new Error("lines after a model have no weight");
  return { place, supplierId: order.supplier_id, period, row, month: "", cell: null };
}
