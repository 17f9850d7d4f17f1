import * as z from "zod/mini";
import { MOST_HOURS_E2 } from "../contracts.ts";
import type { IsoMonth } from "../facts.ts";
import type { Id } from "../ids.ts";
import { idSchema } from "../ids.ts";
import { parseScaled } from "../parsing/numbers.ts";
import { monthField } from "../periods.ts";

const MOST_PEOPLE = 10_000;

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
    people: z.nullable(z.int("range").check(z.gte(0, "range"), z.lte(MOST_PEOPLE, "range"))),
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

/** A dropped file of hours, by the SHA-256 of its content. */
export const hoursFileSchema = z.object({ fileId: z.string().check(z.regex(/^[0-9a-f]{64}$/)) });

/** A whole number of people as it is typed; null: it is none, or more than 10 000. */
export function readPeople(text: string): number | null {
  const reading = parseScaled(text, 2);
  if (!reading.ok || reading.value < 0 || reading.value % 100 !== 0) return null;
  return reading.value <= MOST_PEOPLE * 100 ? reading.value / 100 : null;
}

/** Sum of hours, hundredths. */
export function sumHoursE2(hours: readonly Pick<ClauseHours, "hoursE2">[]): number {
  return hours.reduce((sum, { hoursE2 }) => sum + hoursE2, 0);
}
