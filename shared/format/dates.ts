import { dayOfWeek, splitDate } from "../calendar.ts";
import { MONTH_NAMES, MONTH_SHORT_NAMES, WEEKDAY_NAMES } from "../calendar-names.ts";
import type { IsoDate, IsoMonth } from "../facts.ts";
import type { Locale } from "../locales.ts";

/** « jeudi 5 novembre 2026 », « dimanche 1er novembre 2026 », “Thursday 5 November 2026”. */
export function formatDateLong(date: IsoDate, locale: Locale): string {
  const { year, month, day } = splitDate(date);
  const weekday = WEEKDAY_NAMES[locale][dayOfWeek(date) - 1];
  const ordinal = locale === "fr" && day === 1 ? "1er" : String(day);
  return `${weekday} ${ordinal} ${MONTH_NAMES[locale][month - 1]} ${year}`;
}

/** « mardi 1er décembre », “Tuesday 1 December”: a day near enough to go without its year. */
export function formatDay(date: IsoDate, locale: Locale): string {
  return formatDateLong(date, locale).slice(0, -5);
}

/** « mardi et vendredi », « du lundi au vendredi », “Monday to Friday”; days in order, from Monday, 1. */
export function formatWeekdays(days: readonly number[], locale: Locale): string {
  const names = days.flatMap((day) => WEEKDAY_NAMES[locale][day - 1] ?? []);
  const [first, last] = [names[0], names.at(-1)];
  const follow = days.every((day, index) => index === 0 || day === (days[index - 1] ?? 0) + 1);
  if (names.length < 3 || !follow) return new Intl.ListFormat(locale).format(names);
  return locale === "fr" ? `du ${first} au ${last}` : `${first} to ${last}`;
}

/** « 05/11/2026 », “5 Nov 2026” (an English reader may take 05/11 for May). */
export function formatDateShort(date: IsoDate, locale: Locale): string {
  const { year, month, day } = splitDate(date);
  if (locale === "fr") return `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;
  return `${day} ${MONTH_SHORT_NAMES.en[month - 1]} ${year}`;
}

/** « novembre 2026 », “November 2026”. */
export function formatMonth(month: IsoMonth, locale: Locale): string {
  return `${MONTH_NAMES[locale][monthIndex(month)]} ${month.slice(0, 4)}`;
}

/** « nov. 2026 », “Nov 2026”: for axes and narrow columns. */
export function formatMonthShort(month: IsoMonth, locale: Locale): string {
  return `${MONTH_SHORT_NAMES[locale][monthIndex(month)]} ${month.slice(0, 4)}`;
}

function monthIndex(month: IsoMonth): number {
  return Number(month.slice(5, 7)) - 1;
}
