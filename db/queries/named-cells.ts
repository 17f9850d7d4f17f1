import type { Kysely } from "kysely";
import type { Cell } from "../../shared/cells.ts";
import type { IsoMonth } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import type { SupplierKind } from "../../shared/supplier-kinds.ts";
import type { Database } from "../database.ts";
import type { CellFilter } from "./cells.ts";
import { cellsIn, toCell } from "./cells.ts";
import type { FigureSupplier } from "./figures.ts";

/** Cells of the filter in no promised order, and whom they were bought from, by id, in one statement. */
export async function listNamedCells(
  db: Kysely<Database>,
  filter: CellFilter,
): Promise<{ cells: Cell[]; suppliers: FigureSupplier[] }> {
  if (filter.canteenIds.length === 0) return { cells: [], suppliers: [] };
  const rows = await cellsIn(db, filter)
    .innerJoin("suppliers", "suppliers.id", "cells.supplier_id")
    .selectAll("cells")
    .select(["suppliers.name", "suppliers.kind"])
    .execute();
  const suppliers = new Map(
    rows.map(({ supplier_id: id, name, kind }) => [id, { id, name, kind: kind as SupplierKind }]),
  );
  return {
    cells: rows.map(toCell),
    suppliers: [...suppliers.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

/** Of a canteen. */
export interface BoughtMonths {
  canteenId: Id;
  /** With purchases, whatever they are. */
  first: IsoMonth;
  last: IsoMonth;
}

/** Of the canteens that bought something, in no promised order: each month is one step in the key of the cells. */
export async function listBoughtMonths(
  db: Kysely<Database>,
  canteenIds: readonly Id[],
): Promise<BoughtMonths[]> {
  if (canteenIds.length === 0) return [];
  const rows = await db
    .selectFrom("canteens")
    .where("canteens.id", "in", [...canteenIds])
    .select((eb) => {
      const cells = eb.selectFrom("cells").whereRef("cells.canteen_id", "=", "canteens.id");
      return [
        "canteens.id as canteenId",
        cells.select(({ fn }) => fn.min<IsoMonth | null>("cells.month").as("month")).as("first"),
        cells.select(({ fn }) => fn.max<IsoMonth | null>("cells.month").as("month")).as("last"),
      ];
    })
    .execute();
  return rows.flatMap(({ canteenId, first, last }) =>
    first === null || last === null ? [] : [{ canteenId, first, last }],
  );
}
