import type { IsoDate, IsoInstant } from "../shared/facts.ts";

/** An instant, and the day it is in France. */
export interface Moment {
  now: IsoInstant;
  today: IsoDate;
}

const PARIS_DAY = new Intl.DateTimeFormat("en-CA", {
  timeZone: "Europe/Paris",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});

/** The clock is read here, at the edge, and passed down as an argument. */
export function readClock(): Moment {
  return toMoment(new Date());
}

export function toMoment(date: Date): Moment {
  return { now: date.toISOString(), today: PARIS_DAY.format(date) };
}
