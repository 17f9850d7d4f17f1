import type { Kysely } from "kysely";
import type { IsoInstant } from "../../shared/facts.ts";
import type { Database } from "../database.ts";

/** Counts, each 0 or more. */
export interface UnfinishedWork {
  /** Sessions that may still be used. */
  sessions: number;
  /** Jobs that have not ended. */
  jobs: number;
  /** Imports that have not said how they ended; a dead one is among them. */
  imports: number;
}

/** What is open at the moment, in one statement. */
export async function countUnfinishedWork(
  db: Kysely<Database>,
  { now, idleSince }: { now: IsoInstant; idleSince: IsoInstant },
): Promise<UnfinishedWork> {
  return await db
    .selectNoFrom((eb) => [
      eb
        .selectFrom("sessions")
        .select((one) => one.fn.countAll<number>().as("sessions"))
        .where("expires_at", ">", now)
        .where("seen_at", ">", idleSince)
        .$asScalar()
        .$notNull()
        .as("sessions"),
      eb
        .selectFrom("jobs")
        .select((one) => one.fn.countAll<number>().as("jobs"))
        .where("finished_at", "is", null)
        .$asScalar()
        .$notNull()
        .as("jobs"),
      eb
        .selectFrom("import_runs")
        .select((one) => one.fn.countAll<number>().as("imports"))
        .where("state", "=", "RUNNING")
        .$asScalar()
        .$notNull()
        .as("imports"),
    ])
    .executeTakeFirstOrThrow();
}
