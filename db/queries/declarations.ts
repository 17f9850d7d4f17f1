import type { Kysely } from "kysely";
import { yearOf } from "../../shared/calendar.ts";
import type { Declaration } from "../../shared/declarations.ts";
import type { IsoInstant } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import type { YearlyAmounts } from "../../shared/yearly-form/amounts.ts";
import type { Database } from "../database.ts";
import { fromJsonText, toJsonText } from "../json.ts";
import { executePrepared } from "../prepared.ts";
import type { DeclarationsTable } from "../tables/declarations.ts";

/** The declaration in force of a canteen and a civil year, or undefined: the year is open. */
export async function findDeclaration(
  db: Kysely<Database>,
  { canteenId, year }: { canteenId: Id; year: number },
): Promise<Declaration | undefined> {
  const row = await db
    .selectFrom("declarations")
    .selectAll()
    .where("canteen_id", "=", canteenId)
    .where("year", "=", year)
    .where("reopened_at", "is", null)
    .executeTakeFirst();
  return row && toDeclaration(row);
}

/** Every declaration of a canteen, in force or reopened, latest first. */
export async function listDeclarations(db: Kysely<Database>, canteenId: Id): Promise<Declaration[]> {
  const rows = await db
    .selectFrom("declarations")
    .selectAll()
    .where("canteen_id", "=", canteenId)
    .orderBy("declared_at", "desc")
    .orderBy("id", "desc")
    .execute();
  return rows.map(toDeclaration);
}

/** Civil years of a canteen that are frozen, oldest first. */
export async function listFrozenYears(db: Kysely<Database>, canteenId: Id): Promise<number[]> {
  const rows = await executePrepared(db, {
    name: "frozen years",
    asked: { canteenId },
    build: (asked) =>
      db
        .selectFrom("declarations")
        .select("year")
        .where("canteen_id", "=", asked.canteenId)
        .where("reopened_at", "is", null)
        .orderBy("year"),
  });
  return rows.map(({ year }) => year);
}

/** Adds a declaration in force. CONFLICT of the engine when the year has one. */
export async function insertDeclaration(
  db: Kysely<Database>,
  canteenId: Id,
  declaration: Declaration,
): Promise<void> {
  await db
    .insertInto("declarations")
    .values({
      canteen_id: canteenId,
      id: declaration.id,
      year: declaration.year,
      amounts: toJsonText(declaration.amounts),
      lines: declaration.lines,
      declared_at: declaration.declaredAt,
      declared_by: declaration.declaredBy,
      reopened_at: declaration.reopenedAt,
      reopened_by: declaration.reopenedBy,
      reason: declaration.reason,
    })
    .execute();
}

/** Opens the year of a declaration again. */
export async function updateDeclarationReopened(
  db: Kysely<Database>,
  key: { canteenId: Id; id: Id },
  reopening: { at: IsoInstant; by: Id | null; reason: string },
): Promise<void> {
  await db
    .updateTable("declarations")
    .set({ reopened_at: reopening.at, reopened_by: reopening.by, reason: reopening.reason })
    .where("canteen_id", "=", key.canteenId)
    .where("id", "=", key.id)
    .execute();
}

/** Civil years in which a canteen bought something that counts, oldest first. */
export async function listPurchaseYears(db: Kysely<Database>, canteenId: Id): Promise<number[]> {
  const rows = await db
    .selectFrom("cells")
    .select("month")
    .distinct()
    .where("canteen_id", "=", canteenId)
    .orderBy("month")
    .execute();
  return [...new Set(rows.map(({ month }) => yearOf(month)))];
}

/** Orders of a canteen still a draft and dated, as ordered or delivered, in a civil year. */
export async function countDraftsOfYear(
  db: Kysely<Database>,
  { canteenId, year }: { canteenId: Id; year: number },
): Promise<number> {
  const row = await db
    .selectFrom("orders")
    .select((eb) => eb.fn.countAll<number>().as("orders"))
    .where("canteen_id", "=", canteenId)
    .where("status", "=", "DRAFT")
    .where("deleted_at", "is", null)
    .where("ordered_on", ">=", `${year}-01-01`)
    .where("ordered_on", "<=", `${year}-12-31`)
    .executeTakeFirstOrThrow();
  return row.orders;
}

function toDeclaration(row: DeclarationsTable): Declaration {
  return {
    id: row.id,
    year: row.year,
    amounts: fromJsonText<YearlyAmounts>(row.amounts),
    lines: row.lines,
    declaredAt: row.declared_at,
    declaredBy: row.declared_by,
    reopenedAt: row.reopened_at,
    reopenedBy: row.reopened_by,
    reason: row.reason,
  };
}
