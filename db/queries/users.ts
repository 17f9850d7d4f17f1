import type { Insertable, Kysely } from "kysely";
import type { IsoInstant } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import type { Locale } from "../../shared/locales.ts";
import type { SessionUser } from "../../shared/session.ts";
import type { UserSummary } from "../../shared/users.ts";
import type { Database } from "../database.ts";
import type { UsersTable } from "../tables/users.ts";
import { listGrantsOfUsers } from "./grants.ts";

/** What a password is compared with. */
export interface Credentials {
  user: SessionUser;
  /** argon2id, PHC string. */
  passwordHash: string;
  /** May no longer sign in. */
  disabled: boolean;
}

/** Whether any account exists. */
export async function hasUsers(db: Kysely<Database>): Promise<boolean> {
  return (await db.selectFrom("users").select("id").limit(1).executeTakeFirst()) !== undefined;
}

/** What signing in compares; undefined for an unknown address. `email` is in lower case. */
export async function findCredentials(db: Kysely<Database>, email: string): Promise<Credentials | undefined> {
  const row = await db.selectFrom("users").selectAll().where("email", "=", email).executeTakeFirst();
  return row === undefined ? undefined : toCredentials(row);
}

/** What changing one's password compares; undefined for an unknown id. */
export async function findCredentialsById(db: Kysely<Database>, id: Id): Promise<Credentials | undefined> {
  const row = await db.selectFrom("users").selectAll().where("id", "=", id).executeTakeFirst();
  return row === undefined ? undefined : toCredentials(row);
}

/** Adds an account. Throws the engine's unique constraint when the address is taken. */
export async function insertUser(db: Kysely<Database>, user: Insertable<UsersTable>): Promise<void> {
  await db.insertInto("users").values(user).execute();
}

/** Replaces the password's hash (argon2id, PHC string). */
export async function updateUserPassword(
  db: Kysely<Database>,
  { id, passwordHash }: { id: Id; passwordHash: string },
): Promise<void> {
  await db.updateTable("users").set({ password_hash: passwordHash }).where("id", "=", id).execute();
}

/** Replaces the name of an account. */
export async function updateUserName(
  db: Kysely<Database>,
  { id, name }: { id: Id; name: string },
): Promise<void> {
  await db.updateTable("users").set({ name }).where("id", "=", id).execute();
}

/** Forbids or allows signing in; sessions are ended apart. False: it was so already. */
export async function updateUserDisabled(
  db: Kysely<Database>,
  { id, disabled, now }: { id: Id; disabled: boolean; now: IsoInstant },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("users")
    .set({ disabled: disabled ? 1 : 0, disabled_at: disabled ? now : null })
    .where("id", "=", id)
    .where("disabled", "=", disabled ? 0 : 1)
    .where("erased_at", "is", null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** Keeps the language of an account. */
export async function updateUserLocale(
  db: Kysely<Database>,
  { id, locale }: { id: Id; locale: Locale },
): Promise<void> {
  await db.updateTable("users").set({ locale }).where("id", "=", id).execute();
}

const SUMMARY_COLUMNS = [
  "users.id",
  "email",
  "name",
  "locale",
  "disabled",
  "users.created_at",
  "confirmed_at",
  "erasure_asked_at",
] as const;

/** Accounts with their grants, by name, without those that were erased; `seenAt` is null without a session. */
export async function listUserSummaries(db: Kysely<Database>, ids: readonly Id[]): Promise<UserSummary[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom("users")
    .leftJoin("sessions", "sessions.user_id", "users.id")
    .leftJoin("two_steps", "two_steps.user_id", "users.id")
    .leftJoin("invitations", "invitations.user_id", "users.id")
    .select(SUMMARY_COLUMNS)
    .select("invitations.expires_at as invited_until")
    .select((eb) => [
      eb.fn.max("sessions.seen_at").as("seen_at"),
      eb
        .selectFrom("passkeys")
        .select((inner) => inner.fn.countAll<number>().as("count"))
        .whereRef("passkeys.user_id", "=", "users.id")
        .as("passkeys"),
    ])
    .where("users.id", "in", ids)
    .where("erased_at", "is", null)
    .groupBy(SUMMARY_COLUMNS)
    .groupBy("invitations.expires_at")
    .orderBy("name")
    .orderBy("users.id")
    .execute();
  const grants = await listGrantsOfUsers(db, ids);
  return rows.map((row) => ({
    id: row.id,
    email: row.email,
    name: row.name,
    locale: row.locale as Locale,
    disabled: row.disabled === 1,
    createdAt: row.created_at,
    seenAt: row.seen_at,
    passkeys: row.passkeys ?? 0,
    invitedUntil: row.invited_until,
    erasureAskedAt: row.erasure_asked_at,
    twoStep: row.confirmed_at !== null,
    grants: grants
      .filter((grant) => grant.userId === row.id)
      .map(({ id, role, scopeKind, scopeId }) => ({ id, role, scopeKind, scopeId })),
  }));
}

function toCredentials(row: UsersTable): Credentials {
  const { id, name, email } = row;
  return {
    user: { id, name, email, locale: row.locale as Locale },
    passwordHash: row.password_hash,
    disabled: row.disabled === 1,
  };
}
