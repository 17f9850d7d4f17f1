import { deleteEndedSessions, deleteSession, insertSession } from "../../db/queries/sessions.ts";
import { findCredentials } from "../../db/queries/users.ts";
import { inTransaction } from "../../db/transaction.ts";
import type { Id } from "../../shared/ids.ts";
import type { ActionContext } from "../action-context.ts";
import { AppError } from "../app-error.ts";
import { verifyPassword } from "../security/passwords.ts";
import type { RateLimits } from "../security/rate-limits.ts";
import { idleSince, instantAfter, newToken, SESSION_MOST_MS } from "../security/session-token.ts";

export interface SignInAttempt {
  email: string;
  password: string;
  /** Network of the caller, see security/network-address.ts. */
  address: string;
  /** Session the caller already had; it ends. */
  formerTokenHash: string | null;
}

/**
 * The token of a new session. AppError INVALID { reason: "credentials" } whether the account is unknown, disabled
 * or the password wrong, after the same time; TOO_MANY_REQUESTS by account and by network.
 */
export async function signIn(
  ctx: ActionContext,
  limits: RateLimits,
  attempt: SignInAttempt,
): Promise<string> {
  await limits.consume("signInAddress", attempt.address);
  await limits.consume("signInAccount", attempt.email);
  const found = await findCredentials(ctx.db, attempt.email);
  const usable = found !== undefined && !found.disabled ? found : null;
  const right = await verifyPassword(usable?.passwordHash ?? null, attempt.password);
  if (usable === null || !right) throw new AppError("INVALID", { reason: "credentials" });
  await limits.forget("signInAccount", attempt.email);
  return await openSession(ctx, { userId: usable.user.id, formerTokenHash: attempt.formerTokenHash });
}

/** The token of a new session for someone whose password was just proven; the former session ends. */
export async function openSession(
  { db, now }: ActionContext,
  { userId, formerTokenHash }: { userId: Id; formerTokenHash: string | null },
): Promise<string> {
  const { token, tokenHash } = newToken();
  await inTransaction(db, async (trx) => {
    if (formerTokenHash !== null) await deleteSession(trx, formerTokenHash);
    await deleteEndedSessions(trx, { now, idleSince: idleSince(now) });
    await insertSession(trx, {
      token_hash: tokenHash,
      user_id: userId,
      created_at: now,
      seen_at: now,
      expires_at: instantAfter(now, SESSION_MOST_MS),
      wrote_lsn: null,
    });
  });
  return token;
}
