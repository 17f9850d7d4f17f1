import Papa from "papaparse";
import { trimCell } from "../../shared/purchase-file/cell-text.ts";
import { findHeader } from "../../shared/purchase-file/columns.ts";
import type { Table } from "../../shared/purchase-file/interpret.ts";
import { bestHeaderScore } from "../../shared/table-mapping/find-header.ts";
import { cellsOf, recordsOf } from "./csv-records.ts";
import type { DecodedText } from "./encoding.ts";
import { FILE_LIMITS, FileRefusal } from "./file-refusal.ts";
import type { OpenedTable } from "./open-table.ts";

const DELIMITERS = [",", ";", "\t"] as const;
/** Rows looked at to choose the delimiter. */
const SAMPLE_ROWS = 60;
/** Characters looked at for it. */
const SAMPLE_LENGTH = 262_144;

/** Characters between two words on how far the reading is: few words on a long text. */
const TOLD = 65_536;
const WORDS = 40;

/** The table of a CSV or TSV text, rows numbered from 1. FileRefusal: FILE_TYPE, FILE_ROWS, FILE_COLUMNS, FILE_FIELD. */
export function openCsvTable({ text: given, encoding }: DecodedText): OpenedTable {
  if (given.includes("\0")) throw new FileRefusal("FILE_TYPE");
  const mended: Table["mended"][number][] = [];
  if (encoding !== "utf-8") mended.push({ code: "ENCODING", value: encoding, result: encoding });
  const unquoted = unquoteLines(given);
  if (unquoted !== null) mended.push({ code: "QUOTED_LINES", value: "", result: "" });
  const text = unquoted ?? given;
  return {
    kind: "csv",
    mended,
    async readRows(push, { onRead, recall } = {}) {
      const count = countRows();
      let number = 0;
      let told = 0;
      const step = Math.max(TOLD, text.length / WORDS);
      for (const record of recordsOf(text, chooseDelimiter(text))) {
        number += 1;
        if (record.cells === null && recall?.(number, record) === true) count(number, true);
        else {
          const cells = cellsOf(record);
          count(number, checkCells(cells));
          push({ number, cells, from: record.cells === null ? record : undefined });
        }
        if (record.end < told + step) continue;
        told = record.end;
        onRead?.(told / text.length);
      }
      onRead?.(1);
    },
  };
}

/** Refuses a table with more rows than a purchase file may have. Blank ones cost little: a whole sheet of them passes. */
export function countRows(): (number: number, isFilled: boolean) => void {
  let filled = 0;
  return (number, isFilled) => {
    if (isFilled) filled += 1;
    if (filled > FILE_LIMITS.rows + 1 || number > FILE_LIMITS.sheetRows) throw new FileRefusal("FILE_ROWS");
  };
}

/** Whether the row holds anything. Refuses one too wide, or a cell too long, to be of a purchase file. */
export function checkCells(cells: readonly string[]): boolean {
  let last = -1;
  let index = -1;
  for (const cell of cells) {
    index += 1;
    if (cell === "") continue;
    last = index;
    if (cell.length > FILE_LIMITS.fieldLength) throw new FileRefusal("FILE_FIELD");
  }
  if (last >= FILE_LIMITS.columns) throw new FileRefusal("FILE_COLUMNS");
  return last >= 0;
}

/** The delimiter under which a header is found; title rows above it mislead a guess by counting. */
function chooseDelimiter(whole: string): string {
  // Quotes alone, in megabytes, take the parser the square of their number: what is looked at is bounded.
  const text = whole.slice(0, SAMPLE_LENGTH);
  for (const delimiter of DELIMITERS) if (findHeader(sample(text, delimiter)) !== null) return delimiter;
  const scores = DELIMITERS.map((delimiter) => ({
    delimiter,
    score: bestHeaderScore(sample(text, delimiter)),
  }));
  const [best] = scores.sort((one, other) => other.score - one.score);
  if (best !== undefined && best.score > 0) return best.delimiter;
  return Papa.parse(text, { preview: SAMPLE_ROWS, delimitersToGuess: [...DELIMITERS] }).meta.delimiter;
}

function sample(text: string, delimiter: string): string[][] {
  return Papa.parse<string[]>(text, { preview: SAMPLE_ROWS, delimiter }).data;
}

/** Some programs put quotes around each whole line and double those inside; null: this text is not so. */
function unquoteLines(text: string): string | null {
  const [head = ""] = text.split(/\r?\n/, 1);
  if (head.length > FILE_LIMITS.fieldLength || !/^\s*".*"\s*$/.test(head)) return null;
  const inner = wrappedLines(head)[0] ?? "";
  const isWrapped =
    trimCell(head) === `"${inner.replaceAll('"', '""')}"` && DELIMITERS.some((mark) => inner.includes(mark));
  if (!isWrapped) return null;
  const lines = wrappedLines(text);
  const unwrapped = lines.join("\n");
  const isTable = DELIMITERS.some((delimiter) => {
    const rows = sample(unwrapped.slice(0, SAMPLE_LENGTH), delimiter);
    return findHeader(rows) !== null || bestHeaderScore(rows) > 0;
  });
  return isTable ? unwrapped : null;
}

function wrappedLines(text: string): string[] {
  const { data } = Papa.parse<string[]>(text, { delimiter: "\u0001" });
  return data.map((cells) => cells.join("\u0001"));
}
