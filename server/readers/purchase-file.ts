import type { InterpretOptions, PurchaseFile, Table } from "../../shared/purchase-file/interpret.ts";
import { interpretTable } from "../../shared/purchase-file/interpret.ts";
import type { FileIssueCode } from "../../shared/purchase-file/issues.ts";
import { readCsvTable } from "./csv-table.ts";
import { decodeText } from "./encoding.ts";
import { FileRefusal } from "./file-refusal.ts";
import { readWorkbookTable } from "./workbook-table.ts";

/** A purchase file of any format, read; a file that is none has no row and one issue. */
export async function readPurchaseFile(bytes: Uint8Array, options: InterpretOptions): Promise<PurchaseFile> {
  try {
    return interpretTable(await readTable(bytes), options);
  } catch (error) {
    if (!(error instanceof FileRefusal)) throw error;
    return refusedFile(error.code);
  }
}

/** A file of which nothing could be read. */
export function refusedFile(code: FileIssueCode): PurchaseFile {
  return {
    header: [],
    read: 0,
    rows: [],
    refused: [],
    issues: [{ row: null, column: null, value: "", code, suggestion: null }],
    issueCount: 1,
    corrections: [],
    skipped: [],
    skippedCount: 0,
    unknownWords: [],
  };
}

/** The format is known by the content: a name says nothing. */
async function readTable(bytes: Uint8Array): Promise<Table> {
  if (bytes.every((byte) => byte <= 0x20)) throw new FileRefusal("FILE_EMPTY");
  if (startsWith(bytes, "PK\u0003\u0004")) return readWorkbookTable(bytes);
  if (startsWith(bytes, "\u00D0\u00CF\u0011\u00E0")) throw new FileRefusal("FILE_OLD_EXCEL");
  if (STARTS_OF_OTHERS.some((start) => startsWith(bytes, start))) throw new FileRefusal("FILE_TYPE");
  return readCsvTable(decodeText(bytes));
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

function startsWith(bytes: Uint8Array, start: string): boolean {
  return Array.from(start).every((letter, index) => bytes[index] === letter.charCodeAt(0));
}
