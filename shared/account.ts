import * as z from "zod/mini";
import type { Device } from "./devices.ts";
import type { IsoInstant } from "./facts.ts";
import type { Locale } from "./locales.ts";

/** SHA-256 (hex) of a session's token: names the session, opens nothing. */
export const sessionIdSchema = z.string().check(z.regex(/^[0-9a-f]{64}$/));

export const closeSessionSchema = z.object({ sessionId: sessionIdSchema });

export const askErasureSchema = z.object({ asked: z.boolean() });

/** Kept in place of a name, wherever one was. */
export const ERASED_NAME = "personne supprimée";

/** What a person is called on a page: whoever was forgotten, in its language; null stays null. */
export function shownName<Name extends string | null>(name: Name, locale: Locale): Name | string {
  return name === ERASED_NAME && locale === "en" ? "deleted person" : name;
}

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
