import type { IsoDate } from "../facts.ts";
import { columnLetter, layoutOfMapping } from "../table-mapping/mapped-layout.ts";
import type { TableMapping } from "../table-mapping/mapping.ts";
import type { SkippedRow, UnknownWord } from "../table-mapping/questions.ts";
import type { KnownCanteen } from "./canteen-cell.ts";
import { trimCell } from "./cell-text.ts";
import { findHeader } from "./columns.ts";
import { readHeader } from "./header.ts";
import type { Correction, CorrectionCode, FileIssue } from "./issues.ts";
import { layoutOfHeader } from "./layout.ts";
import type { Notes, ReadingMode } from "./notes.ts";
import { takeNotes } from "./notes.ts";
import type { Purchase, PurchaseRow, RefusedRow } from "./purchase-row.ts";
import type { Body, Setting, Start } from "./read-body.ts";
import { readBody } from "./read-body.ts";
import type { TextRow } from "./row-recall.ts";

/** A row as the spreadsheet numbers it. */
export interface TableRow {
  number: number;
  cells: readonly string[];
  /** The text it was cut from; absent: there is none, or its quotes are not simple. */
  from?: TextRow | undefined;
}

/** A table of texts, as a spreadsheet shows it. */
export interface Table {
  /** Rows of a workbook have no length of their own: what is empty at their end is not there. */
  kind: "csv" | "workbook";
  rows: readonly TableRow[];
  /** What had to be mended before there was a table. */
  mended: readonly { code: CorrectionCode; value: string; result: string }[];
}

export interface InterpretOptions {
  today: IsoDate;
  mode: ReadingMode;
  /** Canteens that a row may be of. */
  canteens: readonly KnownCanteen[];
  /** SIRET of the only canteen whose rows are wanted; null: every known one. */
  chosen: string | null;
  /** Rows of a canteen nobody knows are kept, for it is about to be created. */
  create: boolean;
  /** How the columns are to be read; null: the State's names say it. The strict mode knows these only. */
  mapping?: TableMapping | null;
}

/** A purchase file, read. */
export interface PurchaseFile {
  /** The header's cells; empty: none was found. */
  header: readonly string[];
  /** Rows that hold something, below the header, without those that are skipped. */
  read: number;
  rows: PurchaseRow[];
  refused: RefusedRow[];
  issues: FileIssue[];
  /** All issues, also beyond the list. */
  issueCount: number;
  corrections: Correction[];
  /** Rows that are no purchase, the first of them; all are counted. */
  skipped: SkippedRow[];
  skippedCount: number;
  unknownWords: UnknownWord[];
}

/** Rows looked at for a header. */
const HEAD_ROWS = 50;

/** The purchases of a table, and for every row that is none, why. Pure: the same table gives the same answer. */
export function interpretTable(table: Table, options: InterpretOptions): PurchaseFile {
  const interpretation = openInterpretation(table, options);
  for (const row of table.rows) interpretation.push(row);
  return interpretation.close();
}

/** A table read row by row, so that only its purchases are in memory. */
export interface Interpretation {
  push(row: TableRow): void;
  /** Takes a row without its cells, when one like it was read before; false: it must be pushed. */
  recall(number: number, from: TextRow): boolean;
  /** What all the rows say; nothing is pushed after it. */
  close(): PurchaseFile;
}

/**
 * Begins to read a table; the first rows wait until the header is known. Purchases go to `onPurchase` when it is given,
 * one by one, and are not kept here.
 */
export function openInterpretation(
  source: Pick<Table, "kind" | "mended">,
  options: InterpretOptions,
  onPurchase?: (purchase: Purchase) => void,
): Interpretation {
  const notes = takeNotes(options.mode);
  for (const { code, value, result } of source.mended)
    notes.correct({ row: null, column: null }, value, { code, result });
  const head: TableRow[] = [];
  let body: Body | null = null;

  function begin(): Body {
    const start = locateHeader(head, { notes, options });
    const started = readBody(start, { kind: source.kind, notes, options, onPurchase });
    for (const row of head.slice(start.skip)) started.push(row);
    return started;
  }

  return {
    push(row) {
      if (body !== null) body.push(row);
      else {
        head.push(row);
        if (head.length === HEAD_ROWS) body = begin();
      }
    },
    recall: (number, from) => body?.recall(number, from) ?? false,
    close() {
      body ??= begin();
      return {
        ...body.close(),
        issues: notes.issues,
        issueCount: notes.issueCount(),
        corrections: notes.corrections(),
        unknownWords: notes.unknownWords(),
      };
    },
  };
}

function locateHeader(head: readonly TableRow[], { notes, options }: Setting): Start {
  const mapping = options.mode === "strict" ? null : (options.mapping ?? null);
  if (mapping !== null) return startOfMapping(head, mapping, notes);
  const index = findHeader(head.map((row) => row.cells));
  const top = index === null ? undefined : head[index];
  if (index === null || top === undefined) {
    notes.refuse({ row: null, column: null }, "", { code: "FILE_NO_HEADER" });
    return { skip: Number.POSITIVE_INFINITY, header: [], layout: null, whole: true };
  }
  noteTitles(head, index, notes);
  const cells = top.cells.map((cell) => (options.mode === "strict" ? cell : trimCell(cell)));
  const header = readHeader(cells, { row: top.number, notes, canteenChosen: options.chosen !== null });
  // The platform refuses a file for its header, whatever its rows hold.
  return {
    skip: index + 1,
    header: cells,
    layout: header === null ? null : layoutOfHeader(header, cells),
    whole: header === null || notes.issueCount() > 0,
  };
}

function startOfMapping(head: readonly TableRow[], mapping: TableMapping, notes: Notes): Start {
  const index = mapping.headerRow === null ? -1 : head.findIndex((row) => row.number === mapping.headerRow);
  const top = head[index];
  if (mapping.headerRow !== null && top === undefined) {
    notes.refuse({ row: mapping.headerRow, column: null }, "", { code: "FILE_NO_HEADER" });
    return { skip: Number.POSITIVE_INFINITY, header: [], layout: null, whole: true };
  }
  noteTitles(head, index, notes);
  const header = top === undefined ? null : top.cells.map(trimCell);
  const layout = layoutOfMapping(mapping, { header, row: top?.number ?? null, notes });
  const letters = (head[0]?.cells ?? []).map((_, place) => columnLetter(place));
  return { skip: index + 1, header: header ?? letters, layout, whole: layout === null };
}

function noteTitles(head: readonly TableRow[], index: number, notes: Notes): void {
  const [first] = head;
  const top = head[index];
  if (index > 0 && first !== undefined && top !== undefined)
    notes.correct({ row: 1, column: null }, first.cells.join(" ").trim(), {
      code: "TITLE_ROWS",
      result: String(top.number),
    });
}
