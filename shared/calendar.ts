import type { IsoDate, IsoMonth } from "./facts.ts";

/** Parts of a civil day; `month` 1–12, `day` 1–31. */
export interface CivilDay {
  year: number;
  month: number;
  day: number;
}

/** From 1 September to 31 August; `label` « 2025-2026 ». */
export interface SchoolYear {
  start: IsoDate;
  end: IsoDate;
  label: string;
}

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const FIRST_SCHOOL_MONTH = 9;
const LAST_DAY: IsoDate = "9999-12-31";

/** Number of days of a month (1–12) of the Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && leap ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);
}

/** Whether these parts name a real day of the years 1 to 9999. */
export function isCivilDay({ year, month, day }: CivilDay): boolean {
  return year >= 1 && year <= 9999 && day >= 1 && day <= daysInMonth(year, month);
}

/** Whether `text` is `YYYY-MM-DD` and a real day. */
export function isIsoDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && isCivilDay(splitDate(text));
}

/** Whether `text` is `YYYY-MM` and a real month. */
export function isIsoMonth(text: string): boolean {
  return /^\d{4}-\d{2}$/.test(text) && isIsoDate(`${text}-01`);
}

/** Parts of an ISO date that is known to be well formed. */
export function splitDate(date: IsoDate): CivilDay {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

/** ISO date of the parts of a real day. */
export function toIsoDate({ year, month, day }: CivilDay): IsoDate {
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** The day `days` after (or before, when negative) `date`. Throws RangeError outside the years 1 to 9999. */
export function addDays(date: IsoDate, days: number): IsoDate {
  const result = fromDayNumber(toDayNumber(splitDate(date)) + days);
  if (!isCivilDay(result)) throw new RangeError(`${date} + ${days} days leaves the calendar`);
  return toIsoDate(result);
}

/** The next day; null after 31 December 9999, which people write for « without end ». */
export function dayAfter(date: IsoDate): IsoDate | null {
  return date === LAST_DAY ? null : addDays(date, 1);
}

/** Days from `from` to `to`: positive when `to` is later, 0 on the same day. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return toDayNumber(splitDate(to)) - toDayNumber(splitDate(from));
}

/** Negative when `a` is before `b`, 0 when equal, positive when after: for sorting ISO dates or months. */
export function compareDates(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Day of the week, 1 (Monday) to 7 (Sunday). */
export function dayOfWeek(date: IsoDate): number {
  return floorModulo(toDayNumber(splitDate(date)) + 3, 7) + 1;
}

/** Month of a day. */
export function monthOf(date: IsoDate): IsoMonth {
  return date.slice(0, 7);
}

/** Civil year of a day or of a month. */
export function yearOf(date: IsoDate | IsoMonth): number {
  return Number(date.slice(0, 4));
}

/** The twelve months of a civil year, January first. */
export function monthsOfYear(year: number): IsoMonth[] {
  return MONTH_LENGTHS.map((_, index) => toIsoDate({ year, month: index + 1, day: 1 }).slice(0, 7));
}

/** The school year (September to August) that contains the day. */
export function schoolYearOf(date: IsoDate): SchoolYear {
  const { year, month } = splitDate(date);
  const first = month >= FIRST_SCHOOL_MONTH ? year : year - 1;
  return {
    start: toIsoDate({ year: first, month: FIRST_SCHOOL_MONTH, day: 1 }),
    end: toIsoDate({ year: first + 1, month: FIRST_SCHOOL_MONTH - 1, day: 31 }),
    label: `${first}-${first + 1}`,
  };
}

/** Days since 1970-01-01, by the era algorithm on years that begin in March: no clock, no time zone. */
function toDayNumber({ year, month, day }: CivilDay): number {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

function fromDayNumber(days: number): CivilDay {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

function floorModulo(value: number, modulus: number): number {
  return ((value % modulus) + modulus) % modulus;
}
