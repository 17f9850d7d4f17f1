import { addDays, daysBetween } from "../calendar.ts";
import type { IsoDate } from "../facts.ts";
import type { Id } from "../ids.ts";
import type { CapacityCalendar } from "./capacity.ts";
import { closedOn, mondayOf } from "./capacity.ts";
import type { PlanOrder } from "./plan-week.ts";
import type { KeptRequest } from "./requests.ts";
import { waitingGrams } from "./requests.ts";

const WEEK = 7;

/** An order of the plan, and the request it is of. */
export type RequestedOrder = PlanOrder & { canteenId: Id; requestId: Id; weekly: boolean };

type Request = KeptRequest & { deliveredGrams: number };

/** Days that are planned, both inside, and what was delivered since Monday for each standing demand. */
export interface PlanPeriod {
  today: IsoDate;
  until: IsoDate;
  calendar: CapacityCalendar;
  /** Grams by request id. */
  deliveredThisWeek: ReadonlyMap<Id, number>;
}

/**
 * What is to be delivered by the end: dated orders that wait, those of past days too, and each week's part of the
 * accepted standing demands, less what it had this week. A demand is not asked for on a day of holidays or closure, and
 * what a past day did not bring is not asked for again.
 */
export function planOrders(requests: readonly Request[], period: PlanPeriod): RequestedOrder[] {
  return requests.flatMap((request) => (request.weekly ? weeksOf(request, period) : dated(request, period)));
}

function dated(request: Request, { until }: PlanPeriod): RequestedOrder[] {
  const grams = waitingGrams(request);
  if (request.status !== "WAITING" || request.wantedOn > until || grams === 0) return [];
  return [orderOf(request, { day: request.wantedOn, grams })];
}

function weeksOf(
  request: Request,
  { today, until, calendar, deliveredThisWeek }: PlanPeriod,
): RequestedOrder[] {
  if (request.status !== "SERVED") return [];
  const behind = Math.max(0, Math.ceil(daysBetween(request.wantedOn, today) / WEEK));
  const orders: RequestedOrder[] = [];
  for (let day = addDays(request.wantedOn, behind * WEEK); day <= until; day = addDays(day, WEEK)) {
    const had = mondayOf(day) === mondayOf(today) ? (deliveredThisWeek.get(request.id) ?? 0) : 0;
    const grams = Math.max(0, request.grams - had);
    const closed = closedOn(calendar, day);
    if (grams === 0 || closed === "SCHOOL_HOLIDAY" || closed === "CLOSURE") continue;
    orders.push(orderOf(request, { day, grams }));
  }
  return orders;
}

function orderOf(request: Request, { day, grams }: { day: IsoDate; grams: number }): RequestedOrder {
  const { canteenId, id: requestId, productId, cut, organic, weekly } = request;
  const key = `${canteenId} ${requestId} ${day}`;
  return { key, canteenId, requestId, productId, cut, organic, weekly, grams, wantedOn: day };
}
