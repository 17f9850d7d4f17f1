import { splitDate } from "../../shared/calendar.ts";
import type { IsoDate } from "../../shared/facts.ts";
import { formatDay } from "../../shared/format/dates.ts";
import type { Locale } from "../../shared/locales.ts";

/** « jeudi 26 », “Thursday 26”: a day of a week that is named above. */
export function dayOfPlan(day: IsoDate, locale: Locale): string {
  const [weekday] = formatDay(day, locale).split(" ");
  const number = splitDate(day).day;
  return `${weekday} ${locale === "fr" && number === 1 ? "1er" : number}`;
}
