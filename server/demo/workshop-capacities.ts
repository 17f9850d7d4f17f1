import type { Capacity } from "../../shared/legumerie/capacity.ts";
import { supplierOf } from "./suppliers.ts";
import { WORKSHOPS_OPEN_ON } from "./workshop-recipes.ts";

const SCHOOL_WEEKS = { validFrom: WORKSHOPS_OPEN_ON, schoolCalendar: true } as const;

/** What each légumerie says it can work. */
export const DEMO_CAPACITIES: readonly (Capacity & { legumerieId: string })[] = [
  {
    ...SCHOOL_WEEKS,
    legumerieId: supplierOf("legumerie-artois").supplier.id,
    gramsPerDay: 900_000,
    weekdays: [1, 3, 4, 5],
    closures: [],
  },
  {
    ...SCHOOL_WEEKS,
    legumerieId: supplierOf("legumerie-littoral").supplier.id,
    gramsPerDay: 450_000,
    weekdays: [3, 4, 5],
    closures: [],
  },
];
