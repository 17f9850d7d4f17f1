import type { Insertable, Kysely } from "kysely";
import { sql } from "kysely";
import type { OpenSession } from "../../shared/account.ts";
import { asDevice } from "../../shared/devices.ts";
import type { IsoInstant } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import type { Locale } from "../../shared/locales.ts";
import type { Grant, Role, ScopeKind } from "../../shared/permissions.ts";
import type { SessionUser } from "../../shared/session.ts";
import type { Database } from "../database.ts";
import { executePrepared } from "../prepared.ts";
import type { Lsn } from "../replica.ts";
import type { SessionsTable } from "../tables/sessions.ts";

/** A session that may be used, and whose it is. */
export interface LiveSession {
  tokenHash: string;
  seenAt: IsoInstant;
  /** Where the log stood after its last write; null: nothing noted. */
  wrote: Lsn | null;
  user: SessionUser;
  /** Roles of its person, oldest first. */
  grants: Grant[];
}

/** Opens a session. */
export async function insertSession(db: Kysely<Database>, session: Insertable<SessionsTable>): Promise<void> {
  await db.insertInto("sessions").values(session).execute();
}

/**
 * The session, its person and what they may, in one statement: every request asks for it. Undefined when unknown, ended,
 * idle since `idleSince` or earlier, or disabled.
 */
export async function findLiveSession(
  db: Kysely<Database>,
  { tokenHash, now, idleSince }: { tokenHash: string; now: IsoInstant; idleSince: IsoInstant },
): Promise<LiveSession | undefined> {
  const rows = await executePrepared(db, {
    name: "live session",
    asked: { tokenHash, now, idleSince },
    build: (asked) =>
      db
        .selectFrom("sessions")
        .innerJoin("users", "users.id", "sessions.user_id")
        .leftJoin("grants", "grants.user_id", "users.id")
        .select(["seen_at", "users.id", "users.name", "users.email", "users.locale", "wrote_lsn"])
        .select(["grants.role", "grants.scope_kind", "grants.scope_id"])
        .where("token_hash", "=", asked.tokenHash)
        .where("expires_at", ">", asked.now)
        .where("seen_at", ">", asked.idleSince)
        .where("users.disabled", "=", 0)
        .orderBy("grants.id"),
  });
  const [row] = rows;
  if (row === undefined) return undefined;
  const { id, name, email } = row;
  return {
    tokenHash,
    seenAt: row.seen_at,
    wrote: row.wrote_lsn,
    user: { id, name, email, locale: row.locale as Locale },
    grants: rows.flatMap(({ role, scope_kind, scope_id }) =>
      role === null || scope_kind === null || scope_id === null
        ? []
        : [{ role: role as Role, scopeKind: scope_kind as ScopeKind, scopeId: scope_id }],
    ),
  };
}

/** Notes that the session is in use; nothing happens when it was revoked meanwhile. */
export async function updateSessionSeen(
  db: Kysely<Database>,
  { tokenHash, now }: { tokenHash: string; now: IsoInstant },
): Promise<void> {
  await db.updateTable("sessions").set({ seen_at: now }).where("token_hash", "=", tokenHash).execute();
}

/** Sessions of a person that may be used, the last seen first; `id` is the hash of the token. */
export async function listLiveSessions(
  db: Kysely<Database>,
  { userId, now, idleSince }: { userId: Id; now: IsoInstant; idleSince: IsoInstant },
): Promise<Omit<OpenSession, "current">[]> {
  const rows = await db
    .selectFrom("sessions")
    .selectAll()
    .where("user_id", "=", userId)
    .where("expires_at", ">", now)
    .where("seen_at", ">", idleSince)
    .orderBy("seen_at", "desc")
    .orderBy("token_hash")
    .execute();
  return rows.map((row) => ({
    id: row.token_hash,
    device: asDevice(row),
    openedAt: row.created_at,
    seenAt: row.seen_at,
  }));
}

/** Ends a session of that person; nothing happens to one of somebody else. */
export async function deleteSessionOfUser(
  db: Kysely<Database>,
  { userId, tokenHash }: { userId: Id; tokenHash: string },
): Promise<void> {
  await db.deleteFrom("sessions").where("token_hash", "=", tokenHash).where("user_id", "=", userId).execute();
}

/** Beyond any place in a log: no replica has it. */
const NEVER_REPLAYED: Lsn = "FFFFFFFF/FFFFFFFF";

/**
 * Notes, on PostgreSQL, that the session has written what is committed by now (`done`), or that it is writing: until a
 * replica has it, the session reads from the primary.
 */
export async function noteSessionWrite(
  db: Kysely<Database>,
  { tokenHash, done }: { tokenHash: string; done: boolean },
): Promise<void> {
  await db
    .updateTable("sessions")
    .set({ wrote_lsn: done ? sql<Lsn>`pg_current_wal_insert_lsn()::text` : NEVER_REPLAYED })
    .where("token_hash", "=", tokenHash)
    .execute();
}

/** Ends one session; nothing happens when it has ended. */
export async function deleteSession(db: Kysely<Database>, tokenHash: string): Promise<void> {
  await db.deleteFrom("sessions").where("token_hash", "=", tokenHash).execute();
}

/** Signs a person out everywhere, but for the session to keep (null: none). */
export async function deleteSessionsOfUser(
  db: Kysely<Database>,
  { userId, keep }: { userId: Id; keep: string | null },
): Promise<void> {
  let query = db.deleteFrom("sessions").where("user_id", "=", userId);
  if (keep !== null) query = query.where("token_hash", "<>", keep);
  await query.execute();
}

/** Forgets sessions that can no longer be used. */
export async function deleteEndedSessions(
  db: Kysely<Database>,
  { now, idleSince }: { now: IsoInstant; idleSince: IsoInstant },
): Promise<void> {
  await db
    .deleteFrom("sessions")
    .where((eb) => eb.or([eb("expires_at", "<=", now), eb("seen_at", "<=", idleSince)]))
    .execute();
}

/** Ends every session: of a database that was restored, some may have been ended since. */
export async function endAllSessions(db: Kysely<Database>): Promise<void> {
  await db.deleteFrom("sessions").execute();
}
