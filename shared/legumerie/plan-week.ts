import { daysBetween } from "../calendar.ts";
import type { IsoDate } from "../facts.ts";
import type { Id } from "../ids.ts";
import type { Cut } from "../legumerie.ts";
import type { PlanState } from "./plan-state.ts";
import {
  openPlan,
  possibleGrams,
  rawFor,
  reservedOrganic,
  takeLots,
  takeSpare,
  takeStock,
} from "./plan-state.ts";

/** What a canteen still waits for: a dated order, or one week of a standing demand. Grams ready to cook. */
export interface PlanOrder {
  /** Of the request and its day. */
  key: string;
  productId: Id;
  cut: Cut;
  grams: number;
  /** Day of delivery. */
  wantedOn: IsoDate;
  /** Only proven organic goods will do. */
  organic: boolean;
}

/** Finished goods: in stock, or about to come out of a batch under way. */
export interface PlanStock {
  /** The output lot, else the open batch. */
  id: Id;
  productId: Id;
  cut: Cut;
  grams: number;
  useBy: IsoDate;
  organic: boolean;
}

/** A received lot that no batch has used up. `organic`: proven. */
export interface PlanLot {
  id: Id;
  productId: Id;
  grams: number;
  receivedOn: IsoDate;
  organic: boolean;
}

/** Where a yield comes from: the workshop's own batches, the reference refuse, or what workshops usually lose. */
export const YIELD_SOURCES = ["MEASURED", "REFERENCE", "USUAL"] as const;
export type YieldSource = (typeof YIELD_SOURCES)[number];

/** How a product in a cut is made. */
export interface PlanRecipe {
  productId: Id;
  cut: Cut;
  rawProductId: Id;
  /** Net over gross, 1 to 10 000 basis points. */
  yieldBp: number;
  yieldFrom: YieldSource;
  /** Days from packing to the use-by date; at least 1. */
  useByDays: number;
}

/** A day on which batches may be started. */
export interface PlanDay {
  day: IsoDate;
  /** Gross grams, 0 when closed; null: nobody said, and nothing is too much. */
  capacityGrams: number | null;
  /** Gross grams of the batches started that day. */
  workedGrams: number;
}

export interface PlanAround {
  /** Today and the days after it, in order. */
  days: readonly PlanDay[];
  orders: readonly PlanOrder[];
  stock: readonly PlanStock[];
  lots: readonly PlanLot[];
  /** One for each product and cut of the orders. */
  recipes: readonly PlanRecipe[];
}

/** A batch to start on a day, from lots in stock. Grams. */
export interface PlannedBatch extends PlanRecipe {
  day: IsoDate;
  /** Of proven lots only: an order wants it so. */
  organic: boolean;
  inputs: { lotId: Id; grams: number }[];
  inputGrams: number;
  /** Expected; what the orders get of it and `spareGrams`. */
  outputGrams: number;
  spareGrams: number;
  orders: { key: string; grams: number }[];
}

/** Why an order comes late, or not at all this time. */
export const PLAN_REASONS = ["PASSED", "CAPACITY", "CLOSED"] as const;
export type PlanReason = (typeof PLAN_REASONS)[number];

export const ORDER_OUTCOMES = ["SERVED", "LATE", "PARTLY", "UNSERVED"] as const;
export type OrderOutcome = (typeof ORDER_OUTCOMES)[number];

/** What becomes of an order: its grams are the sum of the five parts. */
export interface PlannedOrder {
  key: string;
  outcome: OrderOutcome;
  stockGrams: number;
  onTimeGrams: number;
  /** Made after the day it was wanted on. */
  lateGrams: number;
  /** Last day on which some of it is made late; null: none is. */
  lateOn: IsoDate | null;
  /** No vegetable in stock to make it of. */
  missingGrams: number;
  /** The vegetables are there, no open day has room for them. */
  overGrams: number;
  /** Of what is late or over; null: nothing is. */
  reason: PlanReason | null;
  /** Gross grams to buy for what is missing, and by when; null: nothing is missing. */
  toBuy: { rawProductId: Id; grams: number; neededOn: IsoDate | null } | null;
}

export interface WeekPlan {
  days: (PlanDay & { plannedGrams: number })[];
  batches: PlannedBatch[];
  /** What is taken from finished goods. */
  picks: { key: string; stockId: Id; grams: number }[];
  orders: PlannedOrder[];
}

/**
 * What to make on which day, of which lots, for whom. Orders are served by their day, organic ones first: from finished
 * goods (use-by first), then from batches on the eve, on an earlier day that the use-by date allows, on the day itself,
 * and else later, as far as the capacity of each day and the lots (oldest reception first) go. Organic lots serve other
 * orders only beyond what organic orders need. Same input, same plan.
 */
export function planWeek(around: PlanAround): WeekPlan {
  const state = openPlan(around);
  const orders = [...around.orders].sort(byUrgency);
  const left = new Map(orders.map(({ key, grams }) => [key, grams]));
  const picked = new Map<string, number>();
  for (const [index, order] of orders.entries()) {
    const grams = takeStock(state, order, orders.slice(index + 1));
    picked.set(order.key, grams);
    left.set(order.key, order.grams - grams);
  }
  const planned = orders.map((order, index) => {
    const rest = orders.slice(index + 1).map((one) => ({ ...one, grams: left.get(one.key) ?? 0 }));
    return planOrder(state, { order, rest, stockGrams: picked.get(order.key) ?? 0 });
  });
  return {
    days: around.days.map((day) => ({ ...day, plannedGrams: state.planned.get(day.day) ?? 0 })),
    batches: [...state.batches.values()].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)),
    picks: state.picks,
    orders: planned,
  };
}

function planOrder(
  state: PlanState,
  { order, rest, stockGrams }: { order: PlanOrder; rest: readonly PlanOrder[]; stockGrams: number },
): PlannedOrder {
  const recipe = state.recipeOf(order);
  const reserve = reservedOrganic(state, { order, rest });
  const parts = { onTimeGrams: 0, lateGrams: 0, lateOn: null as IsoDate | null };
  let left = order.grams - stockGrams;
  const days = candidateDays(state.days, order, recipe);
  for (const { day, late } of days) {
    if (left <= 0) break;
    const target = { day, order, recipe };
    const made = takeSpare(state, target, left);
    const given = made + takeLots(state, target, { grams: left - made, reserve });
    left -= given;
    if (!late) parts.onTimeGrams += given;
    else if (given > 0) {
      parts.lateGrams += given;
      parts.lateOn = parts.lateOn === null || day > parts.lateOn ? day : parts.lateOn;
    }
  }
  const overGrams = possibleGrams(state, { order, recipe, reserve }, left);
  const missingGrams = left - overGrams;
  const passed = order.wantedOn < (state.days[0]?.day ?? order.wantedOn);
  const isLate = parts.lateGrams > 0 || overGrams > 0 || passed;
  const inTime = days.some(({ late }) => !late);
  return {
    key: order.key,
    outcome: outcomeOf({ left, served: order.grams - left, isLate }),
    stockGrams,
    ...parts,
    missingGrams,
    overGrams,
    reason: isLate ? reasonOf({ passed, inTime }) : null,
    toBuy: purchaseOf(missingGrams, { recipe, neededOn: days[0]?.day ?? null }),
  };
}

function outcomeOf({
  left,
  served,
  isLate,
}: {
  left: number;
  served: number;
  isLate: boolean;
}): OrderOutcome {
  if (left > 0) return served > 0 ? "PARTLY" : "UNSERVED";
  return isLate ? "LATE" : "SERVED";
}

/** `inTime`: an open day could have made it. */
function reasonOf({ passed, inTime }: { passed: boolean; inTime: boolean }): PlanReason {
  if (passed) return "PASSED";
  return inTime ? "CAPACITY" : "CLOSED";
}

function purchaseOf(
  missingGrams: number,
  { recipe, neededOn }: { recipe: PlanRecipe; neededOn: IsoDate | null },
): PlannedOrder["toBuy"] {
  if (missingGrams === 0) return null;
  return { rawProductId: recipe.rawProductId, grams: rawFor(missingGrams, recipe), neededOn };
}

/** Open days on which an order may be made, the best first. */
function candidateDays(
  days: readonly PlanDay[],
  { wantedOn }: PlanOrder,
  { useByDays }: PlanRecipe,
): { day: IsoDate; late: boolean }[] {
  const open = days.filter(({ capacityGrams }) => capacityGrams !== 0).map(({ day }) => day);
  const before = open.filter((day) => day < wantedOn && daysBetween(day, wantedOn) <= useByDays).reverse();
  const same = open.filter((day) => day === wantedOn);
  const after = open.filter((day) => day > wantedOn);
  return [
    ...[...before, ...same].map((day) => ({ day, late: false })),
    ...after.map((day) => ({ day, late: true })),
  ];
}

/** By day, organic first, then by size and key: nothing of it depends on the order in which they came. */
function byUrgency(a: PlanOrder, b: PlanOrder): number {
  if (a.wantedOn !== b.wantedOn) return a.wantedOn < b.wantedOn ? -1 : 1;
  if (a.organic !== b.organic) return a.organic ? -1 : 1;
  if (a.grams !== b.grams) return b.grams - a.grams;
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
}
