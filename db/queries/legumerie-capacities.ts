import type { Kysely } from "kysely";
import type { IsoDate, IsoInstant } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import type { Capacity } from "../../shared/legumerie/capacity.ts";
import type { Database } from "../database.ts";
import { fromJsonText, toJsonText } from "../json.ts";
import type { LegumerieCapacitiesTable } from "../tables/legumerie-capacities.ts";

/** Every capacity of the workshop, the latest first. */
export async function listCapacities(db: Kysely<Database>, legumerieId: Id): Promise<Capacity[]> {
  const rows = await db
    .selectFrom("legumerie_capacities")
    .selectAll()
    .where("legumerie_id", "=", legumerieId)
    .orderBy("valid_from", "desc")
    .execute();
  return rows.map(toCapacity);
}

/** The capacity that begins on that day, or undefined. */
export async function findCapacity(
  db: Kysely<Database>,
  key: { legumerieId: Id; validFrom: IsoDate },
): Promise<Capacity | undefined> {
  const row = await db
    .selectFrom("legumerie_capacities")
    .selectAll()
    .where("legumerie_id", "=", key.legumerieId)
    .where("valid_from", "=", key.validFrom)
    .executeTakeFirst();
  return row && toCapacity(row);
}

/** Says the capacity from that day, whatever was said of it before. */
export async function upsertCapacity(
  db: Kysely<Database>,
  capacity: Capacity & { legumerieId: Id; createdAt: IsoInstant },
): Promise<void> {
  const columns = {
    grams_per_day: capacity.gramsPerDay,
    weekdays: toJsonText(capacity.weekdays),
    school_calendar: capacity.schoolCalendar ? 1 : 0,
    closures: toJsonText(capacity.closures),
  };
  const key = { legumerie_id: capacity.legumerieId, valid_from: capacity.validFrom };
  await db
    .insertInto("legumerie_capacities")
    .values({ ...key, ...columns, created_at: capacity.createdAt })
    .onConflict((conflict) => conflict.columns(["legumerie_id", "valid_from"]).doUpdateSet(columns))
    .execute();
}

export async function deleteCapacity(
  db: Kysely<Database>,
  key: { legumerieId: Id; validFrom: IsoDate },
): Promise<void> {
  await db
    .deleteFrom("legumerie_capacities")
    .where("legumerie_id", "=", key.legumerieId)
    .where("valid_from", "=", key.validFrom)
    .execute();
}

function toCapacity(row: LegumerieCapacitiesTable): Capacity {
  return {
    validFrom: row.valid_from,
    gramsPerDay: row.grams_per_day,
    weekdays: fromJsonText(row.weekdays),
    schoolCalendar: row.school_calendar === 1,
    closures: fromJsonText(row.closures),
  };
}
