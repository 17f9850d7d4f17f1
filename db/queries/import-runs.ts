import type { Kysely } from "kysely";
import type { IsoInstant } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import type { Database } from "../database.ts";
import type { ImportRunsTable } from "../tables/import-runs.ts";

/** One run of one canteen. */
export interface ImportRunKey {
  canteenId: Id;
  id: Id;
}

/** Adds a run, unless it is there already. Returns whether it was added. */
export async function insertImportRun(db: Kysely<Database>, row: ImportRunsTable): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto("import_runs")
    .values(row)
    .onConflict((conflict) => conflict.columns(["canteen_id", "id"]).doNothing())
    .executeTakeFirstOrThrow();
  return Number(numInsertedOrUpdatedRows) > 0;
}

/** The run, or undefined. */
export function findImportRun(
  db: Kysely<Database>,
  { canteenId, id }: ImportRunKey,
): Promise<ImportRunsTable | undefined> {
  return db
    .selectFrom("import_runs")
    .selectAll()
    .where("canteen_id", "=", canteenId)
    .where("id", "=", id)
    .executeTakeFirst();
}

/** Runs of a canteen whose end nobody has seen, latest first, at most `limit`. */
export function listUnseenImportRuns(
  db: Kysely<Database>,
  { canteenId, limit }: { canteenId: Id; limit: number },
): Promise<ImportRunsTable[]> {
  return db
    .selectFrom("import_runs")
    .selectAll()
    .where("canteen_id", "=", canteenId)
    .where("seen_at", "is", null)
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
}

/** Says how a run ended, if it has not ended yet. Returns whether it had not. */
export async function endImportRun(
  db: Kysely<Database>,
  { canteenId, id }: ImportRunKey,
  end: Pick<ImportRunsTable, "state" | "report">,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("import_runs")
    .set(end)
    .where("canteen_id", "=", canteenId)
    .where("id", "=", id)
    .where("state", "=", "RUNNING")
    .executeTakeFirst();
  return Number(numUpdatedRows) > 0;
}

/** A sign of life of a run, and how far it is. Returns false when it has ended, by whomever. */
export async function noteImportRun(
  db: Kysely<Database>,
  { canteenId, id }: ImportRunKey,
  noted: Pick<ImportRunsTable, "progress" | "updated_at">,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("import_runs")
    .set(noted)
    .where("canteen_id", "=", canteenId)
    .where("id", "=", id)
    .where("state", "=", "RUNNING")
    .executeTakeFirst();
  return Number(numUpdatedRows) > 0;
}

/** The end of a run has been told. */
export async function setImportRunSeen(
  db: Kysely<Database>,
  { canteenId, id }: ImportRunKey,
  at: IsoInstant,
): Promise<void> {
  await db
    .updateTable("import_runs")
    .set({ seen_at: at })
    .where("canteen_id", "=", canteenId)
    .where("id", "=", id)
    .where("seen_at", "is", null)
    .execute();
}
