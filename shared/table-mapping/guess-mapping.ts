import { searchKey } from "../normalise.ts";
import type { Table } from "../purchase-file/interpret.ts";
import { CATEGORY_WORDS } from "../purchase-file/words.ts";
import { settleAmounts } from "./amount-columns.ts";
import type { GuessedColumn } from "./guess-columns.ts";
import { guessColumns } from "./guess-columns.ts";
import { NAME_LENGTH } from "./mapped-layout.ts";
import type { DateOrder, TableMapping } from "./mapping.ts";
import { emptyMapping } from "./mapping.ts";
import type { TargetField } from "./targets.ts";

/** A header, if there is one, and the rows below it, as they were found in a sheet. */
export interface FoundTable {
  kind: Table["kind"];
  sheet: TableMapping["sheet"];
  headerRow: number | null;
  header: readonly string[];
  /** Trimmed. */
  rows: readonly (readonly string[])[];
}

/** The mapping that a table suggests by its header and its contents, and its columns with what each is taken for. */
export function guessMapping(table: FoundTable): { mapping: TableMapping; columns: GuessedColumn[] } {
  const columns = guessColumns(table.header, table.rows);
  settleAmounts(columns);
  const mapping: TableMapping = {
    ...emptyMapping(),
    sheet: table.sheet,
    headerRow: table.headerRow,
    columns: {},
    marks: guessMarks(columns),
    fillDown: guessFillDown(columns),
    dateOrder: guessDateOrder(columns),
    decimalMark: table.kind === "csv" ? guessDecimalMark(columns) : null,
  };
  for (const { field, header, index } of columns)
    if (field !== null) mapping.columns[field] = { column: header.slice(0, NAME_LENGTH), index };
  const quantity = columns.find(({ field }) => field === "quantite");
  if (
    quantity !== undefined &&
    mapping.columns.unite === undefined &&
    /\b(kg|kilos?|poids)\b/.test(searchKey(quantity.header))
  )
    mapping.columns.unite = { constant: "KG" };
  return { mapping, columns };
}

function guessMarks(columns: readonly GuessedColumn[]): TableMapping["marks"] {
  const marks: TableMapping["marks"] = {};
  for (const { field, header, index, kind } of columns) {
    const category = CATEGORY_WORDS.get(searchKey(header));
    if (field === null && category !== undefined && (kind === "yes-no" || kind === "empty"))
      marks[category] ??= { column: header, index };
  }
  return marks;
}

/** Fields that a statement writes once for all the rows of a delivery. */
const ONCE: readonly TargetField[] = ["date", "reference", "fournisseur"];

function guessFillDown(columns: readonly GuessedColumn[]): TargetField[] {
  const described = columns.find(({ field }) => field === "description")?.cells ?? [];
  return ONCE.filter((field) => {
    const cells = columns.find((column) => column.field === field)?.cells ?? [];
    const rows = cells.filter((_, index) => (described[index] ?? "") !== "");
    const filled = rows.filter((cell) => cell !== "");
    return rows[0] !== undefined && rows[0] !== "" && filled.length <= rows.length * 0.6;
  });
}

/** Of dates that say nothing against it, how many must have no other reading: one slip does not turn a whole file. */
const PROVEN_SHARE = 1 / 3;

function guessDateOrder(columns: readonly GuessedColumn[]): DateOrder {
  const cells = columns.find(({ field }) => field === "date")?.cells ?? [];
  const parts = cells.flatMap((cell) => {
    const [, first, second] = /^(\d{1,2})[/.-](\d{1,2})[/.-]\d{2,4}/.exec(cell) ?? [];
    return first === undefined ? [] : [{ first: Number(first), second: Number(second) }];
  });
  const proven = parts.filter(({ second }) => second > 12).length;
  const isMonthFirst = proven > 0 && proven >= parts.length * PROVEN_SHARE;
  return isMonthFirst && parts.every(({ first }) => first <= 12) ? "MDY" : "DMY";
}

const AMOUNTS: ReadonlySet<TargetField | null> = new Set([
  "prix_ht",
  "prix_ttc",
  "prix_unitaire_ht",
  "quantite",
] as const);

/** Null when no cell tells, or when cells contradict each other. */
function guessDecimalMark(columns: readonly GuessedColumn[]): "," | "." | null {
  const cells = columns.filter(({ field }) => AMOUNTS.has(field)).flatMap((column) => column.cells);
  const comma = cells.some((cell) => /\d\.\d{3},\d|^-?\d+,\d{1,2}\D*$/.test(cell));
  const point = cells.some((cell) => /\d,\d{3}\.\d|^-?\d+\.\d{1,2}\D*$/.test(cell));
  return comma === point ? null : comma ? "," : ".";
}
