import type { IsoDate } from "../shared/facts.ts";

const PARIS_DAY = new Intl.DateTimeFormat("en-CA", {
  timeZone: "Europe/Paris",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});

/** The day it is in France: the browser's clock is read in this file only. */
export function readToday(): IsoDate {
  return PARIS_DAY.format(new Date());
}

const PARIS_HOUR = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/Paris",
  hour: "2-digit",
  hourCycle: "h23",
});

/** The hour it is in France, 0 to 23. */
export function readHour(): number {
  return Number(PARIS_HOUR.format(new Date()));
}
