import type { Kysely } from "kysely";
import type { FactStatus, Verdict } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import { CHUNK, chunksOf } from "../chunks.ts";
import type { Database } from "../database.ts";

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
  for (const chunk of chunksOf(verdicts, CHUNK)) {
    const rows = chunk.map(({ id, content, statuses }) => ({
      canteen_id: canteenId,
      id,
      content,
      organic_status: statuses.organic,
      quality_status: statuses.quality,
      short_status: statuses.short,
      local_status: statuses.local,
    }));
    await db
      .insertInto("verdicts")
      .values(rows)
      .onConflict((conflict) => conflict.columns(["canteen_id", "id"]).doNothing())
      .execute();
  }
}

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
