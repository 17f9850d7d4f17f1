import type { Kysely } from "kysely";
import type { Cell } from "../../shared/cells.ts";
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
