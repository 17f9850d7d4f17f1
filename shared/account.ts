import * as z from "zod/mini";
import type { Device } from "./devices.ts";
import type { IsoInstant } from "./facts.ts";

/** SHA-256 (hex) of a session's token: names the session, opens nothing. */
export const sessionIdSchema = z.string().check(z.regex(/^[0-9a-f]{64}$/));

export const closeSessionSchema = z.object({ sessionId: sessionIdSchema });

export const askErasureSchema = z.object({ asked: z.boolean() });

/** In place of a name, wherever one was. */
export const ERASED_NAME = "personne supprimée";

/** Everything that is held about a person, for themselves. */
export interface OwnData {
  at: IsoInstant;
  tables: { table: string; rows: Record<string, unknown>[] }[];
}

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
