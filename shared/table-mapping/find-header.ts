import type { TableRow } from "../purchase-file/interpret.ts";
import { isDateCell, isNumberCell } from "./column-kinds.ts";
import { fieldNamed } from "./field-names.ts";
import type { HeaderCandidate } from "./inspection.ts";

/** Rows among which the header is looked for. */
const HEAD_ROWS = 50;
const MOST_CANDIDATES = 5;
/** A table of purchases has at least this many columns. */
const FEWEST_CELLS = 3;

/**
 * Rows that may be the header, best first: those that name many fields, are words without numbers or dates, and stand
 * over rows as wide as they are. Empty: no row is one.
 */
export function headerCandidates(rows: readonly TableRow[]): HeaderCandidate[] {
  return rows
    .slice(0, HEAD_ROWS)
    .map((row, index) => ({ row, score: headerScore(row.cells, rows.slice(index + 1, index + 6)) }))
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score || one.row.number - other.row.number)
    .slice(0, MOST_CANDIDATES)
    .map(({ row }) => ({ row: row.number, cells: row.cells.map((cell) => cell.trim()) }));
}

/** How much the best of the rows looks like a header; 0: none does. Tells the right sheet or delimiter from others. */
export function bestHeaderScore(rows: readonly (readonly string[])[]): number {
  const numbered = rows.slice(0, HEAD_ROWS).map((cells, index) => ({ number: index + 1, cells }));
  return Math.max(
    0,
    ...numbered.map(({ cells }, index) => headerScore(cells, numbered.slice(index + 1, index + 6))),
  );
}

function headerScore(cells: readonly string[], below: readonly TableRow[]): number {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
  if (filled.length < FEWEST_CELLS || below.length === 0) return 0;
  const values = filled.filter((cell) => isNumberCell(cell) || isDateCell(cell)).length;
  if (values > filled.length / 3) return 0;
  const named = filled.map(fieldNamed).filter((named) => named !== null);
  const fields = new Set(named.map(({ field }) => field)).size;
  const widths = below.map((row) => row.cells.filter((cell) => cell.trim() !== "").length);
  const bodied = widths.some((width) => width >= FEWEST_CELLS) ? 1 : 0;
  const different = new Set(filled.map((cell) => cell.toLowerCase())).size / filled.length;
  return fields >= 2 || bodied === 1 ? fields * 3 + bodied + different - values : 0;
}
