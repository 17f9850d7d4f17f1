import type { Locale } from "../../shared/locales.ts";

type Separator = "," | ";";

/** What a spreadsheet set to the language cuts cells at: in French the comma is the decimal mark. */
export const SEPARATORS: Readonly<Record<Locale, Separator>> = { fr: ";", en: "," };

/** A cell of a comma-separated file: quoted when it must be. */
export function csvCell(text: string): string {
  return /[",\n\r;\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One row, ended by LF. */
export function csvRow(cells: readonly string[], separator: Separator = ","): string {
  return `${cells.map(csvCell).join(separator)}\n`;
}
