import * as z from "zod/mini";
import { addDays, dayOfWeek } from "../calendar.ts";
import type { IsoDate } from "../facts.ts";
import { dateField } from "../fields.ts";
import { MAX_LOT_GRAMS } from "../legumerie.ts";
import { WEEKDAYS } from "../ordering-terms.ts";
import { isSchoolHoliday } from "../school-holidays.ts";
import type { SchoolZone } from "../school-zones.ts";
import { isPublicHoliday } from "../service-days.ts";
import type { LegumerieIssue } from "./issues.ts";

export const MAX_CLOSURES = 30;

/** What a workshop can work from a day on, until a later one is said. */
export const capacitySchema = z.object({
  validFrom: dateField,
  /** Gross grams put to work on an open day. */
  gramsPerDay: z.int().check(z.minimum(1), z.maximum(MAX_LOT_GRAMS)),
  /** Monday is 1; in any order. */
  weekdays: z.array(z.literal(WEEKDAYS)).check(z.minLength(1), z.maxLength(7)),
  /** Closed through the school holidays of its zone. */
  schoolCalendar: z.boolean(),
  /** Other closed days, both ends inside. */
  closures: z
    .array(
      z.object({
        from: dateField,
        to: dateField,
        why: z.nullable(z.string().check(z.trim(), z.minLength(1), z.maxLength(100))),
      }),
    )
    .check(z.maxLength(MAX_CLOSURES)),
});
export type Capacity = z.infer<typeof capacitySchema>;

/** Every capacity of a workshop, and the school zone it lives by. */
export interface CapacityCalendar {
  capacities: readonly Capacity[];
  zone: SchoolZone;
}

/** Why nothing is worked that day. */
export const CLOSED_REASONS = ["WEEKDAY", "PUBLIC_HOLIDAY", "SCHOOL_HOLIDAY", "CLOSURE"] as const;
export type ClosedReason = (typeof CLOSED_REASONS)[number];

/** Everything that keeps a capacity from being written; empty: it may be. */
export function checkCapacity({ closures }: Capacity): LegumerieIssue[] {
  return closures.flatMap(({ from, to }, index) =>
    to < from
      ? [{ field: `closures.${index}.to`, code: "CLOSURE_ENDS_BEFORE_START" as const, grams: null }]
      : [],
  );
}

/** The same, as it is kept: days in order and once each, closures by their first day. */
export function tidyCapacity(capacity: Capacity): Capacity {
  return {
    ...capacity,
    weekdays: [...new Set(capacity.weekdays)].sort((a, b) => a - b),
    closures: [...capacity.closures].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0)),
  };
}

/** The one in force that day: the latest that has begun; undefined: none was said yet. */
export function capacityInForce({ capacities }: CapacityCalendar, day: IsoDate): Capacity | undefined {
  let found: Capacity | undefined;
  for (const capacity of capacities)
    if (capacity.validFrom <= day && (found === undefined || capacity.validFrom > found.validFrom))
      found = capacity;
  return found;
}

/** Why the workshop is closed that day; null: it is open, or nobody said when it is. */
export function closedOn(calendar: CapacityCalendar, day: IsoDate): ClosedReason | null {
  const capacity = capacityInForce(calendar, day);
  if (capacity === undefined) return null;
  if (!capacity.weekdays.some((weekday) => weekday === dayOfWeek(day))) return "WEEKDAY";
  if (capacity.closures.some(({ from, to }) => from <= day && day <= to)) return "CLOSURE";
  if (isPublicHoliday(day)) return "PUBLIC_HOLIDAY";
  return capacity.schoolCalendar && isSchoolHoliday(day, calendar.zone) ? "SCHOOL_HOLIDAY" : null;
}

/** Gross grams the workshop can work that day, 0 when closed. Null: no capacity was said for that day. */
export function capacityOn(calendar: CapacityCalendar, day: IsoDate): number | null {
  const capacity = capacityInForce(calendar, day);
  if (capacity === undefined) return null;
  return closedOn(calendar, day) === null ? capacity.gramsPerDay : 0;
}

/** Sum over the days, both ends inside. Null: no capacity was said for one of them, and a part is no whole. */
export function capacityBetween(
  calendar: CapacityCalendar,
  { from, to }: { from: IsoDate; to: IsoDate },
): number | null {
  let total = 0;
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const grams = capacityOn(calendar, day);
    if (grams === null) return null;
    total += grams;
  }
  return total;
}

/** Sum over the seven days from that Monday. Null as `capacityBetween`. */
export function capacityOfWeek(calendar: CapacityCalendar, monday: IsoDate): number | null {
  return capacityBetween(calendar, { from: monday, to: addDays(monday, 6) });
}

/** The Monday of the week of that day. */
export function mondayOf(day: IsoDate): IsoDate {
  return addDays(day, 1 - dayOfWeek(day));
}
