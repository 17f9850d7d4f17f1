import { formatEntry } from "../../shared/format/numbers.ts";
import type { ToldMonth, WorkStatus } from "../../shared/legumerie/hours.ts";
import { WORK_STATUSES } from "../../shared/legumerie/hours.ts";
import { scaledOf } from "./lot-draft.ts";

/** One status while it is being typed. */
export interface HoursRow {
  status: WorkStatus;
  hours: string;
  people: string;
}

const USUAL: readonly WorkStatus[] = ["CDDI", "PERMANENT"];

/** The rows of a month: what it says already, and empty ones for the statuses the other months know. */
export function hoursDraft(months: readonly ToldMonth[], month: string): HoursRow[] {
  const written = months.find((one) => one.month === month)?.rows ?? [];
  const known = new Set(months.flatMap(({ rows }) => rows.map(({ status }) => status)));
  const shown = WORK_STATUSES.filter((status) =>
    known.size === 0 ? USUAL.includes(status) : known.has(status),
  );
  return shown.map((status) => {
    const row = written.find((one) => one.status === status);
    if (row === undefined) return { status, hours: "", people: "" };
    return {
      status,
      hours: formatEntry({ value: row.hoursE2, decimals: 2 }, "fr"),
      people: row.people === null ? "" : String(row.people),
    };
  });
}

/** What the schema reads: an empty cell is nothing, one that cannot be read is null. */
export function typedHours(month: string, rows: readonly HoursRow[]): unknown {
  return {
    month,
    rows: rows.map(({ status, hours, people }) => ({
      status,
      hoursE2: hours.trim() === "" ? 0 : scaledOf(hours, 2),
      people: people.trim() === "" ? 0 : scaledOf(people, 0),
    })),
  };
}
