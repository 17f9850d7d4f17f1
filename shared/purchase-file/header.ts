import type { FileColumn } from "./columns.ts";
import { columnNamed, NEEDED_COLUMNS, OLDER_COLUMNS, PURCHASE_COLUMNS } from "./columns.ts";
import type { Notes } from "./notes.ts";

/** Where each column stands. */
export interface Header {
  at: ReadonlyMap<FileColumn, number>;
  /** The older file's « definition_local » has other words. */
  older: boolean;
  /** Cells up to the last that is named. */
  width: number;
}

export const CHARACTERISTICS: readonly FileColumn[] = [
  "caracteristiques",
  "caracteristique_label1",
  "caracteristique_label2",
  "caracteristique_france",
];

/** Reads the header row; null when a needed column is missing or stands twice, which is then an issue. */
export function readHeader(
  cells: readonly string[],
  { row, notes, canteenChosen }: { row: number; notes: Notes; canteenChosen: boolean },
): Header | null {
  const names = cells.map(columnNamed);
  const at = new Map<FileColumn, number>();
  let readable = true;
  for (const [index, name] of names.entries()) {
    if (name === null) continue;
    if (at.has(name)) {
      notes.refuse({ row, column: name }, cells[index] ?? "", { code: "HEADER_TWICE" });
      readable = false;
    } else at.set(name, index);
  }
  const older = CHARACTERISTICS.some((column) => at.has(column));
  for (const column of missingColumns(at, canteenChosen)) {
    notes.refuse({ row, column }, "", { code: "HEADER_MISSING", suggestion: column });
    readable = false;
  }
  if (readable) noteDifferences(cells, names, { row, notes, expected: expectedColumns(at, older) });
  if (!readable) return null;
  return {
    at,
    older,
    width: cells.findLastIndex((cell) => cell !== "") + 1,
  };
}

function missingColumns(at: ReadonlyMap<FileColumn, number>, canteenChosen: boolean): FileColumn[] {
  const missing: FileColumn[] = NEEDED_COLUMNS.filter((column) => !at.has(column));
  const canteenNamed = at.has("siret") || at.has("cantine_id") || canteenChosen;
  return canteenNamed ? missing : ["siret", ...missing];
}

function expectedColumns(at: ReadonlyMap<FileColumn, number>, older: boolean): FileColumn[] {
  const expected: readonly FileColumn[] = older ? OLDER_COLUMNS : PURCHASE_COLUMNS;
  const byId = at.has("cantine_id") && !at.has("siret");
  return expected.map((column) => (column === "siret" && byId ? "cantine_id" : column));
}

/** Everything in which the header is not the platform's own. */
function noteDifferences(
  cells: readonly string[],
  names: readonly (FileColumn | null)[],
  { row, notes, expected }: { row: number; notes: Notes; expected: readonly FileColumn[] },
): void {
  for (const [index, cell] of cells.entries()) {
    const name = names[index] ?? null;
    if (name === null) {
      if (cell !== "" || notes.mode === "strict")
        notes.correct({ row, column: cell || null }, cell, { code: "HEADER_IGNORED", result: "" });
    } else if (cell !== name)
      notes.correct({ row, column: name }, cell, { code: "HEADER_NAME", result: name });
    else if (!expected.includes(name))
      notes.correct({ row, column: name }, cell, { code: "HEADER_NAME", result: name });
  }
  const present = names.filter((name) => name !== null && expected.includes(name));
  const inOrder = expected.filter((name) => present.includes(name));
  for (const name of expected)
    if (!present.includes(name))
      notes.correct({ row, column: name }, "", { code: "HEADER_ABSENT", result: name });
  for (const [index, name] of inOrder.entries())
    if (present[index] !== name) {
      notes.correct({ row, column: name }, present[index] ?? "", { code: "HEADER_ORDER", result: name });
      return;
    }
}
