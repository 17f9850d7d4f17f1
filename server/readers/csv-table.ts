import Papa from "papaparse";
import { trimCell } from "../../shared/purchase-file/cell-text.ts";
import { findHeader } from "../../shared/purchase-file/columns.ts";
import type { Table } from "../../shared/purchase-file/interpret.ts";
import type { DecodedText } from "./encoding.ts";
import { FILE_LIMITS, FileRefusal } from "./file-refusal.ts";

const DELIMITERS = [",", ";", "\t"] as const;
/** Rows looked at to choose the delimiter. */
const SAMPLE_ROWS = 60;

/** The rows of a CSV or TSV text, numbered from 1. FileRefusal: FILE_TYPE, FILE_ROWS, FILE_COLUMNS, FILE_FIELD. */
export function readCsvTable({ text, encoding }: DecodedText): Table {
  if (text.includes("\0")) throw new FileRefusal("FILE_TYPE");
  const mended: Table["mended"][number][] = [];
  if (encoding !== "utf-8") mended.push({ code: "ENCODING", value: encoding, result: encoding });
  const unquoted = unquoteLines(text);
  if (unquoted !== null) mended.push({ code: "QUOTED_LINES", value: "", result: "" });
  const rows = parse(unquoted ?? text);
  return { kind: "csv", rows: rows.map((cells, index) => ({ number: index + 1, cells })), mended };
}

function parse(text: string): string[][] {
  const { data, meta } = Papa.parse<string[]>(text, {
    delimiter: chooseDelimiter(text),
    preview: FILE_LIMITS.rows + SAMPLE_ROWS,
  });
  if (data.length > FILE_LIMITS.rows + 1 && (meta.truncated || filled(data) > FILE_LIMITS.rows + 1))
    throw new FileRefusal("FILE_ROWS");
  for (const cells of data) checkCells(cells);
  return data;
}

/** Refuses a row too wide, or a cell too long, to be of a purchase file. */
export function checkCells(cells: readonly string[]): void {
  if (cells.length > FILE_LIMITS.columns && cells.findLastIndex((cell) => cell !== "") >= FILE_LIMITS.columns)
    throw new FileRefusal("FILE_COLUMNS");
  if (cells.some((cell) => cell.length > FILE_LIMITS.fieldLength)) throw new FileRefusal("FILE_FIELD");
}

function filled(rows: readonly (readonly string[])[]): number {
  return rows.filter((cells) => cells.some((cell) => cell !== "")).length;
}

/** The delimiter under which a header is found; title rows above it mislead a guess by counting. */
function chooseDelimiter(text: string): string {
  for (const delimiter of DELIMITERS) if (findHeader(sample(text, delimiter)) !== null) return delimiter;
  return Papa.parse(text, { preview: SAMPLE_ROWS, delimitersToGuess: [...DELIMITERS] }).meta.delimiter;
}

function sample(text: string, delimiter: string): string[][] {
  return Papa.parse<string[]>(text, { preview: SAMPLE_ROWS, delimiter }).data;
}

/** Some programs put quotes around each whole line and double those inside; null: this text is not so. */
function unquoteLines(text: string): string | null {
  const [head = ""] = text.split(/\r?\n/, 1);
  if (!/^\s*".*"\s*$/.test(head)) return null;
  const { data } = Papa.parse<string[]>(text, { delimiter: "\u0001" });
  const lines = data.map((cells) => cells.join("\u0001"));
  const inner = lines[0] ?? "";
  const isWrapped =
    trimCell(head) === `"${inner.replaceAll('"', '""')}"` && DELIMITERS.some((mark) => inner.includes(mark));
  if (
    !isWrapped ||
    findHeader(lines.slice(0, SAMPLE_ROWS).map((line) => sample(line, ",")[0] ?? [])) === null
  )
    return isWrapped && findHeader(sample(lines.join("\n"), ";")) !== null ? lines.join("\n") : null;
  return lines.join("\n");
}
