import { divideHalfAway, toSafeInteger } from "../rounding.ts";
import type { ReckonedFigures } from "./reckoned.ts";
import type { Scenario } from "./scenario.ts";
import { SCHOOL_WEEKS } from "./scenario.ts";

/** Where the value of a scenario comes from when nobody typed one. */
export const SCENARIO_SOURCES = ["LEDGER", "PUBLISHED", "ASSUMED", "MISSING"] as const;
export type ScenarioSource = (typeof SCENARIO_SOURCES)[number];

export type ScenarioBasis = {
  readonly [Key in keyof Scenario]: { value: number; source: ScenarioSource };
};

/** Published by real workshops: a mean loss of 25 %, 0,43 € a kilo bought (172 t for 74 400 €). */
const PUBLISHED = { lossBp: 2_500, purchaseCentsPerKg: 43 } as const;
/** Nobody publishes these: they are there to be replaced. */
const ASSUMED = {
  daysPerWeek: 5,
  gramsPerHour: 40_000,
  canteenGramsPerWeek: 50_000,
  insertionBp: 7_500,
} as const;

/** What a scenario starts from: the workshop's own year, else what is published or assumed. Costs nobody wrote are 0. */
export function scenarioBasis(year: ReckonedFigures): ScenarioBasis {
  const quotient = (numerator: number, denominator: number) =>
    toSafeInteger(divideHalfAway(BigInt(numerator), BigInt(denominator)));
  const { yield: made, priceIn, pace, delivered, canteens, insertionHours, hours } = year;
  const served = canteens.ratio?.numerator ?? 0;
  const kept = delivered.ratio?.numerator ?? 0;
  const worked = hours.ratio?.numerator ?? 0;
  return {
    weeks: { value: SCHOOL_WEEKS, source: "PUBLISHED" },
    daysPerWeek: { value: ASSUMED.daysPerWeek, source: "ASSUMED" },
    lossBp:
      made.ratio === null
        ? { value: PUBLISHED.lossBp, source: "PUBLISHED" }
        : {
            value: 10_000 - quotient(made.ratio.numerator * 10_000, made.ratio.denominator),
            source: "LEDGER",
          },
    purchaseCentsPerKg:
      priceIn.ratio === null
        ? { value: PUBLISHED.purchaseCentsPerKg, source: "PUBLISHED" }
        : { value: quotient(priceIn.ratio.numerator * 1000, priceIn.ratio.denominator), source: "LEDGER" },
    gramsPerHour:
      pace.ratio === null || pace.ratio.numerator === 0
        ? { value: ASSUMED.gramsPerHour, source: "ASSUMED" }
        : {
            value: Math.max(1, quotient(pace.ratio.numerator, pace.ratio.denominator)) * 100,
            source: "LEDGER",
          },
    hourCents: { value: 0, source: "MISSING" },
    variableCentsPerKg: { value: 0, source: "MISSING" },
    fixedCents: { value: 0, source: "MISSING" },
    canteenGramsPerWeek:
      served === 0 || kept < served * SCHOOL_WEEKS
        ? { value: ASSUMED.canteenGramsPerWeek, source: "ASSUMED" }
        : { value: quotient(kept, served * SCHOOL_WEEKS), source: "LEDGER" },
    insertionBp:
      insertionHours.ratio === null || worked === 0
        ? { value: ASSUMED.insertionBp, source: "ASSUMED" }
        : { value: quotient(insertionHours.ratio.numerator * 10_000, worked), source: "LEDGER" },
  };
}
