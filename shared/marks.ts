/**
 * The bit set `marks` of a cell and of a line. Each mark has two bits:
 * bit 2k: confirmed; bit 2k+1: at least declared (always set when confirmed is).
 */
export const MARKS = ["SHORT", "LOCAL", "ORGANIC", "FAIR_TRADE", "FRANCE", "EUROPE"] as const;
export type Mark = (typeof MARKS)[number];

/** `strict`: confirmed only; `declared`: confirmed and declared. */
export const CERTAINTIES = ["strict", "declared"] as const;
export type Certainty = (typeof CERTAINTIES)[number];

/** The bit of `mark` at that certainty: 1, 2, 4, ... 2048. */
export function markBit(mark: Mark, certainty: Certainty): number {
  return 1 << (2 * MARKS.indexOf(mark) + (certainty === "strict" ? 0 : 1));
}

/** Whether the bit set says `mark` at that certainty. */
export function hasMark(marks: number, mark: Mark, certainty: Certainty): boolean {
  return (marks & markBit(mark, certainty)) !== 0;
}
