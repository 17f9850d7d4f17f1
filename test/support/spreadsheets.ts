import type { Table } from "../../shared/purchase-file/interpret.ts";
import { inspectTable } from "../../shared/table-mapping/inspect-table.ts";
import type { TableInspection } from "../../shared/table-mapping/inspection.ts";

/** A table of texts, one line of `|`-separated cells a row. */
export function tableOf(text: string, kind: Table["kind"] = "csv"): Table {
  const lines = text.split("\n").map((line) => line.split("|").map((cell) => cell.trim()));
  return { kind, rows: lines.map((cells, index) => ({ number: index + 1, cells })), mended: [] };
}

/** What a table of one sheet is found to be. */
export function inspect(table: Table, headerRow?: number | null): TableInspection {
  return inspectTable(
    { kind: table.kind, sheets: [{ index: 0, name: "" }], sheet: 0, rows: table.rows },
    headerRow,
  );
}

/** Fields that were found, as « field: header ». */
export function fieldsOf({ columns }: TableInspection): Record<string, string> {
  return Object.fromEntries(
    columns.flatMap(({ field, header }) => (field === null ? [] : [[field, header]])),
  );
}
