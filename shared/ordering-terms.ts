import * as z from "zod/mini";
import { addDays, dayOfWeek } from "./calendar.ts";
import type { IsoDate } from "./facts.ts";
import { isPublicHoliday } from "./service-days.ts";

/** Monday is 1, Sunday 7. */
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
export type Weekday = (typeof WEEKDAYS)[number];

const centsField = z.nullable(z.int("range").check(z.minimum(1, "range"), z.maximum(100_000_000, "range")));

export const orderingTermsSchema = z.object({
  /** HT, cents; null: none, or not known. */
  minimumHtCents: centsField,
  /** From this amount on carriage is free, HT, cents; null: not known. */
  freeDeliveryHtCents: centsField,
  /** Days on which it delivers, in order; empty: any day, or not known. */
  deliveryDays: z.array(z.literal(WEEKDAYS)).check(z.maxLength(7)),
  /** An order is in time this many days before its delivery; null: not known. */
  orderDaysBefore: z.nullable(z.int("range").check(z.minimum(0, "range"), z.maximum(30, "range"))),
  /** And before this hour of that day, 1 to 24; null: the whole day. */
  orderBeforeHour: z.nullable(z.int("range").check(z.minimum(1, "range"), z.maximum(24, "range"))),
});

/** How a supplier takes orders from one organisation: each negotiates its own. */
export type OrderingTerms = z.infer<typeof orderingTermsSchema>;

export const NO_ORDERING_TERMS: OrderingTerms = {
  minimumHtCents: null,
  freeDeliveryHtCents: null,
  deliveryDays: [],
  orderDaysBefore: null,
  orderBeforeHour: null,
};

/** A local day and hour (0 to 23). */
export interface DayHour {
  date: IsoDate;
  hour: number;
}

export interface NextDelivery {
  date: IsoDate;
  /** Last day to order for it; null: the supplier says no deadline. */
  orderBy: IsoDate | null;
}

/** Cents still missing to the minimum order, HT; 0: it is met, null: there is none. */
export function missingToMinimum({ minimumHtCents }: OrderingTerms, amountHtCents: number): number | null {
  return minimumHtCents === null ? null : Math.max(0, minimumHtCents - amountHtCents);
}

/** Cents still missing to free delivery, HT; 0: it is free, null: not known. */
export function missingToFreeDelivery(
  { freeDeliveryHtCents }: OrderingTerms,
  amountHtCents: number,
): number | null {
  return freeDeliveryHtCents === null ? null : Math.max(0, freeDeliveryHtCents - amountHtCents);
}

/** Whether the supplier delivers on this day; null: its days are not known. */
export function isDeliveryDay({ deliveryDays }: OrderingTerms, date: IsoDate): boolean | null {
  return deliveryDays.length === 0 ? null : deliveryDays.includes(dayOfWeek(date) as Weekday);
}

/** Weeks in a row whose day of delivery may be a public holiday. */
const HOLIDAY_WEEKS = 4;

/**
 * The first delivery after today that an order sent now still reaches, never on a public holiday; null: the days are
 * not known.
 */
export function nextDelivery(terms: OrderingTerms, now: DayHour): NextDelivery | null {
  if (terms.deliveryDays.length === 0) return null;
  const horizon = 7 * (1 + HOLIDAY_WEEKS) + (terms.orderDaysBefore ?? 0) + 1;
  for (let days = 1; days <= horizon; days += 1) {
    const date = addDays(now.date, days);
    if (isDeliveryDay(terms, date) !== true || isPublicHoliday(date)) continue;
    const orderBy = terms.orderDaysBefore === null ? null : addDays(date, -terms.orderDaysBefore);
    if (orderBy === null || isInTime(terms, orderBy, now)) return { date, orderBy };
  }
  return null;
}

function isInTime({ orderBeforeHour }: OrderingTerms, orderBy: IsoDate, { date, hour }: DayHour): boolean {
  if (date !== orderBy) return date < orderBy;
  return orderBeforeHour === null || hour < orderBeforeHour;
}
