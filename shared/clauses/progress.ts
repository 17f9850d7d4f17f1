import { addDays, daysBetween } from "../calendar.ts";
import type { IsoDate } from "../facts.ts";
import type { Translated } from "../locales.ts";
import { divideHalfUp, toSafeInteger } from "../rounding.ts";

/** Where a clause stands, what asks for something first. */
export const CLAUSE_STATES = ["LATE", "SHORT", "ON_TRACK", "UPCOMING", "DONE", "UNPLANNED"] as const;
export type ClauseState = (typeof CLAUSE_STATES)[number];

export const CLAUSE_STATE_LABELS: Readonly<Record<ClauseState, Translated>> = {
  LATE: { fr: "En retard", en: "Behind" },
  SHORT: { fr: "Finie sans le compte", en: "Ended short" },
  ON_TRACK: { fr: "Dans les temps", en: "On time" },
  UPCOMING: { fr: "À venir", en: "Not begun" },
  DONE: { fr: "Heures faites", en: "Hours done" },
  UNPLANNED: { fr: "Sans heures prévues", en: "No planned hours" },
};

/** What is behind by less than this share of the planned hours is no alert. */
export const LATE_MARGIN_BP = 500;

/** A pace that would take a century says no date. */
const MOST_DAYS = 36_500;

export interface ClauseSpan {
  startsOn: IsoDate;
  endsOn: IsoDate;
}

export interface ClauseProgress {
  state: ClauseState;
  /** The day `expectedE2` is for: the last of the month before today's, since hours are told by the month. */
  asOf: IsoDate;
  /** Hundredths of an hour. */
  doneE2: number;
  /** Null: the clause counts no hours. */
  plannedE2: number | null;
  /** Planned hours in proportion to the days gone by on `asOf`; null as above. */
  expectedE2: number | null;
  /** Hours missing from what was expected; 0 when none is. */
  behindE2: number;
  /** Hours on the last day at the pace so far; null: not begun, or nothing planned. */
  projectedE2: number | null;
  /** The day the planned hours are reached at that pace; null: never, done already, or not known. */
  projectedOn: IsoDate | null;
}

/** Where the clause stands today: hours done against those expected in proportion to its days. */
export function clauseProgress(
  span: ClauseSpan,
  { plannedE2, doneE2, today }: { plannedE2: number | null; doneE2: number; today: IsoDate },
): ClauseProgress {
  const asOf = addDays(`${today.slice(0, 7)}-01`, -1);
  const total = daysBetween(span.startsOn, span.endsOn) + 1;
  const gone = Math.min(Math.max(daysBetween(span.startsOn, asOf) + 1, 0), total);
  if (plannedE2 === null)
    return {
      ...{ state: "UNPLANNED", asOf, doneE2, plannedE2, expectedE2: null, behindE2: 0 },
      ...{ projectedE2: null, projectedOn: null },
    };
  const expectedE2 = partOf(plannedE2, gone, total);
  const behindE2 = Math.max(expectedE2 - doneE2, 0);
  return {
    state: stateOf({ plannedE2, doneE2, behindE2, gone, total }),
    asOf,
    doneE2,
    plannedE2,
    expectedE2,
    behindE2,
    projectedE2: gone === 0 ? null : partOf(doneE2, total, gone),
    projectedOn: projectedDay(span.startsOn, { plannedE2, doneE2, gone }),
  };
}

/** What is expected by the end of a day, in proportion to the clause's days; 0 before it begins. */
export function expectedHoursE2(span: ClauseSpan, plannedE2: number, day: IsoDate): number {
  const total = daysBetween(span.startsOn, span.endsOn) + 1;
  const gone = Math.min(Math.max(daysBetween(span.startsOn, day) + 1, 0), total);
  return partOf(plannedE2, gone, total);
}

/** Several clauses as one: hours are added over those that plan some, the state is what asks for most. Null: of none. */
export function progressOfAll(all: readonly ClauseProgress[]): ClauseProgress | null {
  const [first] = all;
  if (first === undefined) return null;
  const planned = all.filter(({ plannedE2 }) => plannedE2 !== null);
  const counted = planned.length === 0 ? all : planned;
  const sum = (of: (one: ClauseProgress) => number | null): number =>
    counted.reduce((total, one) => total + (of(one) ?? 0), 0);
  return {
    state: CLAUSE_STATES.find((state) => all.some((one) => one.state === state)) ?? first.state,
    asOf: first.asOf,
    doneE2: sum(({ doneE2 }) => doneE2),
    plannedE2: planned.length === 0 ? null : sum(({ plannedE2 }) => plannedE2),
    expectedE2: planned.length === 0 ? null : sum(({ expectedE2 }) => expectedE2),
    behindE2: sum(({ behindE2 }) => behindE2),
    projectedE2: null,
    projectedOn: null,
  };
}

interface Standing {
  plannedE2: number;
  doneE2: number;
  behindE2: number;
  gone: number;
  total: number;
}

function stateOf({ plannedE2, doneE2, behindE2, gone, total }: Standing): ClauseState {
  if (doneE2 >= plannedE2) return "DONE";
  if (gone === 0) return "UPCOMING";
  if (gone === total) return "SHORT";
  return behindE2 * 10_000 > plannedE2 * LATE_MARGIN_BP ? "LATE" : "ON_TRACK";
}

function projectedDay(
  startsOn: IsoDate,
  { plannedE2, doneE2, gone }: { plannedE2: number; doneE2: number; gone: number },
): IsoDate | null {
  if (gone === 0 || doneE2 === 0 || doneE2 >= plannedE2) return null;
  const days = Math.ceil((plannedE2 * gone) / doneE2);
  return days > MOST_DAYS ? null : addDays(startsOn, days - 1);
}

function partOf(whole: number, part: number, of: number): number {
  return toSafeInteger(divideHalfUp(BigInt(whole) * BigInt(part), BigInt(of)));
}
