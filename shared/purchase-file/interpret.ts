import type { Category } from "../categories.ts";
import { CATEGORIES } from "../categories.ts";
import type { IsoDate } from "../facts.ts";
import { readAmount } from "./amount.ts";
import type { KnownCanteen } from "./canteen-cell.ts";
import { canteenReader } from "./canteen-cell.ts";
import { readText, trimCell } from "./cell-text.ts";
import { readBoolean, readCategories, readCharacteristics, readFamily, readOrigin } from "./coded-cells.ts";
import type { FileColumn } from "./columns.ts";
import { findHeader } from "./columns.ts";
import { readDay } from "./day.ts";
import type { Header } from "./header.ts";
import { readHeader } from "./header.ts";
import type { Correction, CorrectionCode, FileIssue } from "./issues.ts";
import { readLocality } from "./locality.ts";
import type { Notes, ReadingMode } from "./notes.ts";
import { takeNotes } from "./notes.ts";
import type { PurchaseRow, RefusedRow } from "./purchase-row.ts";

/** A table of texts, as a spreadsheet shows it. */
export interface Table {
  /** Rows of a workbook have no length of their own: what is empty at their end is not there. */
  kind: "csv" | "workbook";
  rows: readonly { number: number; cells: readonly string[] }[];
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
}

/** A purchase file, read. */
export interface PurchaseFile {
  /** The header's cells; empty: none was found. */
  header: readonly string[];
  /** Rows that hold something, below the header. */
  read: number;
  rows: PurchaseRow[];
  refused: RefusedRow[];
  issues: FileIssue[];
  /** All issues, also beyond the list. */
  issueCount: number;
  corrections: Correction[];
}

const DESCRIPTION_LENGTH = 300;
const SUPPLIER_LENGTH = 200;

/** The purchases of a table, and for every row that is none, why. Pure: the same table gives the same answer. */
export function interpretTable(table: Table, options: InterpretOptions): PurchaseFile {
  const notes = takeNotes(options.mode);
  for (const { code, value, result } of table.mended)
    notes.correct({ row: null, column: null }, value, { code, result });
  const headerIndex = findHeader(table.rows.map((row) => row.cells));
  const top = headerIndex === null ? undefined : table.rows[headerIndex];
  if (headerIndex === null || top === undefined) {
    notes.refuse({ row: null, column: null }, "", { code: "FILE_NO_HEADER" });
    return result(notes, { header: [], read: 0, rows: [], refused: [] });
  }
  if (headerIndex > 0)
    notes.correct({ row: 1, column: null }, (table.rows[0]?.cells ?? []).join(" ").trim(), {
      code: "TITLE_ROWS",
      result: String(top.number),
    });
  const cells = top.cells.map((cell) => (options.mode === "strict" ? cell : trimCell(cell)));
  const header = readHeader(cells, { row: top.number, notes, canteenChosen: options.chosen !== null });
  const body = table.rows.slice(headerIndex + 1);
  // The platform refuses a file for its header, whatever its rows hold.
  const whole = header === null || notes.issueCount() > 0;
  return result(notes, { header: cells, ...readRows(body, { table, header, notes, options, whole }) });
}

interface Reading {
  table: Table;
  header: Header | null;
  notes: Notes;
  options: InterpretOptions;
  /** Every row is refused with the file; they are read all the same, to say what is wrong in them too. */
  whole: boolean;
}

function readRows(body: Table["rows"], reading: Reading): Pick<PurchaseFile, "read" | "rows" | "refused"> {
  const { header, notes } = reading;
  const last = body.findLastIndex((row) => row.cells.some((cell) => trimCell(cell) !== ""));
  const rows: PurchaseRow[] = [];
  const refused: RefusedRow[] = [];
  const readCanteen = canteenReader(reading.options, notes);
  for (const { number, cells: raw } of body.slice(0, last + 1)) {
    const cells = raw.map(trimCell);
    if (cells.every((cell) => cell === "")) {
      notes.correct({ row: number, column: null }, "", { code: "BLANK_ROW", result: "" });
      continue;
    }
    const before = notes.issueCount();
    if (header !== null) checkLength(number, cells, { ...reading, header });
    const row =
      header === null
        ? null
        : readRow(number, cells, { header, notes, options: reading.options, readCanteen });
    if (row !== null && !reading.whole && notes.issueCount() === before) rows.push(row);
    else refused.push({ row: number, cells: raw });
  }
  return { read: rows.length + refused.length, rows, refused };
}

/** A value beyond the header belongs to no column; another number of cells is what the platform refuses. */
function checkLength(
  row: number,
  cells: readonly string[],
  { table, header, notes }: Reading & { header: Header },
): void {
  const beyond = cells.slice(header.width).find((cell) => cell !== "");
  if (beyond !== undefined) notes.refuse({ row, column: null }, beyond, { code: "ROW_LENGTH" });
  else if (table.kind === "csv" && notes.mode === "strict" && cells.length !== header.width)
    notes.refuse({ row, column: null }, String(cells.length), {
      code: "ROW_LENGTH",
      suggestion: String(header.width),
    });
}

interface RowReading {
  header: Header;
  notes: Notes;
  options: InterpretOptions;
  readCanteen: ReturnType<typeof canteenReader>;
}

function readRow(
  row: number,
  cells: readonly string[],
  { header, notes, options, readCanteen }: RowReading,
): PurchaseRow | null {
  const at = (column: FileColumn) => cells[header.at.get(column) ?? -1] ?? "";
  const needed = <Value>(column: FileColumn, read: (cell: string) => Value | null): Value | null => {
    const cell = at(column);
    if (cell !== "") return read(cell);
    notes.refuse({ row, column }, "", { code: "REQUIRED" });
    return null;
  };
  const siret = readCanteen(row, header, at);
  const description = needed("description", (cell) =>
    readText(cell, { row, column: "description" }, { notes, max: DESCRIPTION_LENGTH }),
  );
  const date = needed("date", (cell) =>
    readDay(cell, { row, column: "date" }, { notes, today: options.today }),
  );
  const amountHtCents = needed("prix_ht", (cell) => readAmount(cell, { row, column: "prix_ht" }, notes));
  const family = needed("famille_produits", (cell) =>
    readFamily(cell, { row, column: "famille_produits" }, notes),
  );
  const supplier = readSupplier(row, at("fournisseur"), notes);
  const marks = readMarks(row, cells, { header, notes, at });
  if (siret === null || description === null || date === null || amountHtCents === null || family === null)
    return null;
  return { row, siret, description, supplier, date, amountHtCents, family, ...marks };
}

function readSupplier(row: number, cell: string, notes: Notes): string | null {
  const where = { row, column: "fournisseur" };
  if (cell === "") {
    notes.correct(where, "", { code: "SUPPLIER_MISSING", result: "" });
    return null;
  }
  return readText(cell, where, { notes, max: SUPPLIER_LENGTH });
}

type Marks = Pick<PurchaseRow, "claims" | "origin" | "short" | "local" | "localScope" | "localRadiusM">;

function readMarks(
  row: number,
  cells: readonly string[],
  { header, notes, at }: { header: Header; notes: Notes; at: (column: FileColumn) => string },
): Marks {
  const listed = new Set(
    header.characteristicsAt.flatMap((index) =>
      readCharacteristics(cells[index] ?? "", { row, column: "caracteristiques" }, notes),
    ),
  );
  const claimed = readCategories(at("categories_egalim"), { row, column: "categories_egalim" }, notes);
  const claims: Category[] = CATEGORIES.filter((code) => listed.has(code) || claimed.includes(code));
  if (listed.has("FRANCE") && listed.has("EUROPE"))
    notes.refuse({ row, column: "caracteristiques" }, "FRANCE, EUROPE", { code: "ORIGIN_BOTH" });
  const listedOrigin = listed.has("FRANCE") ? "FRANCE" : listed.has("EUROPE") ? "EUROPE" : null;
  const origin = readOrigin(at("origine"), { row, column: "origine" }, notes) ?? listedOrigin;
  const short = readBoolean(at("est_circuit_court"), { row, column: "est_circuit_court" }, notes) === true;
  const local =
    readBoolean(at("est_local"), { row, column: "est_local" }, notes) === true || listed.has("LOCAL");
  const definition = {
    row,
    definition: at("definition_local"),
    km: at("definition_local_km"),
    older: header.older,
  };
  return {
    claims,
    origin,
    short: short || listed.has("CIRCUIT_COURT"),
    local,
    ...readLocality(definition, local, notes),
  };
}

function result(
  notes: Notes,
  file: Pick<PurchaseFile, "header" | "read" | "rows" | "refused">,
): PurchaseFile {
  return { ...file, issues: notes.issues, issueCount: notes.issueCount(), corrections: notes.corrections() };
}
