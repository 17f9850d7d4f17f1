import { isIsoDate } from "../../shared/calendar.ts";
import type { IsoDate } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import type { PeriodKind } from "../../shared/legumerie/indicator-periods.ts";
import type { LegumerieSearch } from "./search.ts";

/** How the address says the length of the period. */
export const KINDS_IN_ADDRESS: Readonly<Record<PeriodKind, string>> = {
  week: "semaine",
  month: "mois",
  year: "annee",
};

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const MOST_MEAL_GRAMS = 2_000;

/** What the address asks; what cannot be read is as if it was not there. */
export function indicatorsAsked(
  { par, jour, legume, portion }: LegumerieSearch,
  today: IsoDate,
): { kind: PeriodKind; day: IsoDate; productId: Id | null; mealGrams: number | null } {
  return {
    kind: par === KINDS_IN_ADDRESS.week ? "week" : par === KINDS_IN_ADDRESS.month ? "month" : "year",
    day: jour !== undefined && isIsoDate(jour) ? jour : today,
    productId: legume !== undefined && ID.test(legume) ? legume : null,
    mealGrams: portion !== undefined && portion <= MOST_MEAL_GRAMS ? portion : null,
  };
}
