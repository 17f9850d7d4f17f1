import type { Ratio } from "../../shared/cells.ts";
import { percentTenths } from "../../shared/format/ratios.ts";
import type { Locale } from "../../shared/locales.ts";
import { guardText } from "../../shared/purchase-file/cell-text.ts";
import { csvRow, SEPARATORS } from "./csv.ts";

/** What the values of a column are; each is written in the unit that its title says. */
export type ColumnKind =
  | "text"
  | "day"
  | "integer"
  | "cents"
  | "eurosE4"
  | "milli"
  | "metres"
  | "grams"
  | "basisPoints"
  | "milliPoints"
  | "hoursE2"
  | "ratio";

export interface TableColumn {
  title: string;
  kind: ColumnKind;
}

/** A text or a day, an integer of its kind, a ratio; null: not known, or over nothing. */
export type TableValue = string | number | Ratio | null;

/** A table of a page, as a file holds it. */
export interface Table {
  /** Name of the sheet. */
  name: string;
  columns: readonly TableColumn[];
  rows: readonly (readonly TableValue[])[];
}

export const TABLE_FORMATS = ["csv", "xlsx"] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];

export const MEDIA_TYPES: Record<TableFormat, string> = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** Decimals that an integer of the kind stands for: hundredths of a euro, thousandths of a kilo, of a kilometre. */
const DECIMALS: Record<Exclude<ColumnKind, "text" | "day" | "ratio">, number> = {
  integer: 0,
  cents: 2,
  eurosE4: 4,
  milli: 3,
  metres: 3,
  grams: 3,
  basisPoints: 2,
  milliPoints: 3,
  hoursE2: 2,
};
const RATIO_DECIMALS = 1;
const NUMBER_FORMATS = ["#,##0", "#,##0.0", "#,##0.00", "#,##0.000", "#,##0.0000"] as const;
const WIDEST = 60;

/** The table as a spreadsheet set to the language opens it: no cell is a formula, the mark makes Excel read UTF-8. */
export function writeCsvTable({ columns, rows }: Table, locale: Locale): string {
  const separator = SEPARATORS[locale];
  const lines = rows.map((row) =>
    csvRow(
      row.map((value, index) => csvText(value, columns[index]?.kind ?? "text", locale)),
      separator,
    ),
  );
  return `\uFEFF${csvRow(
    columns.map(({ title }) => title),
    separator,
  )}${lines.join("")}`;
}

/** The table as a workbook of one sheet: numbers are numbers, texts are texts whatever they begin with. */
export async function writeXlsxTable({ name, columns, rows }: Table): Promise<Uint8Array> {
  const cells = rows.map((row) =>
    row.map((value, index) => {
      const kind = columns[index]?.kind ?? "text";
      const scaled = scaledOf(value, kind);
      return scaled === null
        ? typeof value === "string"
          ? value
          : null
        : scaled.value / 10 ** scaled.decimals;
    }),
  );
  // Its seventy modules are loaded for the first workbook.
  const { writeXlsx } = await import("hucre/xlsx");
  return await writeXlsx({
    sheets: [
      {
        name: name.replaceAll(/[[\]:*?/\\]/g, " ").slice(0, 31),
        columns: columns.map(({ title, kind }, index) => {
          const decimals = decimalsOf(kind);
          return {
            width: widthOf([title, ...rows.map((row) => row[index] ?? null)]),
            ...(decimals === null ? {} : { numFmt: NUMBER_FORMATS[decimals] ?? "0" }),
          };
        }),
        rows: [columns.map(({ title }) => title), ...cells],
        freezePane: { rows: 1 },
      },
    ],
  });
}

function csvText(value: TableValue, kind: ColumnKind, locale: Locale): string {
  const scaled = scaledOf(value, kind);
  if (scaled === null) return typeof value === "string" ? guardText(value) : "";
  const text = (scaled.value / 10 ** scaled.decimals).toFixed(scaled.decimals);
  return locale === "fr" ? text.replace(".", ",") : text;
}

/** The number that stands for a value; null: it is a text, or not known. */
function scaledOf(value: TableValue, kind: ColumnKind): { value: number; decimals: number } | null {
  const decimals = decimalsOf(kind);
  if (value === null || typeof value === "string" || decimals === null) return null;
  if (typeof value === "number") return { value, decimals };
  const tenths = percentTenths(value);
  return tenths === null ? null : { value: tenths, decimals: RATIO_DECIMALS };
}

function decimalsOf(kind: ColumnKind): number | null {
  if (kind === "text" || kind === "day") return null;
  return kind === "ratio" ? RATIO_DECIMALS : DECIMALS[kind];
}

function widthOf(values: readonly TableValue[]): number {
  const longest = Math.max(...values.map((value) => (typeof value === "string" ? value.length : 12)));
  return Math.min(WIDEST, longest + 2);
}
