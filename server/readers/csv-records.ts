import type { ParseResult } from "papaparse";
import Papa from "papaparse";
import type { TextRow } from "../../shared/purchase-file/row-recall.ts";
import { endOfCell } from "../../shared/purchase-file/row-recall.ts";
import { FILE_LIMITS, FileRefusal } from "./file-refusal.ts";

/** A row of a CSV text. */
export interface CsvRecord extends TextRow {
  /** Null: every cell is a piece of the text, see `cellsOf`. */
  cells: string[] | null;
}

/** Characters given to the parser at once. */
const SLICE = 16_384;
const QUOTE = 0x22;

/**
 * The rows of the text, one after the other. Most are cut where the delimiter stands; one with quotes that do not
 * simply stand around a cell is the parser's.
 */
export function* recordsOf(text: string, delimiter: string): Generator<CsvRecord> {
  const { linebreak } = Papa.parse(text.slice(0, SLICE), { preview: 1, delimiter }).meta;
  let start = 0;
  let quote = text.indexOf('"');
  while (start < text.length) {
    const found = text.indexOf(linebreak, start);
    const end = found === -1 ? text.length : found;
    if (quote !== -1 && quote < start) quote = text.indexOf('"', start);
    const record: CsvRecord = { text, start, end, delimiter, cells: null };
    if (quote === -1 || quote >= end || isSimple(record)) {
      yield record;
      start = found === -1 ? text.length : end + linebreak.length;
    } else {
      const { cells, next } = parseOne(text, start, { delimiter, linebreak });
      yield { text, start, end: next, delimiter, cells };
      start = next;
    }
  }
  // What follows the last line break is a row too: an empty one.
  if (text.endsWith(linebreak)) yield { text, start, end: start, delimiter, cells: null };
}

/** The cells of a row. */
export function cellsOf(record: CsvRecord): string[] {
  if (record.cells !== null) return record.cells;
  const { text, start, end } = record;
  const cells: string[] = [];
  for (let at = start; at <= end; ) {
    const stop = endOfCell(text, at, record);
    cells.push(isQuoted(text, at, end) ? text.slice(at + 1, stop - 1) : text.slice(at, stop));
    at = stop + 1;
  }
  return cells;
}

/** Whether every quote that begins a cell is closed at the end of that cell, before the row ends. */
function isSimple(record: CsvRecord): boolean {
  const { text, start, end, delimiter } = record;
  for (let at = start; at <= end; ) {
    const stop = endOfCell(text, at, record);
    if (isQuoted(text, at, end) && (stop === 0 || stop > end || (stop < end && text[stop] !== delimiter)))
      return false;
    at = stop + 1;
  }
  return true;
}

function isQuoted(text: string, start: number, end: number): boolean {
  return start < end && text.charCodeAt(start) === QUOTE;
}

/**
 * A row that is not over yet and whose quoted cell is longer than any: the parser would look at it again and again.
 * FileRefusal: FILE_FIELD.
 */
function refuseLongField(
  text: string,
  { start, end, delimiter }: { start: number; end: number; delimiter: string },
): void {
  for (let at = start; at < end; ) {
    if (text.charCodeAt(at) !== QUOTE) {
      const next = text.indexOf(delimiter, at);
      if (next === -1) return;
      at = next + 1;
      continue;
    }
    const close = closingQuote(text, at, { end, delimiter });
    // A doubled quote is one character of the cell.
    if (close - at > 2 * FILE_LIMITS.fieldLength) throw new FileRefusal("FILE_FIELD");
    at = close + 2;
  }
}

/** Where a quoted cell ends: a quote before a delimiter or a line break; `end` when it does not before. */
function closingQuote(
  text: string,
  start: number,
  { end, delimiter }: { end: number; delimiter: string },
): number {
  for (let at = start + 1; at < end; at += 1) {
    at = text.indexOf('"', at);
    if (at === -1 || at >= end) return end;
    const next = text[at + 1];
    if (next === '"') at += 1;
    else if (next === delimiter || next === "\n" || next === "\r") return at;
  }
  return end;
}

/** The row that begins here, and where the next one does. */
function parseOne(
  text: string,
  start: number,
  { delimiter, linebreak }: { delimiter: string; linebreak: string },
): { cells: string[]; next: number } {
  for (let size = SLICE; ; size *= 2) {
    const end = start + size;
    const isLast = end >= text.length;
    const parser = new Papa.Parser({ delimiter, newline: linebreak as "\n", preview: 1 });
    const { data, meta }: ParseResult<string[]> = parser.parse(text.slice(start, end), 0, !isLast);
    const [cells] = data;
    if (cells !== undefined && (isLast || meta.cursor < size)) return { cells, next: start + meta.cursor };
    if (isLast) return { cells: cells ?? [], next: text.length };
    refuseLongField(text, { start, end, delimiter });
  }
}
