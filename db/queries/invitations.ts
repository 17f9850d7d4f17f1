import type { Kysely } from "kysely";
import type { IsoInstant } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import type { Locale } from "../../shared/locales.ts";
import type { SessionUser } from "../../shared/session.ts";
import type { Database } from "../database.ts";
import type { InvitationsTable } from "../tables/invitations.ts";

/** Keeps the link of a person, in place of the one before. */
export async function upsertInvitation(db: Kysely<Database>, invitation: InvitationsTable): Promise<void> {
  const { user_id: _user, ...link } = invitation;
  await db
    .insertInto("invitations")
    .values(invitation)
    .onConflict((conflict) => conflict.column("user_id").doUpdateSet(link))
    .execute();
}

/** Whom a link is for; undefined when it is unknown, used, over, or its person may not sign in. */
export async function findInvited(
  db: Kysely<Database>,
  { tokenHash, now }: { tokenHash: string; now: IsoInstant },
): Promise<SessionUser | undefined> {
  const row = await db
    .selectFrom("invitations")
    .innerJoin("users", "users.id", "invitations.user_id")
    .select(["users.id", "users.name", "users.email", "users.locale"])
    .where("token_hash", "=", tokenHash)
    .where("expires_at", ">", now)
    .where("users.disabled", "=", 0)
    .executeTakeFirst();
  return row === undefined ? undefined : { ...row, locale: row.locale as Locale };
}

/** Uses a link up. False: it was used meanwhile. */
export async function takeInvitation(db: Kysely<Database>, tokenHash: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom("invitations")
    .where("token_hash", "=", tokenHash)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}

/** Ends the link of a person; nothing happens without one. */
export async function deleteInvitation(db: Kysely<Database>, userId: Id): Promise<void> {
  await db.deleteFrom("invitations").where("user_id", "=", userId).execute();
}
