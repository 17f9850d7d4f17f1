import type { Kysely } from "kysely";
import type { Database } from "../../db/database.ts";
import { deleteSessionsOfUser } from "../../db/queries/sessions.ts";
import { findCredentialsById, updateUserPassword } from "../../db/queries/users.ts";
import { inTransaction } from "../../db/transaction.ts";
import type { Id } from "../../shared/ids.ts";
import type { ActionContext } from "../action-context.ts";
import { AppError } from "../app-error.ts";
import { refuseCommonPassword } from "../security/password-policy.ts";
import { hashPassword, verifyPassword } from "../security/passwords.ts";
import type { RateLimits } from "../security/rate-limits.ts";

export interface PasswordChange {
  id: Id;
  email: string;
  name: string;
  currentPassword: string;
  newPassword: string;
  /** The session that stays open; every other one ends. */
  keep: string | null;
}

/**
 * Changes one's own password. Sent again, it changes nothing. AppError INVALID { reason: "credentials" } when the current
 * one is wrong, { reason: "common-password" } when the new one is among those tried first.
 */
export async function changePassword(
  ctx: ActionContext,
  limits: RateLimits,
  change: PasswordChange,
): Promise<void> {
  await limits.consume("signInAccount", change.email);
  const kept = await hashOf(ctx.db, change.id);
  if (!(await verifyPassword(kept, change.currentPassword))) return requireDone(kept, change);
  refuseCommonPassword(change.newPassword, change, "newPassword");
  const passwordHash = await hashPassword(change.newPassword);
  await inTransaction(ctx.db, async (trx) => {
    const now = await hashOf(trx, change.id);
    if (now !== kept) return requireDone(now, change);
    await updateUserPassword(trx, { id: change.id, passwordHash });
    await deleteSessionsOfUser(trx, { userId: change.id, keep: change.keep });
  });
}

/** The answer to a first sending may have been lost, or be on its way. */
async function requireDone(passwordHash: string | null, { newPassword }: PasswordChange): Promise<void> {
  if (!(await verifyPassword(passwordHash, newPassword)))
    throw new AppError("INVALID", { reason: "credentials", field: "currentPassword" });
}

async function hashOf(db: Kysely<Database>, id: Id): Promise<string | null> {
  return (await findCredentialsById(db, id))?.passwordHash ?? null;
}
