import { trimCell } from "../purchase-file/cell-text.ts";
import { columnNamed } from "../purchase-file/columns.ts";
import type { Table, TableRow } from "../purchase-file/interpret.ts";
import { kindOfColumn } from "./column-kinds.ts";
import { headerCandidates } from "./find-header.ts";
import { fingerprintOf } from "./fingerprint.ts";
import type { FoundTable } from "./guess-mapping.ts";
import { guessMapping } from "./guess-mapping.ts";
import type { InspectedColumn, InspectedSheet, TableInspection } from "./inspection.ts";
import type { TableMapping } from "./mapping.ts";
import { emptyMapping, isColumn } from "./mapping.ts";
import { isTelling } from "./set-aside.ts";
import { findStateFormat } from "./state-format.ts";
import type { TargetField } from "./targets.ts";
import { TARGET_FIELDS } from "./targets.ts";

const SAMPLES = 4;
const SAMPLE_LENGTH = 80;
const FIRST_ROWS = 12;

/** The first rows of one sheet, and what else the file has. */
export interface TableHead {
  kind: Table["kind"];
  sheets: readonly InspectedSheet[];
  /** Index of the sheet these rows are of. */
  sheet: number;
  rows: readonly TableRow[];
}

/**
 * What a table is: the State's format, or the mapping that its header and contents suggest. `headerRow` is the row
 * that a person says is the header (null: there is none); undefined: it is found.
 */
export function inspectTable(head: TableHead, headerRow?: number | null): TableInspection {
  const candidates = headerCandidates(head.rows);
  const state = headerRow === undefined ? findStateFormat(head.rows) : null;
  const row = headerRow === undefined ? (state?.row.number ?? candidates[0]?.row ?? null) : headerRow;
  const found = foundTable(head, row);
  const { mapping, columns } = state === null ? guessMapping(found) : mappingOfState(found);
  return {
    format: state?.format ?? null,
    sheets: [...head.sheets],
    sheet: head.sheet,
    headerCandidates: candidates.map(({ row: number, cells }) => ({
      row: number,
      cells: cells.map(shorten),
    })),
    columns: columns.map(inspectedColumn),
    firstRows: head.rows
      .slice(0, FIRST_ROWS)
      .map(({ number, cells }) => ({ row: number, cells: cells.map(shorten) })),
    source: state === null ? "guessed" : "state",
    mapping,
    fingerprint: fingerprintOfHead(head),
  };
}

/** What tells the source of the file: always of the header that is found, whatever a person says. */
export function fingerprintOfHead(head: TableHead): string {
  const row = detectedHeaderRow(head.rows);
  const { header, rows } = foundTable(head, row);
  const width = Math.max(0, ...rows.map((cells) => cells.length));
  const kinds = Array.from({ length: width }, (_, index) =>
    kindOfColumn(rows.map((cells) => cells[index] ?? "")),
  );
  return fingerprintOf(row === null ? null : header, kinds);
}

/** Number of the row that is found to be the header; null: none is. */
export function detectedHeaderRow(rows: readonly TableRow[]): number | null {
  return findStateFormat(rows)?.row.number ?? headerCandidates(rows)[0]?.row ?? null;
}

function foundTable({ kind, sheets, sheet, rows }: TableHead, headerRow: number | null): FoundTable {
  const index = headerRow === null ? -1 : rows.findIndex(({ number }) => number === headerRow);
  const name = sheets.find((each) => each.index === sheet)?.name ?? "";
  const header = (rows[index]?.cells ?? []).map(trimCell);
  return {
    kind,
    sheet: kind === "csv" ? null : { name, index: sheet },
    headerRow: index === -1 ? null : headerRow,
    header,
    rows: rows
      .slice(index + 1)
      .map(({ cells }) => cells.map(trimCell))
      .filter((cells) => isTelling(cells, header)),
  };
}

type Mapped = Pick<ReturnType<typeof guessMapping>, "mapping"> & {
  columns: (Omit<InspectedColumn, "samples"> & { cells: readonly string[] })[];
};

/** The State's own names, as a mapping: a page may translate a value on top of it. */
function mappingOfState({ sheet, headerRow, header, rows }: FoundTable): Mapped {
  const columns = header.map((cell, index) => {
    const cells = rows.map((row) => row[index] ?? "");
    const field: TargetField | null = columnNamed(cell);
    return {
      index,
      header: cell,
      kind: kindOfColumn(cells),
      cells,
      field,
      confidence: field === null ? null : ("high" as const),
    };
  });
  const mapping: TableMapping = { ...emptyMapping(), sheet, headerRow, columns: {} };
  for (const { field, header: column, index } of columns)
    if (field !== null) mapping.columns[field] = { column, index };
  return { mapping, columns };
}

/** The same inspection with a mapping that was used before: its columns are what it says, not what is guessed. */
export function withMapping(inspection: TableInspection, mapping: TableMapping): TableInspection {
  const fieldAt = new Map<number, TargetField>();
  for (const field of TARGET_FIELDS) {
    const source = mapping.columns[field];
    if (source !== undefined && isColumn(source)) fieldAt.set(source.index, field);
  }
  return {
    ...inspection,
    source: "remembered",
    mapping,
    columns: inspection.columns.map((column) => {
      const field = fieldAt.get(column.index) ?? null;
      return { ...column, field, confidence: field === null ? null : "high" };
    }),
  };
}

function inspectedColumn({
  cells,
  index,
  header,
  kind,
  field,
  confidence,
}: Mapped["columns"][number]): InspectedColumn {
  const samples = [...new Set(cells.filter((cell) => cell !== ""))].slice(0, SAMPLES).map(shorten);
  return { index, header: shorten(header), kind, samples, field, confidence };
}

function shorten(text: string): string {
  return text.length > SAMPLE_LENGTH ? `${text.slice(0, SAMPLE_LENGTH)}…` : text;
}
