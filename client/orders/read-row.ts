import type { Verdict } from "../../shared/facts.ts";
import type { LineAmounts } from "../../shared/order-amounts.ts";
import { lineAmounts } from "../../shared/order-amounts.ts";
import type { OrderLine } from "../../shared/orders.ts";
import { MAX_LINE_CENTS } from "../../shared/orders.ts";
import { classifyLine } from "../../shared/surroundings.ts";
import type { EntryContext } from "./entry-context.ts";
import type { Issue } from "./issues.ts";
import { isMissing } from "./issues.ts";
import { readFields } from "./read-fields.ts";
import type { Field, Row } from "./row.ts";
import { isBlankRow } from "./row.ts";

/** What a row says once read. */
export interface RowReading {
  /** Nothing typed: not a line. */
  blank: boolean;
  /** The line as far as it could be read; it may be saved when there is no error. */
  line: OrderLine;
  errors: Partial<Record<Field, Issue>>;
  warnings: Partial<Record<Field, Issue>>;
  amounts: LineAmounts;
  /** Null: blank, or no supplier or no family yet. */
  verdict: Verdict | null;
}

const NOTHING: LineAmounts = { amountHtCents: 0, weightGrams: null };

/** Reads rows in one context, each row once: rows are immutable. */
export function rowReader(context: EntryContext): (row: Row) => RowReading {
  const known = new WeakMap<Row, RowReading>();
  return (row) => {
    const found = known.get(row);
    if (found !== undefined) return found;
    const reading = readRow(row, context);
    known.set(row, reading);
    return reading;
  };
}

const calmed = new WeakMap<RowReading, RowReading>();

/** The reading of a line that is being entered: what it still lacks is no error yet. */
export function withoutMissing(reading: RowReading): RowReading {
  const found = calmed.get(reading);
  if (found !== undefined) return found;
  const typed = (issues: RowReading["errors"]) =>
    Object.fromEntries(Object.entries(issues).filter(([, issue]) => !isMissing(issue)));
  const calm = { ...reading, errors: typed(reading.errors), warnings: typed(reading.warnings) };
  calmed.set(reading, calm);
  return calm;
}

export function hasErrors(reading: RowReading): boolean {
  return Object.keys(reading.errors).length > 0;
}

function readRow(row: Row, context: EntryContext): RowReading {
  const { line, errors, warnings } = readFields(row, context);
  if (isBlankRow(row))
    return { blank: true, line, errors: {}, warnings: {}, amounts: NOTHING, verdict: null };
  const amounts = amountsOf(line, context);
  if (amounts === null) errors.amount = { code: "AMOUNT_TOO_LARGE", text: "" };
  return {
    blank: false,
    line,
    errors,
    warnings,
    amounts: amounts ?? NOTHING,
    // Without a family it would be judged as no food.
    verdict: errors.family === undefined ? verdictOf(line, context) : null,
  };
}

/** Null: beyond what a line may be. */
function amountsOf(line: OrderLine, { kind }: EntryContext): LineAmounts | null {
  try {
    const amounts = lineAmounts(line, kind);
    return Math.abs(amounts.amountHtCents) > MAX_LINE_CENTS ? null : amounts;
  } catch {
    return null;
  }
}

function verdictOf(
  line: OrderLine,
  { supplierId, catalogue, places, date, dateKind }: EntryContext,
): Verdict | null {
  if (supplierId === null || catalogue === null) return null;
  return classifyLine({ line, supplierId, date, dateKind }, { ...catalogue.surroundings, places });
}
