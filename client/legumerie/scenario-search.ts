import type { Scenario } from "../../shared/legumerie/scenario.ts";
import { scenarioSchema, tonnesField } from "../../shared/legumerie/scenario.ts";
import type { ScenarioBasis } from "../../shared/legumerie/scenario-basis.ts";
import type { LegumerieSearch } from "./search.ts";

/** The name of each part in the address, an integer of its smallest unit. */
export const SCENARIO_IN_ADDRESS = {
  weeks: "semaines",
  daysPerWeek: "jours",
  lossBp: "perte",
  purchaseCentsPerKg: "achat",
  gramsPerHour: "cadence",
  hourCents: "heure",
  variableCentsPerKg: "variable",
  fixedCents: "fixe",
  canteenGramsPerWeek: "cantine",
  insertionBp: "insertion",
} as const satisfies Record<keyof Scenario, keyof LegumerieSearch>;

export const SCENARIO_KEYS = Object.keys(SCENARIO_IN_ADDRESS) as (keyof Scenario)[];
const FIRST_TONNES = 200;

/** What the address asks, the basis where it says nothing or something that cannot be. */
export function scenarioAsked(
  search: LegumerieSearch,
  basis: ScenarioBasis,
): { tonnes: number; scenario: Scenario; typed: ReadonlySet<keyof Scenario> } {
  const typed = new Set<keyof Scenario>();
  const entries = SCENARIO_KEYS.map((key) => {
    const asked = scenarioSchema.shape[key].safeParse(search[SCENARIO_IN_ADDRESS[key]]);
    if (asked.success) typed.add(key);
    return [key, asked.success ? asked.data : basis[key].value];
  });
  const tonnes = tonnesField.safeParse(search.tonnes);
  return {
    tonnes: tonnes.success ? tonnes.data : FIRST_TONNES,
    scenario: Object.fromEntries(entries) as Scenario,
    typed,
  };
}
