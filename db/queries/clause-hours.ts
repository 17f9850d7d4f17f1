import type { Kysely } from "kysely";
import type { ClauseHours } from "../../shared/clauses/hours.ts";
import type { IsoMonth } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import type { MonthRange } from "../../shared/periods.ts";
import type { Database } from "../database.ts";
import { executeMany } from "../execute-many.ts";
import type { ClauseHoursTable } from "../tables/clause-hours.ts";

/** Which hours: of an organisation, of some months or all (null), of one contract or all (null). */
export interface HoursWanted {
  organisationId: Id;
  months: MonthRange | null;
  contractId: Id | null;
}

/** Hours by month and employer, oldest month first, then by employer's id. People are as they were said: none is hidden. */
export async function listClauseHours(
  db: Kysely<Database>,
  { organisationId, months, contractId }: HoursWanted,
): Promise<ClauseHours[]> {
  let query = db
    .selectFrom("clause_hours")
    .select(["clause_id", "employer_id", "month", "hours_e2", "people"])
    .where("organisation_id", "=", organisationId);
  if (months !== null)
    query = query.where("month", ">=", months.fromMonth).where("month", "<=", months.toMonth);
  if (contractId !== null)
    query = query.where("clause_id", "in", (qb) =>
      qb
        .selectFrom("clauses")
        .innerJoin("awarded_lots", "awarded_lots.id", "clauses.lot_id")
        .select("clauses.id")
        .where("awarded_lots.contract_id", "=", contractId),
    );
  const rows = await query.orderBy("month").orderBy("employer_id").execute();
  return rows.map((row) => ({
    clauseId: row.clause_id,
    employerId: row.employer_id,
    month: row.month,
    hoursE2: row.hours_e2,
    people: row.people,
  }));
}

/** Hundredths of an hour done under each clause of the organisation in these months (null: ever), by the clause's id; a clause without hours is left out. */
export async function sumHoursByClause(
  db: Kysely<Database>,
  { organisationId, months }: { organisationId: Id; months: MonthRange | null },
): Promise<Map<Id, number>> {
  let query = db
    .selectFrom("clause_hours")
    .select((eb) => ["clause_id", eb.fn.sum<number>("hours_e2").as("hours_e2")])
    .where("organisation_id", "=", organisationId);
  if (months !== null)
    query = query.where("month", ">=", months.fromMonth).where("month", "<=", months.toMonth);
  const rows = await query.groupBy("clause_id").execute();
  return new Map(rows.map((row) => [row.clause_id, row.hours_e2]));
}

/** Hundredths of an hour done in these months under the lots of each supplier of the directory, by its id. */
export async function sumHoursBySupplier(
  db: Kysely<Database>,
  { organisationId, months }: { organisationId: Id; months: MonthRange },
): Promise<Map<Id, number>> {
  const rows = await db
    .selectFrom("clause_hours as h")
    .innerJoin("clauses as c", "c.id", "h.clause_id")
    .innerJoin("awarded_lots as l", "l.id", "c.lot_id")
    .select((eb) => ["l.supplier_id", eb.fn.sum<number>("h.hours_e2").as("hours_e2")])
    .where("h.organisation_id", "=", organisationId)
    .where("h.month", ">=", months.fromMonth)
    .where("h.month", "<=", months.toMonth)
    .where("l.supplier_id", "is not", null)
    .groupBy("l.supplier_id")
    .execute();
  return new Map(
    rows.flatMap(({ supplier_id, hours_e2 }) => (supplier_id === null ? [] : [[supplier_id, hours_e2]])),
  );
}

/** Adds hours of months that nothing was said of. */
export async function insertClauseHours(
  db: Kysely<Database>,
  organisationId: Id,
  hours: readonly ClauseHours[],
): Promise<void> {
  await executeMany(db, {
    name: "insert clause hours",
    rows: hours.map(
      ({ employerId, month, clauseId, hoursE2, people }): ClauseHoursTable => ({
        ...{ employer_id: employerId, month, clause_id: clauseId, organisation_id: organisationId },
        ...{ hours_e2: hoursE2, people },
      }),
    ),
    columns: ["employer_id", "month", "clause_id", "organisation_id", "hours_e2", "people"],
    statement: (rows) => db.insertInto("clause_hours").values(rows),
  });
}

/** Writes a month of an employer, in place of what it said. */
export async function upsertClauseHours(
  db: Kysely<Database>,
  { organisationId, ...hours }: ClauseHours & { organisationId: Id },
): Promise<void> {
  const columns = { hours_e2: hours.hoursE2, people: hours.people };
  await db
    .insertInto("clause_hours")
    .values({
      employer_id: hours.employerId,
      month: hours.month,
      clause_id: hours.clauseId,
      organisation_id: organisationId,
      ...columns,
    })
    .onConflict((conflict) => conflict.columns(["employer_id", "month"]).doUpdateSet(columns))
    .execute();
}

/** Clears a month of an employer. */
export async function deleteClauseHours(
  db: Kysely<Database>,
  { employerId, month }: { employerId: Id; month: IsoMonth },
): Promise<void> {
  await db
    .deleteFrom("clause_hours")
    .where("employer_id", "=", employerId)
    .where("month", "=", month)
    .execute();
}
