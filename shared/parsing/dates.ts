import { addDays, daysBetween, isCivilDay, isIsoDate, splitDate, toIsoDate } from "../calendar.ts";
import type { IsoDate } from "../facts.ts";
import { monthOfName } from "./month-names.ts";

/** Why a text is not a date. */
export const DATE_ERRORS = ["DATE_EMPTY", "DATE_UNREADABLE", "DATE_IMPOSSIBLE", "DATE_YEAR"] as const;
export type DateError = (typeof DATE_ERRORS)[number];

/** DATE_YEAR_FAR: the year was not typed and the day read is more than 180 days away from today. */
export const DATE_WARNINGS = ["DATE_YEAR_FAR"] as const;
export type DateWarning = (typeof DATE_WARNINGS)[number];

export interface DateContext {
  today: IsoDate;
  /** Civil year whose September begins the school year of dates typed without year; default: today's. */
  schoolYearStart?: number;
}

export type DateReading =
  | { ok: true; value: IsoDate; warning?: DateWarning }
  | { ok: false; code: DateError };

const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;
const FAR_DAYS = 180;
/** A longer text is no date and must cost nothing to refuse. */
const MAX_LENGTH = 100;
const FIRST_SCHOOL_MONTH = 9;

/** Words for days near today, as typed without accents and with a straight apostrophe. */
const WORDS: Readonly<Record<string, number>> = {
  "avant-hier": -2,
  hier: -1,
  yesterday: -1,
  "aujourd'hui": 0,
  aujourdhui: 0,
  today: 0,
  demain: 1,
  tomorrow: 1,
  "apres-demain": 2,
};

/** Parts as typed; `year` null: not typed. */
interface TypedDay {
  day: number;
  month: number;
  year: number | null;
}

/**
 * The ISO date a person typed or pasted, day before month: `5/11`, `5/11/26`, `05/11/2026` (separators / - . or
 * space), `0511`, `051126`, `05112026`, `2026-11-05`, `5 novembre 2026`, `hier`, `+1`. A missing year is the
 * school year's, a two-digit year is 20yy. Years 1900 to 2199; an impossible day is refused with its code.
 */
export function parseDate(text: string, context: DateContext): DateReading {
  if (text.length > MAX_LENGTH) return { ok: false, code: "DATE_UNREADABLE" };
  const typed = simplify(text);
  if (typed === "") return { ok: false, code: "DATE_EMPTY" };
  const offset = readOffset(typed);
  if (offset !== null) return { ok: true, value: addDays(context.today, offset) };
  const parts = readSeparated(typed) ?? readYearFirst(typed) ?? readDigits(typed) ?? readNamedMonth(typed);
  return parts === null ? { ok: false, code: "DATE_UNREADABLE" } : resolve(parts, context);
}

/** Whether a text is a day as parseDate gives it, `YYYY-MM-DD`: nothing is left to read. */
export function isPlainDay(text: string): boolean {
  return isIsoDate(text) && isReadableYear(Number(text.slice(0, 4)));
}

function isReadableYear(year: number): boolean {
  return year >= FIRST_YEAR && year <= LAST_YEAR;
}

/** Lower case, without accents, plain spaces and apostrophes, so that one pattern reads every keyboard. */
function simplify(text: string): string {
  return text
    .replace(/[\u00A0\u202F\u2009]/g, " ")
    .replace(/\u2019/g, "'")
    .replace(/\u2212/g, "-")
    .trim()
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "");
}

function readOffset(typed: string): number | null {
  const word = Object.hasOwn(WORDS, typed) ? WORDS[typed] : undefined;
  if (word !== undefined) return word;
  return /^[+-] ?\d{1,3}$/.test(typed) ? Number(typed.replace(" ", "")) : null;
}

function readSeparated(typed: string): TypedDay | null {
  const match = /^(\d{1,2})( ?[/.-] ?| +)(\d{1,2})(?:\2(\d{4}|\d{2}))?$/.exec(typed);
  return match === null ? null : typedDay(match[1], match[3], match[4]);
}

function readYearFirst(typed: string): TypedDay | null {
  const match = /^(\d{4})([/.-])(\d{1,2})\2(\d{1,2})$/.exec(typed);
  return match === null ? null : typedDay(match[4], match[3], match[1]);
}

function readDigits(typed: string): TypedDay | null {
  const match = /^(\d{2})(\d{2})(\d{4}|\d{2})?$/.exec(typed);
  return match === null ? null : typedDay(match[1], match[2], match[3]);
}

function readNamedMonth(typed: string): TypedDay | null {
  const match = /^(\d{1,2})(?:er)?[ -]([a-z]+)\.?(?:[ -](\d{4}|\d{2}))?$/.exec(typed);
  const month = match === null ? null : monthOfName(match[2] ?? "");
  return match === null || month === null ? null : typedDay(match[1], String(month), match[3]);
}

function typedDay(day = "", month = "", year?: string): TypedDay {
  return { day: Number(day), month: Number(month), year: year === undefined ? null : fullYear(year) };
}

function fullYear(year: string): number {
  return year.length === 2 ? 2000 + Number(year) : Number(year);
}

function resolve({ day, month, year }: TypedDay, context: DateContext): DateReading {
  const civil = { day, month, year: year ?? schoolYear(month, context) };
  if (!isReadableYear(civil.year)) return { ok: false, code: "DATE_YEAR" };
  if (!isCivilDay(civil)) return { ok: false, code: "DATE_IMPOSSIBLE" };
  const value = toIsoDate(civil);
  const guessed = year === null && context.schoolYearStart === undefined;
  const far = guessed && Math.abs(daysBetween(context.today, value)) > FAR_DAYS;
  return far ? { ok: true, value, warning: "DATE_YEAR_FAR" } : { ok: true, value };
}

/** Civil year of that month within the school year. */
function schoolYear(month: number, { today, schoolYearStart }: DateContext): number {
  const now = splitDate(today);
  const start = schoolYearStart ?? (now.month >= FIRST_SCHOOL_MONTH ? now.year : now.year - 1);
  return month >= FIRST_SCHOOL_MONTH ? start : start + 1;
}
