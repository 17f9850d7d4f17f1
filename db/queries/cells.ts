import type { Kysely } from "kysely";
import { sql } from "kysely";
import type { LineCategory } from "../../shared/categories.ts";
import type { Cell } from "../../shared/cells.ts";
import type { IsoMonth } from "../../shared/facts.ts";
import type { Family } from "../../shared/families.ts";
import type { FigureFilter } from "../../shared/figure-filter.ts";
import type { Id } from "../../shared/ids.ts";
import type { MonthRange } from "../../shared/periods.ts";
import type { Database } from "../database.ts";
import { executeMany, executeValues } from "../execute-many.ts";
import type { CellsTable } from "../tables/cells.ts";
import type { UneditedOrders } from "./imports.ts";
import { idsOfImport } from "./imports.ts";

const KEY = [
  "canteen_id",
  "month",
  "supplier_id",
  "family",
  "strict_category",
  "declared_category",
  "marks",
  "social",
] as const;

/** Which cells: of these canteens, from a month to a month (both included); null: no bound. */
export interface CellFilter {
  canteenIds: readonly Id[];
  fromMonth: IsoMonth | null;
  toMonth: IsoMonth | null;
  /** Only of this family, of this supplier. */
  narrowed?: FigureFilter;
}

/** Cells of the filter, in no promised order. Every figure is a sum over them. */
export async function listCells(db: Kysely<Database>, filter: CellFilter): Promise<Cell[]> {
  if (filter.canteenIds.length === 0) return [];
  return (await cellsIn(db, filter).selectAll().execute()).map(toCell);
}

/** The cells that a filter keeps, of one canteen at least. */
export function cellsIn(db: Kysely<Database>, { canteenIds, fromMonth, toMonth, narrowed = {} }: CellFilter) {
  const { family, supplier } = narrowed;
  return db
    .selectFrom("cells")
    .where("canteen_id", "in", [...canteenIds])
    .$if(fromMonth !== null, (qb) => qb.where("month", ">=", fromMonth ?? ""))
    .$if(toMonth !== null, (qb) => qb.where("month", "<=", toMonth ?? ""))
    .$if(family !== undefined, (qb) => qb.where("family", "=", family ?? ""))
    .$if(supplier !== undefined, (qb) => qb.where("supplier_id", "=", supplier ?? ""));
}

/** What was bought in one of two periods: cells of the same content, whatever their month. */
export interface PeriodCell extends Omit<Cell, "month"> {
  /** 0: the period before; 1: the period now. */
  period: 0 | 1;
}

/** Sums of the cells over each of two periods that do not overlap, in no promised order. */
export async function sumPeriodCells(
  db: Kysely<Database>,
  asked: {
    canteenIds: readonly Id[];
    before: MonthRange;
    now: MonthRange;
    narrowed: FigureFilter;
  },
): Promise<PeriodCell[]> {
  const { canteenIds, before, now, narrowed } = asked;
  if (canteenIds.length === 0) return [];
  const { family, supplier } = narrowed;
  const inside = db
    .selectFrom("cells")
    .where("canteen_id", "in", [...canteenIds])
    .where("month", ">=", before.fromMonth)
    .where("month", "<=", now.toMonth)
    .where((eb) => eb.or([eb("month", "<=", before.toMonth), eb("month", ">=", now.fromMonth)]))
    .$if(family !== undefined, (qb) => qb.where("family", "=", family ?? ""))
    .$if(supplier !== undefined, (qb) => qb.where("supplier_id", "=", supplier ?? ""))
    .selectAll()
    .select((eb) => eb.case().when("month", ">=", now.fromMonth).then(1).else(0).end().as("period"));
  const rows = await db
    .selectFrom(inside.as("inside"))
    .select([
      "canteen_id",
      "period",
      "supplier_id",
      "family",
      "strict_category",
      "declared_category",
      "marks",
      "social",
    ])
    .select(({ fn }) => [
      fn.sum<number>("amount_cents").as("amount_cents"),
      fn.sum<number>("weight_grams").as("weight_grams"),
      fn.sum<number>("weighed_cents").as("weighed_cents"),
      fn.sum<number>("lines").as("lines"),
    ])
    .groupBy([
      "canteen_id",
      "period",
      "supplier_id",
      "family",
      "strict_category",
      "declared_category",
      "marks",
      "social",
    ])
    .execute();
  return rows.map(({ period, ...row }) => {
    const { month: _month, ...cell } = toCell({ ...row, month: "" });
    return { ...cell, period: Number(period) === 1 ? 1 : 0 };
  });
}

/** Adds the differences to a canteen's cells (old lines out, new lines in) and removes the cells left without a line. */
export async function addToCells(
  db: Kysely<Database>,
  canteenId: Id,
  differences: readonly Cell[],
): Promise<void> {
  const values: (string | number)[] = [];
  for (const cell of differences) pushValues(values, cell);
  await executeValues(db, {
    name: "add to cells",
    columns: COLUMNS,
    values,
    statement: (rows) =>
      db
        .insertInto("cells")
        .values(Array.from({ length: rows }, () => ANY_ROW))
        .onConflict((conflict) =>
          conflict.columns([...KEY]).doUpdateSet({
            amount_cents: sql`cells.amount_cents + excluded.amount_cents`,
            weight_grams: sql`cells.weight_grams + excluded.weight_grams`,
            weighed_cents: sql`cells.weighed_cents + excluded.weighed_cents`,
            lines: sql`cells.lines + excluded.lines`,
          }),
        ),
  });
  if (differences.length > 0) await raiseCubeVersion(db, canteenId);
  const months = [...new Set(differences.filter((cell) => cell.lines <= 0).map((cell) => cell.month))];
  if (months.length === 0) return;
  await db
    .deleteFrom("cells")
    .where("canteen_id", "=", canteenId)
    .where("month", "in", months)
    .where("lines", "=", 0)
    .execute();
}

/** What was added up from the canteen's cells before no longer holds. */
export async function raiseCubeVersion(db: Kysely<Database>, canteenId: Id): Promise<void> {
  await executeMany(db, {
    name: "raise cube_versions",
    rows: [{ canteen_id: canteenId, version: 1 }],
    columns: ["canteen_id", "version"],
    statement: (rows) =>
      db
        .insertInto("cube_versions")
        .values(rows)
        .onConflict((conflict) =>
          conflict.column("canteen_id").doUpdateSet({ version: sql`cube_versions.version + 1` }),
        ),
  });
}

/** The cells as the canteen's lines give them now, computed anew. Truth for `check`; never used for a screen. */
export function sumLinesIntoCells(db: Kysely<Database>, canteenId: Id): Promise<Cell[]> {
  return sumIntoCells(countedLines(db, canteenId));
}

/** What the orders that undoing an import takes out of a canteen count for. */
export function sumImportIntoCells(db: Kysely<Database>, orders: UneditedOrders): Promise<Cell[]> {
  return sumIntoCells(countedLines(db, orders.canteenId).where("order_id", "in", idsOfImport(db, orders)));
}

function countedLines(db: Kysely<Database>, canteenId: Id) {
  return db.selectFrom("order_lines").where("canteen_id", "=", canteenId).where("counted", "=", 1);
}

async function sumIntoCells(lines: ReturnType<typeof countedLines>): Promise<Cell[]> {
  const rows = await lines
    .select(["canteen_id", "month", "supplier_id", "strict_category", "declared_category", "marks", "social"])
    .select((eb) => [
      eb.fn.coalesce("family", sql.lit("")).as("family"),
      eb.fn.sum<number>("amount_ht_cents").as("amount_cents"),
      eb.fn.sum<number>(eb.fn.coalesce("weight_grams", sql.lit(0))).as("weight_grams"),
      eb.fn
        .sum<number>(eb.case().when("weight_grams", "is", null).then(0).else(eb.ref("amount_ht_cents")).end())
        .as("weighed_cents"),
      eb.fn.countAll<number>().as("lines"),
    ])
    .groupBy([...KEY])
    .execute();
  return rows.map(toCell);
}

const COLUMNS = [...KEY, "amount_cents", "weight_grams", "weighed_cents", "lines"] as const;
const ANY_ROW = Object.fromEntries(COLUMNS.map((column) => [column, 0])) as unknown as CellsTable;

/** In the order of the columns. */
function pushValues(values: (string | number)[], cell: Cell): void {
  values.push(cell.canteenId, cell.month, cell.supplierId, cell.family);
  values.push(cell.strictCategory, cell.declaredCategory, cell.marks, cell.social);
  values.push(cell.amountCents, cell.weightGrams, cell.weighedCents, cell.lines);
}

/** The cell of its row. */
export function toCell(row: CellsTable): Cell {
  return {
    canteenId: row.canteen_id,
    month: row.month,
    supplierId: row.supplier_id,
    family: row.family as Family,
    strictCategory: row.strict_category as LineCategory,
    declaredCategory: row.declared_category as LineCategory,
    marks: row.marks,
    social: row.social,
    amountCents: row.amount_cents,
    weightGrams: row.weight_grams,
    weighedCents: row.weighed_cents,
    lines: row.lines,
  };
}
