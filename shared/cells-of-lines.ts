import { monthOf } from "./calendar.ts";
import type { Cell } from "./cells.ts";
import type { IsoDate, Verdict } from "./facts.ts";
import type { Family } from "./families.ts";
import type { Id } from "./ids.ts";

/** A counted food line with its verdict: all that the cube needs of it. */
export interface CountedLine {
  canteenId: Id;
  supplierId: Id;
  /** The date the verdict was made on. */
  date: IsoDate;
  family: Family;
  /** HT, cents, signed. */
  amountCents: number;
  /** Grams, signed; null: not known. */
  weightGrams: number | null;
  verdict: Pick<Verdict, "strictCategory" | "declaredCategory" | "marks">;
  /** Bit set of what the supplier is on that date. */
  social: number;
}

/** The columns that name a cell. */
export type CellKey = Omit<Cell, "amountCents" | "weightGrams" | "weighedCents" | "lines">;

/** The cell a line falls in. */
export function cellKeyOf(line: CountedLine): CellKey {
  const { strictCategory, declaredCategory, marks } = line.verdict;
  return {
    canteenId: line.canteenId,
    month: monthOf(line.date),
    supplierId: line.supplierId,
    family: line.family,
    strictCategory,
    declaredCategory,
    marks,
    social: line.social,
  };
}

/** One text per cell, for maps. */
export function cellKeyText(key: CellKey): string {
  return `${key.canteenId}|${key.month}|${key.supplierId}|${key.family}|${key.strictCategory}|${key.declaredCategory}|${key.marks}|${key.social}`;
}

/** Adds a line to the cells, or takes it out (`sign` -1); a cell left without lines is removed. */
export function addToCells(cells: Map<string, Cell>, line: CountedLine, sign: 1 | -1 = 1): void {
  const key = cellKeyOf(line);
  const text = cellKeyText(key);
  const cell = cells.get(text) ?? { ...key, amountCents: 0, weightGrams: 0, weighedCents: 0, lines: 0 };
  cell.amountCents += sign * line.amountCents;
  if (line.weightGrams !== null) {
    cell.weightGrams += sign * line.weightGrams;
    cell.weighedCents += sign * line.amountCents;
  }
  cell.lines += sign;
  if (cell.lines === 0) cells.delete(text);
  else cells.set(text, cell);
}

/** The cells of lines, in order of first meeting. */
export function cellsOfLines(lines: Iterable<CountedLine>): Cell[] {
  const cells = new Map<string, Cell>();
  for (const line of lines) addToCells(cells, line);
  return [...cells.values()];
}
