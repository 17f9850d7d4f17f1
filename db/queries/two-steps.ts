import type { Kysely } from "kysely";
import type { IsoInstant } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import type { Database } from "../database.ts";
import type { TwoStepsTable } from "../tables/two-steps.ts";

/** The second step of a person, proven or only offered (`confirmed_at` null); undefined without any. */
export async function findTwoStep(db: Kysely<Database>, userId: Id): Promise<TwoStepsTable | undefined> {
  return await db.selectFrom("two_steps").selectAll().where("user_id", "=", userId).executeTakeFirst();
}

/** Offers a secret in place of one that was not proven. False: one is proven, nothing changes. */
export async function offerTwoStep(db: Kysely<Database>, offer: TwoStepsTable): Promise<boolean> {
  const { secret, created_at } = offer;
  const { numInsertedOrUpdatedRows } = await db
    .insertInto("two_steps")
    .values(offer)
    .onConflict((conflict) =>
      conflict
        .column("user_id")
        .doUpdateSet({ secret, created_at, last_step: 0 })
        .where("two_steps.confirmed_at", "is", null),
    )
    .executeTakeFirstOrThrow();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** From now on sign-in asks for it. False: it is proven already, or another secret was offered meanwhile. */
export async function confirmTwoStep(
  db: Kysely<Database>,
  { userId, secret, step, now }: { userId: Id; secret: string; step: number; now: IsoInstant },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("two_steps")
    .set({ confirmed_at: now, last_step: step })
    .where("user_id", "=", userId)
    .where("secret", "=", secret)
    .where("confirmed_at", "is", null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** Takes the code of a step. False: that step or a later one was taken already. */
export async function takeStep(
  db: Kysely<Database>,
  { userId, step }: { userId: Id; step: number },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("two_steps")
    .set({ last_step: step })
    .where("user_id", "=", userId)
    .where("last_step", "<", step)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** Replaces the recovery codes of a person. */
export async function replaceRecoveryCodes(
  db: Kysely<Database>,
  { userId, salt, hashes }: { userId: Id; salt: string; hashes: readonly string[] },
): Promise<void> {
  await db.updateTable("two_steps").set({ recovery_salt: salt }).where("user_id", "=", userId).execute();
  await db.deleteFrom("recovery_codes").where("user_id", "=", userId).execute();
  await db
    .insertInto("recovery_codes")
    .values(hashes.map((code_hash) => ({ user_id: userId, code_hash })))
    .execute();
}

/** Uses up a recovery code. False: unknown, or used already. */
export async function takeRecoveryCode(
  db: Kysely<Database>,
  { userId, codeHash }: { userId: Id; codeHash: string },
): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom("recovery_codes")
    .where("user_id", "=", userId)
    .where("code_hash", "=", codeHash)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}

/** Recovery codes of a person that were not used. */
export async function countRecoveryCodes(db: Kysely<Database>, userId: Id): Promise<number> {
  const { count } = await db
    .selectFrom("recovery_codes")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("user_id", "=", userId)
    .executeTakeFirstOrThrow();
  return count;
}

/** Takes the second step and its recovery codes away. False: there was none. */
export async function deleteTwoStep(db: Kysely<Database>, userId: Id): Promise<boolean> {
  await db.deleteFrom("recovery_codes").where("user_id", "=", userId).execute();
  const { numDeletedRows } = await db
    .deleteFrom("two_steps")
    .where("user_id", "=", userId)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}
