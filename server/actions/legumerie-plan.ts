import type { Kysely } from "kysely";
import type { Database } from "../../db/database.ts";
import { listOpenRequests } from "../../db/queries/legumerie-requests.ts";
import { readSnapshot } from "../../db/transaction.ts";
import { addDays } from "../../shared/calendar.ts";
import type { IsoDate } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import type { ClosedReason } from "../../shared/legumerie/capacity.ts";
import { capacityOn, closedOn, mondayOf } from "../../shared/legumerie/capacity.ts";
import type { RequestedOrder } from "../../shared/legumerie/plan-orders.ts";
import type { PlanDay, PlannedBatch, PlannedOrder, WeekPlan } from "../../shared/legumerie/plan-week.ts";
import { planWeek } from "../../shared/legumerie/plan-week.ts";
import type { Cut } from "../../shared/legumerie.ts";
import type { PlanNames } from "./legumerie-plan-around.ts";
import { readPlanAround } from "./legumerie-plan-around.ts";
import type { VisibleCanteens } from "./legumerie-read.ts";

/** Weeks after this one that are planned. */
export const PLANNED_WEEKS = 4;

/** A batch started on a day of the week, ended or not. Grams. */
export interface StartedBatch {
  id: Id;
  day: IsoDate;
  cut: Cut;
  /** What it packed so far, else the vegetables it took. */
  productIds: Id[];
  inputGrams: number;
  outputGrams: number;
  ended: boolean;
}

/** An order of the week: what was asked, and what becomes of it. */
export type WeekOrder = Omit<RequestedOrder, "canteenId"> &
  PlannedOrder & {
    /** Null: another organisation's. */
    canteenName: string | null;
    picks: { stockId: Id; grams: number }[];
  };

/** One week of the workshop. */
export interface ReadWeek extends PlanNames {
  monday: IsoDate;
  today: IsoDate;
  /** Of the first and the last week that may be looked ahead to. */
  plannable: { from: IsoDate; to: IsoDate };
  days: (PlanDay & { plannedGrams: number; closed: ClosedReason | null })[];
  started: StartedBatch[];
  batches: PlannedBatch[];
  orders: WeekOrder[];
  /** Standing demands that wait for the workshop's word. */
  undecided: { requests: number; grams: number };
}

/** The week from that Monday: what was started, and what is planned from today on. */
export async function readWeek(
  reader: Kysely<Database>,
  asked: { legumerieId: Id; today: IsoDate; monday: IsoDate; visible: VisibleCanteens },
): Promise<ReadWeek> {
  return readSnapshot(reader, async (db) => {
    const { legumerieId, today, visible } = asked;
    const monday = mondayOf(asked.monday);
    const requests = await listOpenRequests(db, legumerieId);
    const until = addDays(mondayOf(today), 7 * PLANNED_WEEKS + 6);
    const { around, orders, started, calendar, ...names } = await readPlanAround(db, {
      ...{ legumerieId, today, until, monday, requests },
    });
    const plan = planWeek(around);
    const sunday = addDays(monday, 6);
    const isWithin = (day: IsoDate | null) => day !== null && day >= monday && day <= sunday;
    const batches = plan.batches.filter(({ day }) => isWithin(day));
    const made = new Set(batches.flatMap((batch) => batch.orders.map(({ key }) => key)));
    const canteens = new Map(requests.map(({ canteenId, canteenName }) => [canteenId, canteenName]));
    const told = orders.flatMap((order): WeekOrder[] => {
      const planned = plan.orders.find(({ key }) => key === order.key);
      const overdue = order.wantedOn < today && isWithin(today);
      const shown = isWithin(order.wantedOn) || overdue || made.has(order.key) || neededIn(planned, isWithin);
      if (planned === undefined || !shown) return [];
      const { canteenId, ...rest } = order;
      const named = visible === null || visible.has(canteenId);
      const canteenName = named ? (canteens.get(canteenId) ?? null) : null;
      return [{ ...rest, ...planned, canteenName, picks: picksOf(plan, order.key) }];
    });
    const undecided = requests.filter(({ weekly, status }) => weekly && status === "WAITING");
    return {
      ...names,
      monday,
      today,
      plannable: { from: mondayOf(today), to: addDays(until, -6) },
      days: Array.from({ length: 7 }, (_, index) => {
        const day = addDays(monday, index);
        const known = plan.days.find((one) => one.day === day);
        const worked = started.filter((batch) => batch.day === day);
        return {
          day,
          closed: closedOn(calendar, day),
          capacityGrams: capacityOn(calendar, day),
          workedGrams: worked.reduce((sum, { inputGrams }) => sum + inputGrams, 0),
          plannedGrams: known?.plannedGrams ?? 0,
        };
      }),
      started: started.filter(({ day }) => isWithin(day)),
      batches,
      orders: told.sort((a, b) => (a.wantedOn < b.wantedOn ? -1 : a.wantedOn > b.wantedOn ? 1 : 0)),
      undecided: {
        requests: undecided.length,
        grams: undecided.reduce((sum, { grams }) => sum + grams, 0),
      },
    };
  });
}

function neededIn(planned: PlannedOrder | undefined, isWithin: (day: IsoDate | null) => boolean): boolean {
  return isWithin(planned?.toBuy?.neededOn ?? null);
}

function picksOf({ picks }: WeekPlan, key: string): WeekOrder["picks"] {
  return picks.filter((pick) => pick.key === key).map(({ stockId, grams }) => ({ stockId, grams }));
}
