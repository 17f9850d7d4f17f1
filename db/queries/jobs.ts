import type { Kysely } from "kysely";
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
  progress: Pick<JobsTable, "cursor" | "outcome" | "finished_at">,
): Promise<void> {
  await db.updateTable("jobs").set(progress).where("id", "=", id).execute();
}

/** Jobs of a kind that are not finished, oldest first. */
export function listUnfinishedJobs(db: Kysely<Database>, kind: string): Promise<JobsTable[]> {
  return db
    .selectFrom("jobs")
    .selectAll()
    .where("kind", "=", kind)
    .where("finished_at", "is", null)
    .orderBy("created_at")
    .orderBy("id")
    .execute();
}
