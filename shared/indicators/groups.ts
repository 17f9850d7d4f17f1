import type { Cell } from "../cells.ts";

/** What figures are broken down by. */
export const GROUPINGS = ["month", "family", "supplier", "canteen"] as const;
export type Grouping = (typeof GROUPINGS)[number];

const KEY: Record<Grouping, (cell: Cell) => string> = {
  month: (cell) => cell.month,
  family: (cell) => cell.family,
  supplier: (cell) => cell.supplierId,
  canteen: (cell) => cell.canteenId,
};

/** Cells by month, family, supplier or canteen: each cell in exactly one group, in order of first meeting. */
export function groupCells<Kind extends Cell>(
  cells: readonly Kind[],
  grouping: Grouping,
): Map<string, Kind[]> {
  const groups = new Map<string, Kind[]>();
  for (const cell of cells) {
    const key = KEY[grouping](cell);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [cell]);
    else group.push(cell);
  }
  return groups;
}
