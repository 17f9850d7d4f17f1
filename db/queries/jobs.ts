import type { Kysely } from "kysely";
import type { IsoInstant } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import type { Database } from "../database.ts";
import type { JobsTable } from "../tables/jobs.ts";

/** Adds a job that has not begun. */
export async function insertJob(db: Kysely<Database>, job: JobsTable): Promise<void> {
  await db.insertInto("jobs").values(job).execute();
}

/** The job, finished or not, or undefined. */
export function findJob(db: Kysely<Database>, id: Id): Promise<JobsTable | undefined> {
  return db.selectFrom("jobs").selectAll().where("id", "=", id).executeTakeFirst();
}

/** Keeps how far the job has come. */
export async function updateJob(
  db: Kysely<Database>,
  id: Id,
  progress: Pick<JobsTable, "cursor" | "outcome" | "finished_at" | "seen_at">,
): Promise<void> {
  await db.updateTable("jobs").set(progress).where("id", "=", id).execute();
}

/**
 * Jobs of a kind that are not finished, and on which nobody has worked since `unseenSince` (null: all of them), oldest
 * first.
 */
export function listUnfinishedJobs(
  db: Kysely<Database>,
  { kind, unseenSince }: { kind: string; unseenSince: IsoInstant | null },
): Promise<JobsTable[]> {
  let query = db.selectFrom("jobs").selectAll().where("kind", "=", kind).where("finished_at", "is", null);
  if (unseenSince !== null)
    query = query.where((eb) => eb.or([eb("seen_at", "is", null), eb("seen_at", "<=", unseenSince)]));
  return query.orderBy("created_at").orderBy("id").execute();
}
