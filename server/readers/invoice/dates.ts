import { isIsoDate, toIsoDate } from "../../../shared/calendar.ts";
import type { IsoDate } from "../../../shared/facts.ts";
import type { InvoicePeriod } from "../../../shared/invoices.ts";
import type { Place, Source } from "./place.ts";
import { note, rawAt } from "./place.ts";

/** Days before and after these are mistakes of typing. */
const FIRST_DAY = "1990-01-01";
const LAST_DAY = "2100-01-01";

/**
 * The day of an element: `2026-01-31` (a time or zone after it is left out), `20260131` and longer as UN/EDIFACT
 * writes it, `31/01/2026` with an issue. Null: absent, or no day (an issue says so).
 */
export function dateAt(place: Place, { path, field }: Source): IsoDate | null {
  const text = rawAt(place, path);
  if (text === null) return null;
  const read = readDay(text);
  if (read === null || !isIsoDate(read.day) || read.day < FIRST_DAY || read.day > LAST_DAY) {
    note(place, field, {
      code: "DATE_IMPOSSIBLE",
      severity: field === "date" ? "blocking" : "warning",
      value: text,
    });
    return null;
  }
  if (read.odd)
    note(place, field, { code: "VALUE_FORMAT", severity: "warning", value: text, expected: read.day });
  return read.day;
}

/** A period of two such days; null: neither is said. */
export function periodAt(
  place: Place,
  field: string,
  { start, end }: Record<"start" | "end", string>,
): InvoicePeriod | null {
  const period = {
    start: dateAt(place, { path: start, field: `${field}.start` }),
    end: dateAt(place, { path: end, field: `${field}.end` }),
  };
  return period.start === null && period.end === null ? null : period;
}

function readDay(text: string): { day: string; odd: boolean } | null {
  const iso = /^(\d{4}-\d{2}-\d{2})(?:$|[T ]|Z$|[+-]\d{2}:\d{2}$)/.exec(text);
  if (iso?.[1] !== undefined) return { day: iso[1], odd: false };
  const compact = /^(\d{4})(\d{2})(\d{2})(?:\d{4}|\d{6})?(?:$|[A-Z+-])/.exec(text);
  if (compact !== null) return { day: compact.slice(1, 4).join("-"), odd: false };
  const french = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  if (french === null) return null;
  const [day = 0, month = 0, year = 0] = french.slice(1).map(Number);
  return { day: toIsoDate({ year, month, day }), odd: true };
}
