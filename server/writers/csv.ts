/** A cell of a comma-separated file: quoted when it must be. */
export function csvCell(text: string): string {
  return /[",\n\r;\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One row, ended by LF. */
export function csvRow(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(",")}\n`;
}
