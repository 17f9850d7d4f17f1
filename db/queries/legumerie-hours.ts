import type { Kysely } from "kysely";
import type { IsoMonth } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import type { MonthHours, StatusHours, WorkStatus } from "../../shared/legumerie/hours.ts";
import { keptRows } from "../../shared/legumerie/hours.ts";
import type { Database } from "../database.ts";
import type { LegumerieHoursTable } from "../tables/legumerie-hours.ts";

/** Months of the workshop that have hours, oldest first, both ends inside; rows in the order of the statuses. */
export async function listMonthHours(
  db: Kysely<Database>,
  { legumerieId, fromMonth, toMonth }: { legumerieId: Id; fromMonth: IsoMonth; toMonth: IsoMonth },
): Promise<MonthHours[]> {
  const rows = await db
    .selectFrom("legumerie_hours")
    .select(["month", "status", "hours_e2", "people"])
    .where("legumerie_id", "=", legumerieId)
    .where("month", ">=", fromMonth)
    .where("month", "<=", toMonth)
    .orderBy("month")
    .orderBy("status")
    .execute();
  const months = new Map<IsoMonth, StatusHours[]>();
  for (const { month, status, hours_e2, people } of rows) {
    const known = months.get(month) ?? [];
    months.set(month, [...known, { status: status as WorkStatus, hoursE2: hours_e2, people }]);
  }
  return [...months].map(([month, found]) => ({ month, rows: keptRows(found) }));
}

/** Writes the month whole in place of what it said. */
export async function replaceMonthHours(
  db: Kysely<Database>,
  { legumerieId, month, rows }: MonthHours & { legumerieId: Id },
): Promise<void> {
  await db
    .deleteFrom("legumerie_hours")
    .where("legumerie_id", "=", legumerieId)
    .where("month", "=", month)
    .execute();
  await insertHours(
    db,
    rows.map(({ status, hoursE2, people }) => ({
      legumerie_id: legumerieId,
      month,
      status,
      hours_e2: hoursE2,
      people,
    })),
  );
}

/** Adds rows as they are. */
export async function insertHours(db: Kysely<Database>, rows: readonly LegumerieHoursTable[]): Promise<void> {
  if (rows.length === 0) return;
  await db
    .insertInto("legumerie_hours")
    .values([...rows])
    .execute();
}
