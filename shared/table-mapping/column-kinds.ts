import { isIsoDate } from "../calendar.ts";
import { isSiret, normaliseSiret } from "../identifiers.ts";
import { searchKey } from "../normalise.ts";
import { parseDate } from "../parsing/dates.ts";
import { parseNumber } from "../parsing/numbers.ts";
import { typedNumber } from "../parsing/spreadsheet-text.ts";
import { BOOLEAN_WORDS, CHARACTERISTIC_WORDS, FAMILY_WORDS } from "../purchase-file/words.ts";
import type { ColumnKind } from "./inspection.ts";

/** Share of filled cells that must agree. */
const MOST = 0.8;

/** What most cells of a column are. A column of words of one list is that list, however few they are. */
export function kindOfColumn(cells: readonly string[]): ColumnKind {
  const filled = cells.filter((cell) => cell !== "");
  if (filled.length === 0) return "empty";
  const most = (test: (cell: string) => boolean) => filled.filter(test).length >= filled.length * MOST;
  if (most(isSiretCell)) return "siret";
  if (most(isDateCell)) return "date";
  if (most(isYesNo)) return "yes-no";
  if (most(isNumberCell)) return "number";
  if (most((cell) => FAMILY_WORDS.has(searchKey(cell)))) return "family";
  if (most(isCategories)) return "category";
  return "text";
}

/** Two days far apart: what reads alike on both says its whole date by itself. */
const ONE = { today: "2001-03-01", schoolYearStart: 2001 } as const;

/** Whether a cell is a whole date, in either order of day and month; a bare number is none. */
export function isDateCell(cell: string): boolean {
  if (isIsoDate(cell.slice(0, 10))) return cell.length === 10 || /^[T ]/.test(cell.slice(10));
  if (/^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}(?: \d{1,2}[:h]\d{2}.*)?$/.test(cell)) return true;
  return /\p{L}/u.test(cell) && /\d{4}$/.test(cell) && parseDate(cell, ONE).ok;
}

/** Whether a cell reads as a number, with its currency or sign behind it. */
export function isNumberCell(cell: string): boolean {
  return parseNumber(typedNumber(cell.replace(/(?<!\s)\s*%$/, ""), null)).ok;
}

function isSiretCell(cell: string): boolean {
  const text = normaliseSiret(cell);
  return isSiret(text) || /^\d[.,]\d+E\+?13$/i.test(text);
}

function isYesNo(cell: string): boolean {
  return BOOLEAN_WORDS.has(searchKey(cell)) && !/^[2-9]/.test(cell);
}

function isCategories(cell: string): boolean {
  return cell
    .split(/[,;|/]/)
    .filter((item) => item.trim() !== "")
    .every((item) => CHARACTERISTIC_WORDS.has(searchKey(item)));
}
