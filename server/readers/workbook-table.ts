import { streamOdsRows } from "hucre/ods";
import { streamXlsxRows } from "hucre/xlsx";
import { findHeader } from "../../shared/purchase-file/columns.ts";
import type { TableRow } from "../../shared/purchase-file/interpret.ts";
import { bestHeaderScore } from "../../shared/table-mapping/find-header.ts";
import type { TableHead } from "../../shared/table-mapping/inspect-table.ts";
import { checkCells, countRows } from "./csv-table.ts";
import { FILE_LIMITS, FileRefusal } from "./file-refusal.ts";
import { joinParagraphs } from "./ods-paragraphs.ts";
import { checkOdsRepeats } from "./ods-repeats.ts";
import type { OpenedTable } from "./open-table.ts";
import { readSheetNames } from "./sheet-names.ts";
import { checkZip } from "./zip-check.ts";

/** Sheets looked at for one that has a header. */
const SHEETS = 20;
const HEAD_ROWS = 60;

interface SheetRow {
  index: number;
  values: readonly (string | number | boolean | Date | null)[];
}

type OpenSheet = (sheet: number, maxRows: number) => AsyncIterable<SheetRow>;

/** A sheet by its name, else by its place from 0. */
export type WantedSheet = Readonly<{ name: string; index: number }>;

/**
 * The sheet that is wanted, else the one that a header speaks for, else the first of an XLSX or ODS workbook; cells
 * as text. FileRefusal when it is no such workbook, damaged, a bomb, beyond the limits, or has no such sheet.
 */
export async function openWorkbookTable(
  bytes: Uint8Array,
  wanted: WantedSheet | null = null,
): Promise<OpenedTable> {
  const open = await openerOf(bytes);
  const sheet = await reading(() => (wanted === null ? chooseSheet(open) : findSheet(bytes, wanted)));
  return {
    kind: "workbook",
    mended: [],
    readRows: (push) => reading(() => readSheet(open(sheet, FILE_LIMITS.sheetRows), push)),
  };
}

/** The first rows of the sheet that is wanted, or of the one that a header speaks for, and the names of all. */
export async function readWorkbookHead(
  bytes: Uint8Array,
  { wanted, rows: most }: { wanted: number | null; rows: number },
): Promise<TableHead> {
  const open = await openerOf(bytes);
  return await reading(async () => {
    const sheets = (await readSheetNames(bytes)).map((name, index) => ({ index, name }));
    const sheet = wanted ?? (await chooseSheet(open));
    if (wanted !== null && wanted >= Math.max(sheets.length, 1)) throw new FileRefusal("SHEET_MISSING");
    const rows: TableRow[] = [];
    await readSheet(open(sheet, most), (row) => rows.push(row));
    return { kind: "workbook", sheets, sheet, rows };
  });
}

async function findSheet(bytes: Uint8Array, wanted: WantedSheet): Promise<number> {
  const names = await readSheetNames(bytes);
  const named = names.indexOf(wanted.name);
  if (named !== -1) return named;
  if (wanted.index < Math.max(names.length, 1)) return wanted.index;
  throw new FileRefusal("SHEET_MISSING");
}

/** What the library throws says that the workbook is damaged. */
async function reading<Value>(read: () => Promise<Value>): Promise<Value> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof FileRefusal) throw error;
    throw new FileRefusal("FILE_UNREADABLE");
  }
}

async function openerOf(bytes: Uint8Array): Promise<OpenSheet> {
  const names = await checkZip(bytes);
  if (!names.has("content.xml")) return opener(bytes, names);
  const { paragraphs } = await checkOdsRepeats(bytes);
  return opener(paragraphs ? await joinParagraphs(bytes) : bytes, names);
}

/** The only place that knows the spreadsheet library. */
function opener(bytes: Uint8Array, names: ReadonlySet<string>): OpenSheet {
  if (names.has("content.xml")) return (sheet, maxRows) => streamOdsRows(bytes, { sheets: [sheet], maxRows });
  if (names.has("[Content_Types].xml") && names.has("xl/workbook.xml"))
    return (sheet, maxRows) => streamXlsxRows(bytes, { sheet, maxRows });
  throw new FileRefusal("FILE_TYPE");
}

/** The first sheet with the State's header, else the one whose best row looks most like a header, else the first. */
async function chooseSheet(open: OpenSheet): Promise<number> {
  let best = { sheet: 0, score: 0 };
  for (let sheet = 0; sheet < SHEETS; sheet++) {
    const head = await readHead(open, sheet);
    if (head === null) break;
    if (findHeader(head) !== null) return sheet;
    const score = bestHeaderScore(head);
    if (score > best.score) best = { sheet, score };
  }
  return best.sheet;
}

/** Null: there is no such sheet. The library says so by an error, or by no row at all. */
async function readHead(open: OpenSheet, sheet: number): Promise<string[][] | null> {
  const head: string[][] = [];
  try {
    for await (const { values } of open(sheet, HEAD_ROWS)) head.push(values.map(textOf));
  } catch (error) {
    if (sheet === 0) throw error;
    return null;
  }
  return head;
}

/** A single blank row between filled ones, which a workbook leaves out, is given: both kinds of table show it. */
async function readSheet(sheet: AsyncIterable<SheetRow>, push: (row: TableRow) => void): Promise<void> {
  const count = countRows();
  let last: number | null = null;
  for await (const { index, values } of sheet) {
    const number = index + 1;
    const cells = values.map(textOf);
    const isFilled = checkCells(cells);
    count(number, isFilled);
    if (!isFilled) continue;
    if (last !== null && number === last + 2) push({ number: last + 1, cells: [] });
    push({ number, cells });
    last = number;
  }
}

/** A cell as a purchase file would write it: a day without its hours, a number with a point. */
function textOf(value: SheetRow["values"][number]): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "" : value.toISOString().slice(0, 10);
  if (typeof value === "boolean") return value ? "OUI" : "NON";
  return String(value);
}
