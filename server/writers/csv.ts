/** A cell of a comma-separated file: quoted when it must be. */
export function csvCell(text: string): string {
  return /[",\n\r;\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One row, ended by LF. A French spreadsheet opens a file cut by semicolons, for its comma is a decimal mark. */
export function csvRow(cells: readonly string[], separator: "," | ";" = ","): string {
  return `${cells.map(csvCell).join(separator)}\n`;
}
