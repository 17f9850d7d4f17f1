import * as z from "zod/mini";
import type { Device } from "./devices.ts";
import type { IsoInstant } from "./facts.ts";

/** SHA-256 (hex) of a session's token: names the session, opens nothing. */
export const sessionIdSchema = z.string().check(z.regex(/^[0-9a-f]{64}$/));

export const closeSessionSchema = z.object({ sessionId: sessionIdSchema });

/** A session that is open, as its person sees it. */
export interface OpenSession {
  id: string;
  device: Device;
  openedAt: IsoInstant;
  /** Noted at most once a minute. */
  seenAt: IsoInstant;
  /** The one that asks. */
  current: boolean;
}
