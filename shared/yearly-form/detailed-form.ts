import type { Cell } from "../cells.ts";
import type { Family } from "../families.ts";
import { FAMILIES } from "../families.ts";
import type { Certainty } from "../marks.ts";
import { hasMark } from "../marks.ts";
import type { DetailedColumn } from "./fields.ts";
import { COLUMN_OF, DETAILED_COLUMNS, SIMPLE_GROUP_OF } from "./fields.ts";
import type { OriginAmounts } from "./origins.ts";
import { originAmounts } from "./origins.ts";

/** Year of the data and which certainty the amounts take. */
export interface FormOptions {
  year: number;
  certainty: Certainty;
}

/** One family of the detailed form, HT cents: the columns share out `total` exactly. */
export interface DetailedFamily {
  total: number;
  columns: Record<DetailedColumn, number>;
  /** Part of `bio` that is also fair trade. */
  bio_dont_commerce_equitable: number;
  /** Part of the « autres EGalim » columns that is also fair trade, whichever column counts it. */
  egalim_autres_dont_commerce_equitable: number;
  origins: OriginAmounts;
}

export type DetailedForm = Record<Family, DetailedFamily>;

/** The detailed yearly form, from the cells of the data year; other years are left out. @law rural-R230-30-4 */
export function detailedForm(cells: readonly Cell[], options: FormOptions): DetailedForm {
  const ofYear = cellsOfYear(cells, options.year);
  const families = FAMILIES.map((family) => {
    const own = ofYear.filter((cell) => cell.family === family);
    return [family, detailedFamily(own, options)] as const;
  });
  return Object.fromEntries(families) as DetailedForm;
}

/** The cells of a calendar year. */
export function cellsOfYear(cells: readonly Cell[], year: number): Cell[] {
  const prefix = `${year}-`;
  return cells.filter((cell) => cell.month.startsWith(prefix));
}

/** The column a cell is declared in. */
export function columnOf(cell: Cell, certainty: Certainty): DetailedColumn {
  return COLUMN_OF[certainty === "strict" ? cell.strictCategory : cell.declaredCategory];
}

function detailedFamily(cells: readonly Cell[], options: FormOptions): DetailedFamily {
  const zeros = DETAILED_COLUMNS.map((column) => [column, 0] as const);
  const columns = Object.fromEntries(zeros) as Record<DetailedColumn, number>;
  let total = 0;
  const fairTrade = { valeur_bio: 0, valeur_egalim_autres: 0 };
  for (const cell of cells) {
    const column = columnOf(cell, options.certainty);
    columns[column] += cell.amountCents;
    total += cell.amountCents;
    if (!hasMark(cell.marks, "FAIR_TRADE", options.certainty)) continue;
    const group = SIMPLE_GROUP_OF[column];
    if (group === "valeur_bio" || group === "valeur_egalim_autres") fairTrade[group] += cell.amountCents;
  }
  return {
    total,
    columns,
    bio_dont_commerce_equitable: fairTrade.valeur_bio,
    egalim_autres_dont_commerce_equitable: fairTrade.valeur_egalim_autres,
    origins: originAmounts(cells, options),
  };
}
