import type { Cell } from "../../shared/cells.ts";
import type { CountedLine } from "../../shared/cells-of-lines.ts";
import { addToCells } from "../../shared/cells-of-lines.ts";
import type { Verdict } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import { sharesOf } from "../../shared/indicators/shares.ts";
import type { EntryContext } from "./entry-context.ts";
import type { RowReading } from "./read-row.ts";
import { withoutMissing } from "./read-row.ts";
import type { Row } from "./row.ts";
import type { Sheet } from "./sheet.ts";
import type { OrderTotals } from "./totals.ts";

/** The sums of a sheet; `fresh`: the line that is being entered. */
export type RunningTotals = (sheet: Sheet, fresh: Id | null) => OrderTotals;

export interface TotalsSources {
  context: EntryContext;
  canteenId: Id;
  read: (row: Row) => RowReading;
  verdictOf: (row: Row) => { verdict: Verdict } | null;
}

/** What one line adds. */
interface Part {
  row: Row;
  fresh: boolean;
  reading: RowReading;
  counted: CountedLine | null;
}

/** Sums that follow the sheet: of a long order, only the lines that changed are taken out and added anew. */
export function runningTotals(sources: TotalsSources): RunningTotals {
  const parts = new Map<Id, Part>();
  const cells = new Map<string, Cell>();
  const sums = { lines: 0, amountHtCents: 0, weightGrams: 0, errors: 0, warnings: 0 };
  let last: { sheet: Sheet; fresh: Id | null; totals: OrderTotals } | null = null;

  function add({ reading, counted }: Part, sign: 1 | -1): void {
    const { blank, amounts, errors, warnings } = reading;
    if (blank) return;
    sums.lines += sign;
    sums.amountHtCents += sign * amounts.amountHtCents;
    sums.weightGrams += sign * (amounts.weightGrams ?? 0);
    sums.errors += sign * Object.keys(errors).length;
    sums.warnings += sign * Object.keys(warnings).filter((field) => !(field in errors)).length;
    if (counted !== null) addToCells(cells, counted, sign);
  }

  function follow(sheet: Sheet, fresh: Id | null): void {
    for (const id of sheet.ids) {
      const row = sheet.rows.get(id);
      const held = parts.get(id);
      if (row === undefined || (held?.row === row && held.fresh === (id === fresh))) continue;
      if (held !== undefined) add(held, -1);
      const part = partOf(row, id === fresh, sources);
      parts.set(id, part);
      add(part, 1);
    }
    if (parts.size === sheet.ids.length) return;
    for (const [id, part] of parts) {
      if (sheet.rows.has(id)) continue;
      parts.delete(id);
      add(part, -1);
    }
  }

  return (sheet, fresh) => {
    if (last?.sheet === sheet && last.fresh === fresh) return last.totals;
    follow(sheet, fresh);
    const totals = { ...sums, shares: sharesOf([...cells.values()], "value") };
    last = { sheet, fresh, totals };
    return totals;
  };
}

function partOf(row: Row, fresh: boolean, { context, canteenId, read, verdictOf }: TotalsSources): Part {
  const reading = fresh ? withoutMissing(read(row)) : read(row);
  const { line, amounts, blank } = reading;
  const verdict = blank ? null : (verdictOf(row)?.verdict ?? null);
  const { supplierId, date } = context;
  const counted =
    line.family === null || verdict === null || supplierId === null
      ? null
      : {
          canteenId,
          supplierId,
          date,
          family: line.family,
          amountCents: amounts.amountHtCents,
          weightGrams: amounts.weightGrams,
          verdict,
          // What the supplier is enters none of the rates shown here.
          social: 0,
        };
  return { row, fresh, reading, counted };
}
