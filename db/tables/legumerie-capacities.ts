import type { Capacity } from "../../shared/legumerie/capacity.ts";
import type { JsonText } from "../json.ts";

/** What a légumerie can work from a day on, until the next row. */
export interface LegumerieCapacitiesTable {
  legumerie_id: string;
  valid_from: string;
  /** Gross grams put to work on an open day. */
  grams_per_day: number;
  /** Open days of the week, Monday is 1. */
  weekdays: JsonText<Capacity["weekdays"]>;
  /** 1: closed through the school holidays of its zone. */
  school_calendar: number;
  /** Other closed days. */
  closures: JsonText<Capacity["closures"]>;
  created_at: string;
}
