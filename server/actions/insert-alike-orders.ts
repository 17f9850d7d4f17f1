import type { Transaction } from "kysely";
import type { Database } from "../../db/database.ts";
import type { AlikeLines, LineModel } from "../../db/queries/alike-lines.ts";
import { addToCells } from "../../db/queries/cells.ts";
import { insertOrders } from "../../db/queries/orders.ts";
import { insertVerdicts } from "../../db/queries/verdicts.ts";
import type { OrderLinesTable } from "../../db/tables/order-lines.ts";
import type { OrdersTable } from "../../db/tables/orders.ts";
import { monthOf } from "../../shared/calendar.ts";
import type { Cell } from "../../shared/cells.ts";
import type { IsoDate } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import { verdictPeriods } from "../../shared/line-classifier.ts";
import { verdictDate } from "../../shared/order-amounts.ts";
import type { OrderLine } from "../../shared/orders.ts";
import type { Surroundings } from "../../shared/surroundings.ts";
import type { CountedColumns } from "./cell-differences.ts";
import { openCellSum } from "./cell-differences.ts";
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
  counted: CountedColumns;
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

  /** The model of the line on that day; one that is new is added to `fresh`. */
  function modelOf(
    like: OrderLine,
    { order, date, fresh }: { order: OrdersTable; date: IsoDate; fresh: LineModel[] },
  ): Model {
    const known = models.get(like);
    const period = periodOf(order.supplier_id, like.producerId, date);
    if (known !== undefined && known.period === period && known.supplierId === order.supplier_id)
      return known;
    const row = lineRow(order, { line: like, position: 0 }, making);
    if (row.weight_grams !== null) throw new Error("lines after a model have no weight");
    const place = ++numbers.last;
    fresh.push({ model: place, ...row });
    const model: Model = {
      place,
      supplierId: order.supplier_id,
      period,
      counted: pickCounted(row),
      month: "",
      cell: null,
    };
    models.set(like, model);
    return model;
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
        const month = monthOf(date);
        const day = { order, date, fresh };
        let position = 0;
        for (const { id, like, amountHtCents } of given) {
          const model = modelOf(like, day);
          if (model.month !== month) {
            model.month = month;
            model.cell = sum.cellOf({ ...model.counted, month });
          }
          if (model.cell !== null) {
            model.cell.amountCents += amountHtCents;
            model.cell.lines += 1;
          }
          values.push(model.place, id, order.id, position, amountHtCents, date);
          position += 1;
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

function pickCounted(row: OrderLinesTable): CountedColumns {
  return {
    canteen_id: row.canteen_id,
    month: row.month,
    supplier_id: row.supplier_id,
    family: row.family,
    strict_category: row.strict_category,
    declared_category: row.declared_category,
    marks: row.marks,
    social: row.social,
    amount_ht_cents: row.amount_ht_cents,
    weight_grams: row.weight_grams,
    counted: row.counted,
  };
}
