import type { Notes, Where } from "./notes.ts";

/** The null character that no database keeps. */
const NULLS = /\0/g;
/** What a spreadsheet would run as a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/** The cell without outer spaces and null characters. */
export function trimCell(cell: string): string {
  if (isInner(cell.charCodeAt(0)) && isInner(cell.charCodeAt(cell.length - 1)) && !cell.includes("\0"))
    return cell;
  return cell.replace(NULLS, "").trim();
}

/** A character that is no space, told without a search; of an empty cell there is none. */
function isInner(code: number): boolean {
  return code > 0x20 && code !== 0xa0 && code < 0x1680;
}

/** One line of text of at most `max` characters; the apostrophe that an export put before a formula is taken off. */
export function readText(cell: string, where: Where, { notes, max }: { notes: Notes; max: number }): string {
  const line = cell.replace(/\s+/g, " ");
  const text = line.startsWith("'") && FORMULA.test(line.slice(1)) ? line.slice(1) : line;
  if (text !== line) notes.correct(where, cell, { code: "FORMULA_GUARD", result: text });
  if (text.length <= max) return text;
  const short = text.slice(0, max).trimEnd();
  notes.correct(where, cell, { code: "TEXT_SHORTENED", result: short });
  return short;
}

/** Text as the purchase file may hold it: one line, and an apostrophe before what a spreadsheet would run. */
export function guardText(text: string): string {
  const line = trimCell(text).replace(/\s+/g, " ");
  return FORMULA.test(line) || (line.startsWith("'") && FORMULA.test(line.slice(1))) ? `'${line}` : line;
}
