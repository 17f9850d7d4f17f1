/** Hours worked in a légumerie in one month by people of one status: counts, never names. */
export interface LegumerieHoursTable {
  legumerie_id: string;
  /** `YYYY-MM`. */
  month: string;
  /** See shared/legumerie/hours.ts WORK_STATUSES. */
  status: string;
  /** Hundredths of an hour. */
  hours_e2: number;
  people: number;
}
