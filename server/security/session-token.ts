import { createHash, randomBytes } from "node:crypto";
import type { IsoInstant } from "../../shared/facts.ts";

const HOUR_MS = 3_600_000;
export const SESSION_IDLE_MS = 12 * HOUR_MS;
export const SESSION_MOST_MS = 7 * 24 * HOUR_MS;
/** A session in use is noted at most this often, so that reading stays reading. */
export const SESSION_NOTE_MS = 60_000;

export interface NewToken {
  /** 32 random bytes, base64url: for the cookie, never stored. */
  token: string;
  tokenHash: string;
}

export function newToken(): NewToken {
  const token = randomBytes(32).toString("base64url");
  return { token, tokenHash: hashToken(token) };
}

/** SHA-256 (hex) of a token: a stolen database opens no session. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

export function instantAfter(now: IsoInstant, milliseconds: number): IsoInstant {
  return new Date(Date.parse(now) + milliseconds).toISOString();
}

/** Sessions last seen then or before are over. */
export function idleSince(now: IsoInstant): IsoInstant {
  return instantAfter(now, -SESSION_IDLE_MS);
}
