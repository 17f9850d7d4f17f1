import { isIsoDate } from "../calendar.ts";
import type { IsoDate } from "../facts.ts";
import { isPlainDay, parseDate } from "../parsing/dates.ts";
import { serialDay, typedDay } from "../parsing/spreadsheet-text.ts";
import type { DateOrder } from "../table-mapping/mapping.ts";
import type { Notes, Where } from "./notes.ts";

/** Two days and school years far apart: a text read alike on both says its whole date by itself. */
const ONE_DAY = { today: "2001-03-01", schoolYearStart: 2001 } as const;
const ANOTHER_DAY = { today: "2010-06-15", schoolYearStart: 2010 } as const;

/**
 * The day of a cell: `2026-01-31`, `31/01/2026` and what parseDate reads with its year, or a spreadsheet serial;
 * null when it is refused, with DATE_FORMAT, DATE_IMPOSSIBLE, DATE_NO_YEAR or DATE_FUTURE.
 */
export function readDay(
  cell: string,
  where: Where,
  { notes, today, order = "DMY" }: { notes: Notes; today: IsoDate; order?: DateOrder },
): IsoDate | null {
  const day = isPlainDay(cell) ? cell : readOtherwise(cell, where, { notes, order });
  if (day === null || day <= today) return day;
  notes.refuse(where, cell, { code: "DATE_FUTURE" });
  return null;
}

function readOtherwise(
  cell: string,
  where: Where,
  { notes, order }: { notes: Notes; order: DateOrder },
): IsoDate | null {
  const result = serialDay(cell);
  if (result !== null) {
    notes.correct(where, cell, { code: "DATE_SERIAL", result });
    return result;
  }
  const text = typedDay(cell, order);
  const [one, other] = [parseDate(text, ONE_DAY), parseDate(text, ANOTHER_DAY)];
  if (!one.ok) {
    const impossible = one.code === "DATE_IMPOSSIBLE";
    const suggestion = impossible ? monthFirst(text) : null;
    notes.refuse(where, cell, { code: impossible ? "DATE_IMPOSSIBLE" : "DATE_FORMAT", suggestion });
    return null;
  }
  if (!other.ok || one.value !== other.value) {
    notes.refuse(where, cell, { code: "DATE_NO_YEAR" });
    return null;
  }
  notes.correct(where, cell, { code: "DATE_FORMAT", result: one.value });
  return one.value;
}

/** `01/31/2026` read the English way, as a suggestion only. */
function monthFirst(text: string): IsoDate | null {
  const match = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text.trim());
  if (match === null) return null;
  const [, month = "", day = "", year = ""] = match;
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isIsoDate(iso) ? iso : null;
}
