import { MONTH_NAMES } from "../calendar-names.ts";
import type { Locale } from "../locales.ts";

const MONTHS = 12;

/** « septembre à avril », « mai, juillet à août » from months 1 to 12 in any order; « toute l'année » for all or none. */
export function formatSeason(months: readonly number[], locale: Locale): string {
  if (months.length === 0 || months.length === MONTHS) return locale === "fr" ? "toute l'année" : "all year";
  const join = locale === "fr" ? " à " : " to ";
  return runs(months)
    .map(([first, last]) =>
      first === last ? name(first, locale) : `${name(first, locale)}${join}${name(last, locale)}`,
    )
    .join(", ");
}

/** Runs of months that follow one another, December followed by January. */
function runs(months: readonly number[]): [number, number][] {
  const open = new Set(months);
  const found: [number, number][] = [];
  for (let first = 1; first <= MONTHS; first += 1) {
    if (!open.has(first) || open.has(before(first))) continue;
    let last = first;
    while (open.has(after(last))) last = after(last);
    found.push([first, last]);
  }
  return found;
}

function before(month: number): number {
  return month === 1 ? MONTHS : month - 1;
}

function after(month: number): number {
  return month === MONTHS ? 1 : month + 1;
}

function name(month: number, locale: Locale): string {
  return MONTH_NAMES[locale][month - 1] ?? "";
}
