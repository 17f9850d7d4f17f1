import { addDays } from "../calendar.ts";
import type { IsoDate } from "../facts.ts";

/*
 * The only texts that an import reads and a person's field does not: what accounts and spreadsheets write. Everything
 * else is read by parseNumber and parseDate, in the grid, in forms, when pasted and when imported.
 */

/** Day 0 of a spreadsheet, chosen so that every day from March 1900 on is right. */
const SERIAL_ORIGIN: IsoDate = "1899-12-30";
/** 2000-01-01 to 2099-12-31: a five-digit number outside is no date. */
const SERIALS = { first: 36_526, last: 73_050 };
const TIME = /[T ]\d{1,2}[:h]\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?Z)?$/i;

/**
 * The number of a cell as people type it: `(12,50)` and `12,50-` are negative in accounts, EUR and HT behind it say
 * nothing more, and with a known decimal mark the other one only cuts thousands.
 */
export function typedNumber(cell: string, decimalMark: "," | "." | null): string {
  // Looked for where a run of blanks begins, not at each of them: a cell may be long.
  const bare = cell.replace(/(?<!\s)\s*(?:(?:EUR|euros?|€)\s*)?(?:H\.?T\.?|TTC)?$/i, (end) =>
    end.includes("€") ? "€" : "",
  );
  const signed = bare.replace(/^\((.*)\)$/, "-$1").replace(/^(\d.*?)\s?-(\s?€)?$/, "-$1");
  const thousands =
    decimalMark === "," ? /^(-?\d{1,3}(?:\.\d{3})+)(?!\d|\.)/ : /^(-?\d{1,3}(?:,\d{3})+)(?!\d|,)/;
  return decimalMark === null ? signed : signed.replace(thousands, (whole) => whole.replace(/[.,]/g, ""));
}

/** The day of a cell as people type it: without the hour behind it, and day first when the file has the month first. */
export function typedDay(cell: string, order: "DMY" | "MDY"): string {
  const day = cell.replace(TIME, "");
  return order === "MDY" ? day.replace(/^(\d{1,2})([/.-])(\d{1,2})\2/, "$3$2$1$2") : day;
}

/** The day that a spreadsheet counts by its number, its hour dropped; null: no such number. */
export function serialDay(cell: string): IsoDate | null {
  const serial = /^\d{5}(?:[.,]\d+)?$/.test(cell) ? Number.parseInt(cell, 10) : 0;
  return serial >= SERIALS.first && serial <= SERIALS.last ? addDays(SERIAL_ORIGIN, serial) : null;
}
