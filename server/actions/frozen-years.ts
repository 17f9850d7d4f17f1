import type { Kysely } from "kysely";
import type { Database } from "../../db/database.ts";
import { listFrozenYears } from "../../db/queries/declarations.ts";
import type { VerdictColumns } from "../../db/queries/order-lines.ts";
import type { OrderLinesTable } from "../../db/tables/order-lines.ts";
import { yearOf } from "../../shared/calendar.ts";
import type { Id } from "../../shared/ids.ts";
import { AppError } from "../app-error.ts";

/** Civil years of a canteen that are declared: what counts in them does not change. */
export type FrozenYears = ReadonlySet<number>;

/** The frozen years of a canteen; under its lock they stay what they are. */
export async function readFrozenYears(db: Kysely<Database>, canteenId: Id): Promise<FrozenYears> {
  return new Set(await listFrozenYears(db, canteenId));
}

/** A line, or a cell, which counts by itself. */
type Dated = Pick<OrderLinesTable, "month"> & Partial<Pick<OrderLinesTable, "counted">>;

/** Whether the line is part of a declaration: it counts, in a frozen year. */
export function isFrozen({ counted = 1, month }: Dated, years: FrozenYears): boolean {
  return years.size > 0 && counted === 1 && years.has(yearOf(month));
}

/** FROZEN_YEAR when one of these lines or cells stands in a frozen year. */
export function refuseFrozen(counted: readonly Dated[], years: FrozenYears): void {
  const found = counted.find((line) => isFrozen(line, years));
  if (found !== undefined) throw new AppError("FROZEN_YEAR", { year: yearOf(found.month) });
}

/**
 * The lines of an order as they may be written: those of a frozen year keep their verdict, and stay what they were
 * but for their place and their words. FROZEN_YEAR when one would change, go or come.
 */
export function keepFrozen(
  before: readonly OrderLinesTable[],
  after: readonly OrderLinesTable[],
  years: FrozenYears,
): OrderLinesTable[] {
  if (years.size === 0) return [...after];
  const stored = new Map(before.map((line) => [line.id, line]));
  const kept = after.map((line) => {
    const old = stored.get(line.id);
    stored.delete(line.id);
    if (old === undefined || !isFrozen(old, years)) {
      refuseFrozen([line], years);
      return line;
    }
    if (!saysTheSame(old, line)) throw new AppError("FROZEN_YEAR", { year: yearOf(old.month) });
    return { ...line, ...verdictOf(old) };
  });
  refuseFrozen([...stored.values()], years);
  return kept;
}

/**
 * What may still change in a frozen line, or follows from the rest. The State is told nothing of what the supplier is:
 * a status that comes late counts in a declared year too.
 */
const FREE: ReadonlySet<keyof OrderLinesTable> = new Set([
  "position",
  "description",
  "search",
  "strict_category",
  "declared_category",
  "marks",
  "verdict_id",
  "social",
]);

function saysTheSame(one: OrderLinesTable, other: OrderLinesTable): boolean {
  const columns = Object.keys(other) as (keyof OrderLinesTable)[];
  return columns.every((column) => FREE.has(column) || one[column] === other[column]);
}

function verdictOf({
  strict_category,
  declared_category,
  marks,
  verdict_id,
}: OrderLinesTable): VerdictColumns {
  return { strict_category, declared_category, marks, verdict_id };
}
