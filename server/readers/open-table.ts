import type { Interpretation, Table, TableRow } from "../../shared/purchase-file/interpret.ts";
import type { TableHead } from "../../shared/table-mapping/inspect-table.ts";
import { openCsvTable } from "./csv-table.ts";
import { decodeText } from "./encoding.ts";
import { FileRefusal } from "./file-refusal.ts";
import type { WantedSheet } from "./workbook-table.ts";

/** A table of any format, known by its content: a name says nothing. Its rows are read once, one after the other. */
export interface OpenedTable extends Pick<Table, "kind" | "mended"> {
  /**
   * Gives every row to `push`, in order, but those of a text that `recall` takes without their cells. Throws FileRefusal, also in the middle: what was pushed then counts for nothing.
   */
  readRows(push: (row: TableRow) => void, hooks?: ReadingHooks): Promise<void>;
}

export interface ReadingHooks {
  /** Told now and then which share of the file (0 to 1) is read. */
  onRead?: ((share: number) => void) | undefined;
  /** See Interpretation.recall. */
  recall?: Interpretation["recall"] | undefined;
}

/**
 * Opens the table that these bytes hold; of a workbook, the sheet that is wanted (null: the one that looks like
 * purchases). Throws FileRefusal when they hold none.
 */
export async function openTable(bytes: Uint8Array, sheet: WantedSheet | null): Promise<OpenedTable> {
  if (!isWorkbook(bytes)) return openCsvTable(decodeText(bytes));
  return await (await loadWorkbooks()).openWorkbookTable(bytes, sheet);
}

/**
 * The first rows of a file of any format, and its sheets: enough to say what it is. `wanted`: index of the sheet;
 * null: the one that looks like purchases. Throws FileRefusal when nothing can be read of it.
 */
export async function readTableHead(
  bytes: Uint8Array,
  { wanted, rows: most }: { wanted: number | null; rows: number },
): Promise<TableHead> {
  if (isWorkbook(bytes)) return await (await loadWorkbooks()).readWorkbookHead(bytes, { wanted, rows: most });
  const rows: TableRow[] = [];
  await openCsvTable(decodeText(bytes)).readRows((row) => {
    if (rows.length < most) rows.push(row);
  });
  return { kind: "csv", sheets: [{ index: 0, name: "" }], sheet: 0, rows };
}

/** When there is one: a CSV is read before the spreadsheet library would be loaded. */
function loadWorkbooks(): Promise<typeof import("./workbook-table.ts")> {
  return import("./workbook-table.ts");
}

/** Whether the bytes are a zip. Throws FileRefusal when they are nothing that a table may be in. */
function isWorkbook(bytes: Uint8Array): boolean {
  if (isBlank(bytes)) throw new FileRefusal("FILE_EMPTY");
  if (startsWith(bytes, "PK\u0003\u0004")) return true;
  if (startsWith(bytes, "\u00D0\u00CF\u0011\u00E0")) throw new FileRefusal("FILE_OLD_EXCEL");
  if (STARTS_OF_OTHERS.some((start) => startsWith(bytes, start))) throw new FileRefusal("FILE_TYPE");
  return false;
}

/** PDF, images, pages: what people drop by mistake. */
const STARTS_OF_OTHERS = [
  "%PDF",
  "\u0089PNG",
  "\u00FF\u00D8\u00FF",
  "GIF8",
  "<?xml",
  "<!DOCTYPE",
  "<html",
  "{\\rtf",
];

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte <= 0x20);
}

function startsWith(bytes: Uint8Array, start: string): boolean {
  return Array.from(start).every((letter, index) => bytes[index] === letter.charCodeAt(0));
}
