import type { Kysely } from "kysely";
import type { Database } from "../../db/database.ts";
import { addRateLimitPoints, deleteEndedRateLimits, deleteRateLimit } from "../../db/queries/rate-limits.ts";
import { AppError } from "../app-error.ts";
import type { Moment } from "../clock.ts";
import type { RateLimitName, RateLimitOverrides, RateLimits } from "./rate-limits.ts";
import { RATE_LIMITS } from "./rate-limits.ts";
import { hashToken, instantAfter } from "./session-token.ts";

/**
 * Calls that a process counts by itself before it tells the others: reading writes one row in 50 calls. So many
 * processes may let through that many calls too many, each. Sign-ins are told one by one.
 */
const BATCHES: Record<RateLimitName, number> = {
  signInAccount: 1,
  signInAddress: 1,
  write: 10,
  read: 50,
  publicPage: 5,
  request: 1_000,
};
const SWEEP_MS = 600_000;

interface Count {
  /** Of all processes, when it was last read. */
  told: number;
  /** Of this one, since then. */
  untold: number;
  /** null: never told; the others may have one. */
  endsAt: number | null;
}

/** Limits that several processes on one database share. */
export function sharedRateLimits(
  db: Kysely<Database>,
  clock: () => Moment,
  overrides: RateLimitOverrides = {},
): RateLimits {
  const counts = new Map<string, Count>();
  let sweptAt = Date.parse(clock().now);

  async function consume(name: RateLimitName, subject: string): Promise<void> {
    const { now } = clock();
    const at = Date.parse(now);
    if (at - sweptAt > SWEEP_MS) sweep(now, at);
    const { points, seconds } = overrides[name] ?? RATE_LIMITS[name];
    const key = keyOf(name, subject);
    const count = current(key, at);
    count.untold += 1;
    if (count.untold >= BATCHES[name] || count.endsAt === null) {
      const added = count.untold;
      count.untold = 0;
      const endsAt = instantAfter(now, seconds * 1000);
      const told = await addRateLimitPoints(db, { key, points: added, now, endsAt });
      count.told = Math.max(told.points, BATCHES[name] === 1 ? 0 : count.told);
      count.endsAt = Date.parse(told.ends_at);
    }
    if (count.told + count.untold <= points) return;
    const waitMs = (count.endsAt ?? at) - at;
    throw new AppError("TOO_MANY_REQUESTS", { waitSeconds: Math.max(1, Math.ceil(waitMs / 1000)) });
  }

  function current(key: string, at: number): Count {
    const known = counts.get(key);
    if (known !== undefined && (known.endsAt === null || known.endsAt > at)) return known;
    const fresh = { told: 0, untold: 0, endsAt: null };
    counts.set(key, fresh);
    return fresh;
  }

  /** Not awaited: nobody's call pays for it. The next sweep does what this one could not. */
  function sweep(now: string, at: number): void {
    sweptAt = at;
    for (const [key, { endsAt }] of counts) if (endsAt !== null && endsAt <= at) counts.delete(key);
    deleteEndedRateLimits(db, now).catch(() => undefined);
  }

  return {
    consume,
    async forget(name, subject) {
      const key = keyOf(name, subject);
      counts.delete(key);
      await deleteRateLimit(db, key);
    },
  };
}

/** The table says neither who signed in nor from where. */
function keyOf(name: RateLimitName, subject: string): string {
  return hashToken(`${name}:${subject}`);
}
