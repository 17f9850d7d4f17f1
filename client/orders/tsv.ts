/**
 * The table of a clipboard text as Excel and LibreOffice write it: tabs between cells, a cell with a tab,
 * a line break or a quote stands in quotes, quotes are doubled. The final line break is no line.
 */
export function parseTsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    const { cell, end } = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at);
    row.push(cell);
    at = end;
    if (text[at] === "\t") {
      at += 1;
      if (at === text.length) row.push("");
      continue;
    }
    rows.push(row);
    row = [];
    at += text.startsWith("\r\n", at) ? 2 : 1;
  }
  if (row.length > 0) rows.push(row);
  return rows;
}

const CELL_END = /[\t\r\n]/g;

/** The clipboard text of a table; parseTsv reads it back to the same cells. */
export function formatTsv(table: readonly (readonly string[])[]): string {
  return table.map((row) => row.map(quoteIfNeeded).join("\t")).join("\r\n");
}

function plainCell(text: string, start: number): { cell: string; end: number } {
  CELL_END.lastIndex = start;
  const end = CELL_END.exec(text)?.index ?? text.length;
  return { cell: text.slice(start, end), end };
}

/** A quote that is never closed, or closed before other letters, is a character like another. */
function quotedCell(text: string, start: number): { cell: string; end: number } {
  let cell = "";
  let at = start + 1;
  while (at < text.length) {
    if (text[at] !== '"') {
      cell += text[at];
      at += 1;
    } else if (text[at + 1] === '"') {
      cell += '"';
      at += 2;
    } else {
      const next = text[at + 1];
      const closes = next === undefined || next === "\t" || next === "\n" || next === "\r";
      return closes ? { cell, end: at + 1 } : plainCell(text, start);
    }
  }
  return plainCell(text, start);
}

function quoteIfNeeded(cell: string): string {
  return /[\t\n\r"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
