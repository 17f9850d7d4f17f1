import * as z from "zod/mini";
import type { Ratio } from "../cells.ts";
import { divideHalfAway, toSafeInteger } from "../rounding.ts";
import { FULL_TIME_HOURS } from "./reckon-work.ts";

/** Sizes shown side by side, tonnes of raw vegetables a year: what real workshops publish. */
export const SCENARIO_SIZES = [80, 200, 400, 1000] as const;

/** Schools are open 36 weeks of 52. */
export const SCHOOL_WEEKS = 36;

const whole = (minimum: number, maximum: number) => z.int().check(z.minimum(minimum), z.maximum(maximum));

/** What a scenario is made of, whatever the size of the workshop. */
export const scenarioSchema = z.object({
  /** Weeks open in a year. */
  weeks: whole(1, 52),
  daysPerWeek: whole(1, 7),
  /** Gross weight that does not go out, basis points. */
  lossBp: whole(0, 9_900),
  /** HT, for a kilo of raw vegetables. */
  purchaseCentsPerKg: whole(0, 100_000),
  /** Gross grams worked in an hour, everything counted; slower, the largest workshop would cost more than is exact. */
  gramsPerHour: whole(100, 10_000_000),
  /** Cost of an hour to the workshop, all charges in and aid taken off. */
  hourCents: whole(0, 100_000),
  /** HT, for a kilo sold: packs, energy, water, transport. */
  variableCentsPerKg: whole(0, 100_000),
  /** HT a year, whatever is worked: rent, machines, management. */
  fixedCents: whole(0, 1_000_000_000),
  /** Ready-to-cook grams that a canteen takes in a week. */
  canteenGramsPerWeek: whole(1, 100_000_000),
  /** Insertion hours among all, basis points. */
  insertionBp: whole(0, 10_000),
});
export type Scenario = z.infer<typeof scenarioSchema>;

export const tonnesField = whole(1, 100_000);

/** What a workshop of that size comes to in a year. Weights in grams, money in HT cents. */
export interface ScenarioYear {
  tonnes: number;
  openDays: number;
  /** Gross grams to work on an open day, rounded up to the kilo. */
  gramsPerDay: number;
  soldGrams: number;
  lossGrams: number;
  /** Canteens whole, served every week open. */
  canteens: number;
  hours: number;
  insertionHours: number;
  /** Full-time equivalents: hours over 1 607. */
  fullTime: Ratio;
  purchaseCents: number;
  workCents: number;
  variableCents: number;
  fixedCents: number;
  totalCents: number;
  /** HT cents for a kilo sold that cover all costs; null: nothing goes out. */
  centsPerKg: number | null;
}

const GRAMS_IN_TONNE = 1_000_000n;
const WHOLE_BP = 10_000n;

/** One year of a workshop that takes in `tonnes` of raw vegetables. Every step is rounded half away, canteens down. */
export function scenarioYear(tonnes: number, scenario: Scenario): ScenarioYear {
  const gross = BigInt(tonnes) * GRAMS_IN_TONNE;
  const openDays = scenario.weeks * scenario.daysPerWeek;
  const loss = divideHalfAway(gross * BigInt(scenario.lossBp), WHOLE_BP);
  const sold = gross - loss;
  const hours = divideHalfAway(gross, BigInt(scenario.gramsPerHour));
  const purchase = divideHalfAway(gross * BigInt(scenario.purchaseCentsPerKg), 1000n);
  const work = hours * BigInt(scenario.hourCents);
  const variable = divideHalfAway(sold * BigInt(scenario.variableCentsPerKg), 1000n);
  const total = purchase + work + variable + BigInt(scenario.fixedCents);
  const byCanteen = BigInt(scenario.canteenGramsPerWeek) * BigInt(scenario.weeks);
  const days = BigInt(openDays) * 1000n;
  return {
    tonnes,
    openDays,
    gramsPerDay: toSafeInteger(((gross + days - 1n) / days) * 1000n),
    soldGrams: toSafeInteger(sold),
    lossGrams: toSafeInteger(loss),
    canteens: toSafeInteger(sold / byCanteen),
    hours: toSafeInteger(hours),
    insertionHours: toSafeInteger(divideHalfAway(hours * BigInt(scenario.insertionBp), WHOLE_BP)),
    fullTime: { numerator: toSafeInteger(hours), denominator: FULL_TIME_HOURS },
    purchaseCents: toSafeInteger(purchase),
    workCents: toSafeInteger(work),
    variableCents: toSafeInteger(variable),
    fixedCents: scenario.fixedCents,
    totalCents: toSafeInteger(total),
    centsPerKg: sold === 0n ? null : toSafeInteger(divideHalfAway(total * 1000n, sold)),
  };
}
