import { deleteSessionsOfUser } from "../../db/queries/sessions.ts";
import { findCredentialsById, updateUserPassword } from "../../db/queries/users.ts";
import { inTransaction } from "../../db/transaction.ts";
import type { Id } from "../../shared/ids.ts";
import type { ActionContext } from "../action-context.ts";
import { AppError } from "../app-error.ts";
import { hashPassword, verifyPassword } from "../security/passwords.ts";
import type { RateLimits } from "../security/rate-limits.ts";

export interface PasswordChange {
  id: Id;
  email: string;
  currentPassword: string;
  newPassword: string;
  /** The session that stays open; every other one ends. */
  keep: string | null;
}

/** Changes one's own password. AppError INVALID { reason: "credentials" } when the current one is wrong. */
export async function changePassword(
  ctx: ActionContext,
  limits: RateLimits,
  change: PasswordChange,
): Promise<void> {
  await limits.consume("signInAccount", change.email);
  const found = await findCredentialsById(ctx.db, change.id);
  if (!(await verifyPassword(found?.passwordHash ?? null, change.currentPassword)))
    throw new AppError("INVALID", { reason: "credentials", field: "currentPassword" });
  const passwordHash = await hashPassword(change.newPassword);
  await inTransaction(ctx.db, async (trx) => {
    await updateUserPassword(trx, { id: change.id, passwordHash });
    await deleteSessionsOfUser(trx, { userId: change.id, keep: change.keep });
  });
}
