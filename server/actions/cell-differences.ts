import type { OrderLinesTable } from "../../db/tables/order-lines.ts";
import type { LineCategory } from "../../shared/categories.ts";
import type { Cell } from "../../shared/cells.ts";
import type { Family } from "../../shared/families.ts";

/** The columns of a line that decide which cell it is in and for how much. */
export type CountedColumns = Pick<
  OrderLinesTable,
  | "canteen_id"
  | "month"
  | "supplier_id"
  | "family"
  | "strict_category"
  | "declared_category"
  | "marks"
  | "social"
  | "amount_ht_cents"
  | "weight_grams"
  | "counted"
>;

/** What lines come to, cell by cell, as they are added or taken away. */
export interface CellSum {
  add(lines: readonly CountedColumns[], sign: 1 | -1): void;
  /** The cell that a line is in, to be added to; null: it is in none. */
  cellOf(line: CountedColumns): Cell | null;
  /** The cells that move. */
  cells(): Cell[];
}

/** A sum over no line. */
export function openCellSum(): CellSum {
  /** By canteen, month and supplier, which the lines of an order have in common; then by the rest. */
  const groups = new Map<string, Map<string, Cell>>();
  let last: CountedColumns | null = null;
  let group = new Map<string, Cell>();

  function groupOf(line: CountedColumns): Map<string, Cell> {
    if (last !== null && isNext(last, line)) return group;
    const key = `${line.canteen_id}/${line.month}/${line.supplier_id}`;
    group = groups.get(key) ?? new Map<string, Cell>();
    groups.set(key, group);
    last = line;
    return group;
  }

  function cellOf(line: CountedColumns): Cell | null {
    return line.counted === 0 || line.family === null ? null : cellIn(groupOf(line), line);
  }

  return {
    add(lines, sign) {
      for (const line of lines) {
        const cell = cellOf(line);
        if (cell !== null) addLine(cell, line, sign);
      }
    },
    cellOf,
    // In the order in which they are stored.
    cells: () =>
      [...groups]
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .flatMap(([, cells]) => [...cells.values()].filter(moves)),
  };
}

/** What must be added to the cells so that `after` stands in place of `before`. Cells that do not move are left out. */
export function cellDifferences(before: readonly CountedColumns[], after: readonly CountedColumns[]): Cell[] {
  const sum = openCellSum();
  sum.add(before, -1);
  sum.add(after, 1);
  return sum.cells();
}

function isNext(last: CountedColumns, line: CountedColumns): boolean {
  return (
    last.supplier_id === line.supplier_id && last.month === line.month && last.canteen_id === line.canteen_id
  );
}

function cellIn(cells: Map<string, Cell>, line: CountedColumns): Cell {
  const key = `${line.family}/${line.strict_category}/${line.declared_category}/${line.marks}/${line.social}`;
  let cell = cells.get(key);
  if (cell === undefined) {
    cell = {
      canteenId: line.canteen_id,
      month: line.month,
      supplierId: line.supplier_id,
      family: line.family as Family,
      strictCategory: line.strict_category as LineCategory,
      declaredCategory: line.declared_category as LineCategory,
      marks: line.marks,
      social: line.social,
      amountCents: 0,
      weightGrams: 0,
      weighedCents: 0,
      lines: 0,
    };
    cells.set(key, cell);
  }
  return cell;
}

function addLine(cell: Cell, line: CountedColumns, sign: 1 | -1): void {
  cell.amountCents += sign * line.amount_ht_cents;
  cell.weightGrams += sign * (line.weight_grams ?? 0);
  cell.weighedCents += line.weight_grams === null ? 0 : sign * line.amount_ht_cents;
  cell.lines += sign;
}

function moves(cell: Cell): boolean {
  return cell.lines !== 0 || cell.amountCents !== 0 || cell.weightGrams !== 0 || cell.weighedCents !== 0;
}
