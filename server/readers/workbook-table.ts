import { streamOdsRows } from "hucre/ods";
import { streamXlsxRows } from "hucre/xlsx";
import { findHeader } from "../../shared/purchase-file/columns.ts";
import type { TableRow } from "../../shared/purchase-file/interpret.ts";
import { checkCells, countRows } from "./csv-table.ts";
import { FILE_LIMITS, FileRefusal } from "./file-refusal.ts";
import type { OpenedTable } from "./open-table.ts";
import { checkZip } from "./zip-check.ts";

/** Sheets looked at for one that has a header. */
const SHEETS = 20;
const HEAD_ROWS = 60;

interface SheetRow {
  index: number;
  values: readonly (string | number | boolean | Date | null)[];
}

type OpenSheet = (sheet: number, maxRows: number) => AsyncIterable<SheetRow>;

/**
 * The first sheet of an XLSX or ODS workbook that has a header, else its first sheet; cells as text.
 * FileRefusal when it is no such workbook, damaged, a bomb, or beyond the limits.
 */
export async function openWorkbookTable(bytes: Uint8Array): Promise<OpenedTable> {
  const names = await checkZip(bytes);
  const open = opener(bytes, names);
  const sheet = await reading(() => chooseSheet(open));
  return {
    kind: "workbook",
    mended: [],
    readRows: (push) => reading(() => readSheet(open(sheet, FILE_LIMITS.sheetRows), push)),
  };
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

/** The only place that knows the spreadsheet library. */
function opener(bytes: Uint8Array, names: ReadonlySet<string>): OpenSheet {
  if (names.has("content.xml")) return (sheet, maxRows) => streamOdsRows(bytes, { sheets: [sheet], maxRows });
  if (names.has("[Content_Types].xml") && names.has("xl/workbook.xml"))
    return (sheet, maxRows) => streamXlsxRows(bytes, { sheet, maxRows });
  throw new FileRefusal("FILE_TYPE");
}

async function chooseSheet(open: OpenSheet): Promise<number> {
  for (let sheet = 0; sheet < SHEETS; sheet++) {
    const head = await readHead(open, sheet);
    if (head === null) break;
    if (findHeader(head) !== null) return sheet;
  }
  return 0;
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
