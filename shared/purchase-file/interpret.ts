import type { IsoDate } from "../facts.ts";
import { columnLetter, layoutOfMapping } from "../table-mapping/mapped-layout.ts";
import type { TableMapping } from "../table-mapping/mapping.ts";
import type { SkippedRow, UnknownWord } from "../table-mapping/questions.ts";
import { isSetAside } from "../table-mapping/set-aside.ts";
import type { KnownCanteen } from "./canteen-cell.ts";
import { trimCell } from "./cell-text.ts";
import { findHeader } from "./columns.ts";
import { readHeader } from "./header.ts";
import type { Correction, CorrectionCode, FileIssue } from "./issues.ts";
import type { Layout } from "./layout.ts";
import { layoutOfHeader } from "./layout.ts";
import type { Notes, ReadingMode } from "./notes.ts";
import { takeNotes } from "./notes.ts";
import type { PurchaseRow, RefusedRow } from "./purchase-row.ts";
import { rowReader } from "./read-row.ts";
import { MOST_REFUSED_TEXTS, refusedRow } from "./refused-row.ts";

/** A row as the spreadsheet numbers it. */
export interface TableRow {
  number: number;
  cells: readonly string[];
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

/** Rows set aside that are kept to be shown. */
const KEPT_SKIPPED = 200;
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
  /** What all the rows say; nothing is pushed after it. */
  close(): PurchaseFile;
}

/**
 * Begins to read a table; the first rows wait until the header is known. Purchases go to `onRow` when it is given, one
 * by one, and are not kept here.
 */
export function openInterpretation(
  source: Pick<Table, "kind" | "mended">,
  options: InterpretOptions,
  onRow?: (row: PurchaseRow) => void,
): Interpretation {
  const notes = takeNotes(options.mode);
  for (const { code, value, result } of source.mended)
    notes.correct({ row: null, column: null }, value, { code, result });
  const head: TableRow[] = [];
  let body: Body | null = null;

  function begin(): Body {
    const start = locateHeader(head, { notes, options });
    const started = readBody(start, { kind: source.kind, notes, options, onRow });
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

interface Start {
  /** Rows of the head that are not read: titles and header. */
  skip: number;
  header: readonly string[];
  /** Null: no row can be read. */
  layout: Layout | null;
  /** Every row is refused with the file; they are read all the same, to say what is wrong in them too. */
  whole: boolean;
}

interface Setting {
  notes: Notes;
  options: InterpretOptions;
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

interface Body {
  push(row: TableRow): void;
  close(): Pick<PurchaseFile, "header" | "read" | "rows" | "refused" | "skipped" | "skippedCount">;
}

function readBody(
  { header, layout, whole, skip }: Start,
  {
    kind,
    notes,
    options,
    onRow,
  }: Setting & Pick<Table, "kind"> & { onRow: ((row: PurchaseRow) => void) | undefined },
): Body {
  const rows: PurchaseRow[] = [];
  const keep = onRow ?? ((row: PurchaseRow) => rows.push(row));
  let purchases = 0;
  const refused: RefusedRow[] = [];
  const skipped: SkippedRow[] = [];
  let skippedCount = 0;
  const above: string[] = [];
  const isHeaderless = !Number.isFinite(skip);
  const readRow = layout === null ? null : rowReader(layout, { notes, options });
  const forgiving = notes.mode === "forgiving" ? layout : null;
  /** A date that stood above goes out with the row, which will stand alone. */
  const fillsDown = (layout?.mapped?.fillDown ?? []).length > 0;
  /** Blank rows are only worth a word when something follows them. */
  let blanks: number[] = [];

  function push({ number, cells: raw }: TableRow): void {
    if (isHeaderless) return;
    const cells = raw.map(trimCell);
    if (cells.every((cell) => cell === "")) {
      blanks.push(number);
      return;
    }
    for (const blank of blanks)
      notes.correct({ row: blank, column: null }, "", { code: "BLANK_ROW", result: "" });
    blanks = [];
    if (forgiving !== null && isSetAside(cells, { layout: forgiving, header })) setAside(number, cells);
    else read(number, { cells, raw });
  }

  function read(number: number, { cells, raw }: { cells: string[]; raw: readonly string[] }): void {
    const before = notes.issueCount();
    if (layout !== null) {
      checkLength(number, cells, { kind, layout, notes });
      fillDown(number, cells, { layout, above, notes });
    }
    const row = readRow === null ? null : readRow(number, cells);
    if (row !== null && !whole && notes.issueCount() === before) {
      purchases += 1;
      keep(row);
    } else
      refused.push(
        refusedRow(
          number,
          { cells, raw: fillsDown ? cells : raw },
          refused.length < MOST_REFUSED_TEXTS ? layout : null,
        ),
      );
  }

  function setAside(row: number, cells: readonly string[]): void {
    const text = cells
      .filter((cell) => cell !== "")
      .join(" ")
      .slice(0, SKIPPED_TEXT);
    notes.correct({ row, column: null }, text, { code: "TOTAL_ROW", result: "" });
    skippedCount += 1;
    if (skipped.length < KEPT_SKIPPED) skipped.push({ row, text });
  }

  return {
    push,
    close: () => ({ header, read: purchases + refused.length, rows, refused, skipped, skippedCount }),
  };
}

const SKIPPED_TEXT = 100;

/** A value beyond the header belongs to no column; another number of cells is what the platform refuses. */
function checkLength(
  row: number,
  cells: readonly string[],
  { kind, layout, notes }: Pick<Table, "kind"> & { layout: Layout; notes: Notes },
): void {
  const { width } = layout;
  const beyond = cells.length > width ? cells.slice(width).find((cell) => cell !== "") : undefined;
  if (beyond !== undefined) notes.refuse({ row, column: null }, beyond, { code: "ROW_LENGTH" });
  else if (kind === "csv" && notes.mode === "strict" && cells.length !== width)
    notes.refuse({ row, column: null }, String(cells.length), {
      code: "ROW_LENGTH",
      suggestion: String(width),
    });
}

/** Puts the value above into an empty cell of the columns that the mapping names. */
function fillDown(
  row: number,
  cells: string[],
  { layout, above, notes }: { layout: Layout; above: string[]; notes: Notes },
): void {
  for (const { index, where } of layout.mapped?.fillDown ?? []) {
    const last = above[index] ?? "";
    if ((cells[index] ?? "") !== "") above[index] = cells[index] ?? "";
    else if (last !== "") {
      cells[index] = last;
      notes.correct(where(row), "", { code: "FILLED_DOWN", result: last });
    }
  }
}
