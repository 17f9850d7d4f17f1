import { createRequire } from "node:module";
import type { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { AppError } from "../app-error.ts";

const require = createRequire(import.meta.url);
// The package's own index loads its thirty stores.
const Memory: typeof RateLimiterMemory = require("rate-limiter-flexible/lib/RateLimiterMemory.js");
const Refusal: typeof RateLimiterRes = require("rate-limiter-flexible/lib/RateLimiterRes.js");

/** Points are calls of a procedure, never HTTP requests: one batch carries ten of them. */
export const RATE_LIMITS = {
  /** Requests of one network, of any kind: a thousand a second are no school, and are refused before they cost. */
  request: { points: 60_000, seconds: 60 },
  /** Sign-ins tried on one account, right or wrong. */
  signInAccount: { points: 10, seconds: 15 * 60 },
  /** Sign-ins tried from one network. A school of 20 adults behind one address stays far below. */
  signInAddress: { points: 60, seconds: 15 * 60 },
  /** A person saving a line a second, ten times over. */
  write: { points: 600, seconds: 60 },
  /** A page asks about ten figures. */
  read: { points: 3_000, seconds: 60 },
  /** Public pages opened from one network: a school that scans its poster. */
  publicPage: { points: 300, seconds: 60 },
} as const;
export type RateLimitName = keyof typeof RATE_LIMITS;

export type RateLimitOverrides = Partial<Record<RateLimitName, { points: number; seconds: number }>>;

export interface RateLimits {
  /** Counts one call; AppError TOO_MANY_REQUESTS with the seconds to wait when the key has none left. */
  consume(name: RateLimitName, key: string): Promise<void>;
  /** Forgets a key: a right password clears the account's count. */
  forget(name: RateLimitName, key: string): Promise<void>;
}

/** Counters in the memory of the process, which is alone: a restart clears them. */
export function memoryRateLimits(overrides: RateLimitOverrides = {}): RateLimits {
  const limiters = {
    request: limiter("request", overrides),
    signInAccount: limiter("signInAccount", overrides),
    signInAddress: limiter("signInAddress", overrides),
    write: limiter("write", overrides),
    read: limiter("read", overrides),
    publicPage: limiter("publicPage", overrides),
  } satisfies Record<RateLimitName, RateLimiterMemory>;
  return {
    consume: (name, key) => consume(limiters[name], key),
    async forget(name, key) {
      await limiters[name].delete(key);
    },
  };
}

function limiter(name: RateLimitName, overrides: RateLimitOverrides): RateLimiterMemory {
  const { points, seconds } = overrides[name] ?? RATE_LIMITS[name];
  return new Memory({ keyPrefix: name, points, duration: seconds });
}

async function consume(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    throw new AppError("TOO_MANY_REQUESTS", { waitSeconds: Math.ceil(refusal.msBeforeNext / 1000) });
  }
}
