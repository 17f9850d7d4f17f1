import { streamOdsRows } from "hucre/ods";
import { streamXlsxRows } from "hucre/xlsx";
import { findHeader } from "../../shared/purchase-file/columns.ts";
import type { Table } from "../../shared/purchase-file/interpret.ts";
import { checkCells } from "./csv-table.ts";
import { FILE_LIMITS, FileRefusal } from "./file-refusal.ts";
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
export async function readWorkbookTable(bytes: Uint8Array): Promise<Table> {
  const names = await checkZip(bytes);
  const open = opener(bytes, names);
  try {
    return { kind: "workbook", rows: await readSheet(open, await chooseSheet(open)), mended: [] };
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

async function readSheet(open: OpenSheet, sheet: number): Promise<Table["rows"]> {
  const rows: { number: number; cells: string[] }[] = [];
  for await (const { index, values } of open(sheet, FILE_LIMITS.rows * 2)) {
    const cells = values.map(textOf);
    if (cells.every((cell) => cell === "")) continue;
    checkCells(cells);
    rows.push({ number: index + 1, cells });
    if (rows.length > FILE_LIMITS.rows + 1) throw new FileRefusal("FILE_ROWS");
  }
  return withBlankRows(rows);
}

/** Blank rows between filled ones, which a workbook leaves out, so that both kinds of table show them. */
function withBlankRows(rows: readonly { number: number; cells: string[] }[]): Table["rows"] {
  const whole: { number: number; cells: string[] }[] = [];
  for (const row of rows) {
    const last = whole.at(-1)?.number ?? row.number - 1;
    if (row.number === last + 2) whole.push({ number: last + 1, cells: [] });
    whole.push(row);
  }
  return whole;
}

/** A cell as a purchase file would write it: a day without its hours, a number with a point. */
function textOf(value: SheetRow["values"][number]): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "" : value.toISOString().slice(0, 10);
  if (typeof value === "boolean") return value ? "OUI" : "NON";
  return String(value);
}
