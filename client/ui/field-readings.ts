import type { DateContext, DateReading } from "../../shared/parsing/dates.ts";
import { parseDate } from "../../shared/parsing/dates.ts";
import type { NumberReading } from "../../shared/parsing/numbers.ts";
import { parseScaled } from "../../shared/parsing/numbers.ts";

/** What a field for numbers makes of its text: an integer of 10^-`decimals`. */
export function readNumberField(text: string, decimals: number): NumberReading<number> {
  return parseScaled(text, decimals);
}

/** What a field for dates makes of its text. */
export function readDateField(text: string, context: DateContext): DateReading {
  return parseDate(text, context);
}
