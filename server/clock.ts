import type { IsoDate, IsoInstant } from "../shared/facts.ts";
import { frenchDayOf } from "../shared/french-time.ts";

/** An instant, and the day it is in France. */
export interface Moment {
  now: IsoInstant;
  today: IsoDate;
}

/** The clock is read here, at the edge, and passed down as an argument. */
export function readClock(): Moment {
  return toMoment(new Date());
}

export function toMoment(date: Date): Moment {
  const now = date.toISOString();
  return { now, today: frenchDayOf(now) };
}
