import type { Column, ColumnKey } from "./columns.ts";

/** Where the active cell is: line from 0, column by key. */
export interface Cursor {
  line: number;
  column: ColumnKey;
}

export const MOVES = [
  "left",
  "right",
  "up",
  "down",
  "lineStart",
  "lineEnd",
  "gridStart",
  "gridEnd",
  "pageUp",
  "pageDown",
  "nextLine",
  "nextEntry",
  "previousEntry",
] as const;
export type Move = (typeof MOVES)[number];

const PAGE = 10;

interface Extent {
  columns: readonly Column[];
  /** Lines of the grid, the open one included. */
  lines: number;
}

/**
 * The cell a move leads to; null: out of the grid (Tab after the last cell to type in, Shift+Tab before the first).
 * `nextLine` is the first cell of the next line; entries are the cells people type in.
 */
export function moveCursor({ line, column }: Cursor, move: Move, { columns, lines }: Extent): Cursor | null {
  const at = Math.max(
    0,
    columns.findIndex(({ key }) => key === column),
  );
  const cell = (nextLine: number, index: number): Cursor => ({
    line: clamp(nextLine, lines),
    column: columns[clamp(index, columns.length)]?.key ?? column,
  });
  switch (move) {
    case "left":
      return cell(line, at - 1);
    case "right":
      return cell(line, at + 1);
    case "up":
      return cell(line - 1, at);
    case "down":
      return cell(line + 1, at);
    case "lineStart":
      return cell(line, 0);
    case "lineEnd":
      return cell(line, columns.length - 1);
    case "gridStart":
      return cell(0, 0);
    case "gridEnd":
      return cell(lines - 1, 0);
    case "pageUp":
      return cell(line - PAGE, at);
    case "pageDown":
      return cell(line + PAGE, at);
    case "nextLine":
      return cell(line + 1, 0);
    case "nextEntry":
      return entryAfter({ line, at }, { columns, lines });
    case "previousEntry":
      return entryBefore({ line, at }, columns);
  }
}

function entryAfter({ line, at }: { line: number; at: number }, { columns, lines }: Extent): Cursor | null {
  const next = columns.find((column, index) => index > at && isEntry(column));
  if (next !== undefined) return { line, column: next.key };
  const first = columns.find(isEntry);
  return first === undefined || line + 1 >= lines ? null : { line: line + 1, column: first.key };
}

function entryBefore({ line, at }: { line: number; at: number }, columns: readonly Column[]): Cursor | null {
  const previous = columns.findLast((column, index) => index < at && isEntry(column));
  if (previous !== undefined) return { line, column: previous.key };
  const last = columns.findLast(isEntry);
  return last === undefined || line === 0 ? null : { line: line - 1, column: last.key };
}

function isEntry({ kind }: Column): boolean {
  return kind === "list" || kind === "number";
}

function clamp(value: number, count: number): number {
  return Math.min(Math.max(value, 0), Math.max(count - 1, 0));
}
