import type { Kysely } from "kysely";
import type { IsoInstant } from "../../shared/facts.ts";
import type { Database } from "../database.ts";
import type { RateLimitsTable } from "../tables/rate-limits.ts";

export type RateLimitCount = Pick<RateLimitsTable, "points" | "ends_at">;

/**
 * Adds to the key's count and returns it, whichever process counted before; a count that has ended starts again and
 * ends at `endsAt`. One statement: no count is lost between two processes.
 */
export async function addRateLimitPoints(
  db: Kysely<Database>,
  { key, points, now, endsAt }: { key: string; points: number; now: IsoInstant; endsAt: IsoInstant },
): Promise<RateLimitCount> {
  return await db
    .insertInto("rate_limits")
    .values({ key, points, ends_at: endsAt })
    .onConflict((conflict) =>
      conflict.column("key").doUpdateSet((eb) => ({
        points: eb
          .case()
          .when("rate_limits.ends_at", "<=", now)
          .then(eb.ref("excluded.points"))
          .else(eb("rate_limits.points", "+", eb.ref("excluded.points")))
          .end(),
        ends_at: eb
          .case()
          .when("rate_limits.ends_at", "<=", now)
          .then(eb.ref("excluded.ends_at"))
          .else(eb.ref("rate_limits.ends_at"))
          .end(),
      })),
    )
    .returning(["points", "ends_at"])
    .executeTakeFirstOrThrow();
}

/** Forgets the key's count. */
export async function deleteRateLimit(db: Kysely<Database>, key: string): Promise<void> {
  await db.deleteFrom("rate_limits").where("key", "=", key).execute();
}

/** Forgets counts that have ended. */
export async function deleteEndedRateLimits(db: Kysely<Database>, now: IsoInstant): Promise<void> {
  await db.deleteFrom("rate_limits").where("ends_at", "<=", now).execute();
}
