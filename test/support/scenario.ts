import type { Scenario } from "../../shared/legumerie/scenario.ts";

/** Round figures that a pencil follows. */
export const A_SCENARIO: Scenario = {
  weeks: 36,
  daysPerWeek: 5,
  lossBp: 2_500,
  purchaseCentsPerKg: 43,
  gramsPerHour: 40_000,
  hourCents: 2_000,
  variableCentsPerKg: 20,
  fixedCents: 6_000_000,
  canteenGramsPerWeek: 50_000,
  insertionBp: 8_000,
};
