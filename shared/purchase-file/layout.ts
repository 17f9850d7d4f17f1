import type { Category } from "../categories.ts";
import type { DateOrder, SupplierChoice } from "../table-mapping/mapping.ts";
import type { TargetField } from "../table-mapping/targets.ts";
import type { Header } from "./header.ts";
import { CHARACTERISTICS } from "./header.ts";
import type { Where } from "./notes.ts";

/** A yes-or-no column that says a category by itself. */
export interface MarkColumn {
  category: Category;
  index: number;
  name: string;
}

/** Where every field of a row is found, whichever file it is. */
export interface Layout {
  /** The field's cell; empty when the file does not have it. */
  at(cells: readonly string[], field: TargetField): string;
  has(field: TargetField): boolean;
  /** Where an issue of the field is said to be: under the name that the file gives it. */
  where(row: number, field: TargetField): Where;
  /** Fields that list categories, origins and marks together. */
  characteristics: readonly TargetField[];
  marks: readonly MarkColumn[];
  /** The older file's « definition_local » has other words. */
  older: boolean;
  /** The canteen may be named by its SIREN. */
  siren: boolean;
  /** Cells up to the last that is named. */
  width: number;
  /**
   * Columns from 0 of what rows that are otherwise alike have of their own; null: the layout reads cells in another
   * way than one by one.
   */
  own: { day: number; amount: number } | null;
  /** Null: the columns are the State's own. */
  mapped: MappedReading | null;
}

/** What a mapping says beside where columns are. */
export interface MappedReading {
  dateOrder: DateOrder;
  decimalMark: "," | "." | null;
  skipTotals: boolean;
  /** By wordKey of the text. */
  suppliers: ReadonlyMap<string, SupplierChoice>;
  /** Columns whose empty cell takes the value above. */
  fillDown: readonly { index: number; where: (row: number) => Where }[];
  /** Whether the column translates or replaces the text of a cell; null: it stays as it is. */
  translate(field: TargetField, text: string): string | null;
}

/** The layout that the State's own column names give. */
export function layoutOfHeader(header: Header, cells: readonly string[]): Layout {
  const positions: ReadonlyMap<string, number> = header.at;
  return {
    at: (row, field) => row[positions.get(field) ?? -1] ?? "",
    has: (field) => positions.has(field),
    where: (row, field) => ({
      row,
      column: CHARACTERISTIC_NAMES.has(field) ? "caracteristiques" : field,
      field,
    }),
    characteristics: CHARACTERISTICS.filter((column) => positions.has(column)),
    marks: [],
    older: header.older,
    siren: /siren/i.test(cells[positions.get("siret") ?? -1] ?? ""),
    width: header.width,
    own: ownColumns(header),
    mapped: null,
  };
}

function ownColumns({ at }: Header): Layout["own"] {
  const day = at.get("date");
  const amount = at.get("prix_ht");
  return day === undefined || amount === undefined ? null : { day, amount };
}

const CHARACTERISTIC_NAMES: ReadonlySet<string> = new Set(CHARACTERISTICS);
