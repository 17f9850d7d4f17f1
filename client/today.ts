import type { IsoDate } from "../shared/facts.ts";

const PARIS_DAY = new Intl.DateTimeFormat("en-CA", {
  timeZone: "Europe/Paris",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});

/** The day it is in France: the browser's clock is read here only. */
export function readToday(): IsoDate {
  return PARIS_DAY.format(new Date());
}
