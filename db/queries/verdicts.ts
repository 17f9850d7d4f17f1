import type { Kysely } from "kysely";
import type { FactStatus, Verdict } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import type { Database } from "../database.ts";
import { executeMany } from "../execute-many.ts";
import type { VerdictsTable } from "../tables/verdicts.ts";

/** A verdict with the id its content gives it. */
export interface StoredVerdict {
  id: string;
  content: string;
  statuses: Record<"organic" | "quality" | "short" | "local", FactStatus>;
}

/** Stores each distinct verdict of a canteen once; one that is already there is left as it is. */
export async function insertVerdicts(
  db: Kysely<Database>,
  canteenId: Id,
  verdicts: readonly StoredVerdict[],
): Promise<void> {
  const rows = verdicts.map(
    ({ id, content, statuses }): VerdictsTable => ({
      canteen_id: canteenId,
      id,
      content,
      organic_status: statuses.organic,
      quality_status: statuses.quality,
      short_status: statuses.short,
      local_status: statuses.local,
    }),
  );
  await executeMany(db, {
    name: "insert verdicts",
    rows,
    columns: COLUMNS,
    statement: (some) =>
      db
        .insertInto("verdicts")
        .values(some)
        .onConflict((conflict) => conflict.columns(["canteen_id", "id"]).doNothing()),
  });
}

const COLUMNS = [
  "canteen_id",
  "id",
  "content",
  "organic_status",
  "quality_status",
  "short_status",
  "local_status",
] as const satisfies readonly (keyof VerdictsTable)[];

/** The verdicts of a canteen among these ids, by id. */
export async function listVerdicts(
  db: Kysely<Database>,
  canteenId: Id,
  ids: readonly string[],
): Promise<Map<string, Verdict>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom("verdicts")
    .select(["id", "content"])
    .where("canteen_id", "=", canteenId)
    .where("id", "in", [...new Set(ids)])
    .execute();
  return new Map(rows.map((row) => [row.id, JSON.parse(row.content) as Verdict]));
}
