import type { Kysely } from "kysely";
import type { IsoInstant } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import type { Passkey } from "../../shared/passkeys.ts";
import type { Database } from "../database.ts";
import type { PasskeysTable } from "../tables/passkeys.ts";

/** Passkeys of a person, the oldest first. */
export async function listPasskeys(db: Kysely<Database>, userId: Id): Promise<Passkey[]> {
  const rows = await db
    .selectFrom("passkeys")
    .select(["id", "name", "created_at", "used_at"])
    .where("user_id", "=", userId)
    .orderBy("created_at")
    .orderBy("id")
    .execute();
  return rows.map(({ id, name, created_at, used_at }) => ({
    id,
    name,
    createdAt: created_at,
    usedAt: used_at,
  }));
}

/** The passkey of that credential id; undefined when nobody has it, or whose it is may not sign in. */
export async function findUsablePasskey(
  db: Kysely<Database>,
  id: string,
): Promise<PasskeysTable | undefined> {
  return await db
    .selectFrom("passkeys")
    .innerJoin("users", "users.id", "passkeys.user_id")
    .selectAll("passkeys")
    .where("passkeys.id", "=", id)
    .where("users.disabled", "=", 0)
    .executeTakeFirst();
}

/** Adds a passkey. Throws the engine's unique constraint when the device has given that id before. */
export async function insertPasskey(db: Kysely<Database>, passkey: PasskeysTable): Promise<void> {
  await db.insertInto("passkeys").values(passkey).execute();
}

/** Notes a signature. */
export async function updatePasskeyUsed(
  db: Kysely<Database>,
  { id, counter, now }: { id: string; counter: number; now: IsoInstant },
): Promise<void> {
  await db.updateTable("passkeys").set({ counter, used_at: now }).where("id", "=", id).execute();
}

/** Forgets a passkey of that person; nothing happens to one of somebody else. */
export async function deletePasskey(
  db: Kysely<Database>,
  { userId, id }: { userId: Id; id: string },
): Promise<void> {
  await db.deleteFrom("passkeys").where("user_id", "=", userId).where("id", "=", id).execute();
}

/** Forgets every passkey of a person, and what they were asked. False: there was none. */
export async function deletePasskeysOfUser(db: Kysely<Database>, userId: Id): Promise<boolean> {
  await db.deleteFrom("passkey_challenges").where("user_id", "=", userId).execute();
  const { numDeletedRows } = await db
    .deleteFrom("passkeys")
    .where("user_id", "=", userId)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}

/** Keeps what was asked, and forgets what was asked at `over` or before. */
export async function insertChallenge(
  db: Kysely<Database>,
  {
    challenge,
    userId,
    now,
    over,
  }: { challenge: string; userId: Id | null; now: IsoInstant; over: IsoInstant },
): Promise<void> {
  await db.deleteFrom("passkey_challenges").where("created_at", "<=", over).execute();
  await db.insertInto("passkey_challenges").values({ challenge, user_id: userId, created_at: now }).execute();
}

/** Takes what was asked after `over` of that person (null: of who signs in). False: not asked, or answered already. */
export async function takeChallenge(
  db: Kysely<Database>,
  { challenge, userId, over }: { challenge: string; userId: Id | null; over: IsoInstant },
): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom("passkey_challenges")
    .where("challenge", "=", challenge)
    .where("user_id", userId === null ? "is" : "=", userId)
    .where("created_at", ">", over)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}
