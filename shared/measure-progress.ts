import { monthOf } from "./calendar.ts";
import type { Ratio } from "./cells.ts";
import type { IsoDate, IsoMonth } from "./facts.ts";
import type { Measure } from "./measures.ts";
import { addMonths } from "./periods.ts";
import { divideHalfUp, toSafeInteger } from "./rounding.ts";

/** Where a measure stands. */
export interface MeasureProgress {
  /** Target minus value, in the unit of the figure, signed; null: there is no value. */
  gap: number | null;
  /** Way done from the start to the target, basis points: under 0 is a step back, over 10 000 beyond; null: no value, or no way to go. */
  doneBp: number | null;
  /** The target is reached, whichever way it lies; null: there is no value. */
  reached: boolean | null;
}

/** How many months a figure of purchases or of a workshop is over: seasons weigh the same at any date. */
export const MEASURED_MONTHS = 12;

const BASIS_POINTS = 10_000;

/** Way done and gap of a value, exact integers in the figure's unit. */
export function progressOf(
  { startValue, targetValue }: Pick<Measure, "startValue" | "targetValue">,
  value: number | null,
): MeasureProgress {
  if (value === null) return { gap: null, doneBp: null, reached: null };
  const way = targetValue - startValue;
  const upwards = way >= 0;
  return {
    gap: targetValue - value,
    doneBp: way === 0 ? null : Math.round(((value - startValue) * BASIS_POINTS) / way),
    reached: upwards ? value >= targetValue : value <= targetValue,
  };
}

/** A rate as basis points, a half going up; null over nothing. */
export function shareBpOf({ numerator, denominator }: Ratio): number | null {
  if (denominator <= 0) return null;
  return toSafeInteger(divideHalfUp(BigInt(numerator) * BigInt(BASIS_POINTS), BigInt(denominator)));
}

/** The last month that is over on that day: figures of the month under way would say too little. */
export function lastMonthOver(today: IsoDate): IsoMonth {
  return addMonths(monthOf(today), -1);
}

/** The twelve months up to one, it included. */
export function measuredRange(toMonth: IsoMonth): { fromMonth: IsoMonth; toMonth: IsoMonth } {
  return { fromMonth: addMonths(toMonth, 1 - MEASURED_MONTHS), toMonth };
}

/** The day is past and the measure is neither done nor given up. */
export function isLate({ state, dueOn }: Pick<Measure, "state" | "dueOn">, today: IsoDate): boolean {
  return (state === "planned" || state === "under-way") && dueOn < today;
}
