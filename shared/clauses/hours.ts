import * as z from "zod/mini";
import { MOST_HOURS_E2 } from "../contracts.ts";
import type { IsoMonth } from "../facts.ts";
import type { Id } from "../ids.ts";
import { idSchema } from "../ids.ts";
import { monthField } from "../periods.ts";

/** Hours of one month by one employer of a clause. */
export interface ClauseHours {
  clauseId: Id;
  employerId: Id;
  month: IsoMonth;
  /** Hundredths of an hour. */
  hoursE2: number;
  /** People who worked; null: not said. */
  people: number | null;
}

/** What is written of a month: hours and people, or nothing. */
export const hoursDoneSchema = z.nullable(
  z.object({
    hoursE2: z.int("range").check(z.gte(0, "range"), z.lte(MOST_HOURS_E2, "range")),
    people: z.nullable(z.int("range").check(z.gte(0, "range"), z.lte(10_000, "range"))),
  }),
);
export type HoursDone = z.infer<typeof hoursDoneSchema>;

/** What is typed in a month: null clears it. */
export const hoursCellSchema = z.object({ employerId: idSchema, month: monthField, done: hoursDoneSchema });
export type HoursCell = z.infer<typeof hoursCellSchema>;

export const hoursSaveSchema = z.object({
  contractId: idSchema,
  cells: z.array(hoursCellSchema).check(z.minLength(1), z.maxLength(2_000)),
});

/** Sum of hours, hundredths. */
export function sumHoursE2(hours: readonly Pick<ClauseHours, "hoursE2">[]): number {
  return hours.reduce((sum, { hoursE2 }) => sum + hoursE2, 0);
}
