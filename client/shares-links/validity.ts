import { monthOf } from "../../shared/calendar.ts";
import type { IsoDate } from "../../shared/facts.ts";
import { addMonths } from "../../shared/periods.ts";

const MONTHS_ONLINE = 13;

/** Thirteen months on, the 1st of the month: until the next yearly display is up. */
export function aYearLater(today: IsoDate): IsoDate {
  return `${addMonths(monthOf(today), MONTHS_ONLINE)}-01`;
}
