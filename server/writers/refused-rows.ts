import type { Locale } from "../../shared/locales.ts";
import { guardText } from "../../shared/purchase-file/cell-text.ts";
import type { PurchaseFile } from "../../shared/purchase-file/interpret.ts";
import type { FileIssue } from "../../shared/purchase-file/issues.ts";
import { issueSentence } from "../../shared/purchase-file/sentences.ts";
import { csvRow, SEPARATORS } from "./csv.ts";

/** Reasons given for one row: more than it has columns that are read. */
const MOST_REASONS = 30;
const TITLES = { fr: ["ligne", "erreurs"], en: ["row", "errors"] } as const;

/** The refused rows as they were, with their number and the reasons at the end: to be mended and imported again. */
export function writeRefusedRows(file: PurchaseFile, locale: Locale): string {
  const separator = SEPARATORS[locale];
  const reasons = new Map<number, string[]>();
  for (const issue of file.issues) {
    if (issue.row === null) continue;
    const known = reasons.get(issue.row) ?? [];
    reasons.set(issue.row, known);
    // A damaged workbook may number all its rows alike.
    if (known.length < MOST_REASONS) known.push(reasonOf(issue, locale));
  }
  // A row may go beyond the header: what stands there is kept, for it is why the row is refused.
  const width = file.refused.reduce(
    (most, { cells }) => Math.max(most, filledLength(cells)),
    file.header.length,
  );
  const header = Array.from({ length: width }, (_, index) => file.header[index] ?? "");
  const rows = file.refused.map(({ row, cells }) =>
    csvRow(
      [
        ...header.map((_, index) => guardCell(cells[index] ?? "")),
        String(row),
        guardStart((reasons.get(row) ?? []).join(" ")),
      ],
      separator,
    ),
  );
  // The mark makes Excel read UTF-8.
  return `\uFEFF${csvRow([...header.map(guardText), ...TITLES[locale]], separator)}${rows.join("")}`;
}

/** A reason begins with the name of a column, which a file may call « =1+1 ». */
function guardStart(reason: string): string {
  return /^[=+\-@]/.test(reason) ? `'${reason}` : reason;
}

function filledLength(cells: readonly string[]): number {
  return cells.findLastIndex((cell) => cell.trim() !== "") + 1;
}

function reasonOf(issue: FileIssue, locale: Locale): string {
  const place = issue.column === null ? "" : `${issue.column} : `;
  return `${place}${issueSentence(issue, locale)}`;
}

/** A negative amount is no formula. */
function guardCell(cell: string): string {
  return /^-?[\d .,\u00A0\u202F]+$/.test(cell) ? cell : guardText(cell);
}
