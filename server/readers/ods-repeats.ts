import { FILE_LIMITS, FileRefusal } from "./file-refusal.ts";
import { holdsParagraphs } from "./ods-paragraphs.ts";
import { readZipEntry } from "./zip-entry.ts";

/** Cells of all the sheets once repeats are written out: all of them are in memory before the first row comes. */
const MOST_CELLS = 10_000_000;
/** As many as the library writes out of one element. */
const MOST_COLUMNS = 16_384;

/** Two paragraphs may be told in two pieces. */
const TAIL = 300;

const TAG = /<(\/?)(?:\w+:)?(table-row|table-cell|covered-table-cell)\b([^>]*)>/g;
const ROWS = /number-rows-repeated="(\d+)"/;
const COLUMNS = /number-columns-repeated="(\d+)"/;

/**
 * Refuses an ODS workbook whose elements stand for more rows or cells than a table may have, before a library writes
 * them out: one element may say « a million times ». Says whether a cell has several paragraphs. FileRefusal:
 * FILE_ROWS, FILE_BOMB, FILE_UNREADABLE.
 */
export async function checkOdsRepeats(bytes: Uint8Array): Promise<{ paragraphs: boolean }> {
  const count = countCells();
  let rest = "";
  let tail = "";
  let paragraphs = false;
  await readZipEntry(bytes, ["content.xml"], (text) => {
    const whole = rest + text;
    const end = whole.lastIndexOf(">") + 1;
    paragraphs ||= holdsParagraphs(tail + whole);
    tail = whole.slice(-TAIL);
    for (const [, close, name, attributes = ""] of whole.slice(0, end).matchAll(TAG)) {
      if (name === "table-row") count.row(close === "" ? repeatOf(ROWS, attributes) : null);
      else if (close === "") count.cell(repeatOf(COLUMNS, attributes), attributes.endsWith("/"));
    }
    rest = whole.slice(end);
    if (rest.length > FILE_LIMITS.inflatedBytes / 4) throw new FileRefusal("FILE_BOMB");
    return true;
  });
  return { paragraphs };
}

function repeatOf(pattern: RegExp, attributes: string): number {
  return Number(pattern.exec(attributes)?.[1] ?? 1);
}

/** Counts what elements stand for. A row of blank cells is not written out; blank cells at a row's end are, for a while. */
function countCells(): { row(repeat: number | null): void; cell(repeat: number, isBlank: boolean): void } {
  let [rowRepeat, width, filled, rows, cells] = [1, 0, 0, 0, 0];
  return {
    row(repeat) {
      if (filled > 0) {
        rows += rowRepeat;
        cells += rowRepeat * filled;
      }
      if (rows > FILE_LIMITS.sheetRows) throw new FileRefusal("FILE_ROWS");
      if (cells > MOST_CELLS) throw new FileRefusal("FILE_BOMB");
      [rowRepeat, width, filled] = [Math.min(repeat ?? 1, FILE_LIMITS.sheetRows), 0, 0];
    },
    cell(repeat, isBlank) {
      width += Math.min(repeat, MOST_COLUMNS);
      if (!isBlank) filled = width;
      if (width > MOST_CELLS) throw new FileRefusal("FILE_BOMB");
    },
  };
}
