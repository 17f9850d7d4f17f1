import { deleteEndedSessions, deleteSession, insertSession } from "../../db/queries/sessions.ts";
import { findCredentials } from "../../db/queries/users.ts";
import { inTransaction } from "../../db/transaction.ts";
import type { Device } from "../../shared/devices.ts";
import type { Id } from "../../shared/ids.ts";
import type { ActionContext } from "../action-context.ts";
import { AppError } from "../app-error.ts";
import { verifyPassword } from "../security/passwords.ts";
import type { RateLimits } from "../security/rate-limits.ts";
import { idleSince, instantAfter, newToken, SESSION_MOST_MS } from "../security/session-token.ts";
import { checkSecondStep } from "./two-step.ts";

export interface SignInAttempt {
  email: string;
  password: string;
  /** Network of the caller, see security/network-address.ts. */
  address: string;
  /** Session the caller already had; it ends. */
  formerTokenHash: string | null;
  device: Device;
  /** Of the person's application, or a recovery code; not given at first. */
  code?: string | undefined;
}

/**
 * The token of a new session; null when the password is right and a code is still needed. AppError INVALID { reason: "credentials" } whether the account is unknown, disabled
 * or the password wrong, after the same time; { reason: "code" } for a wrong one, or one that has been used;
 * TOO_MANY_REQUESTS by account and by network.
 */
export async function signIn(
  ctx: ActionContext,
  limits: RateLimits,
  attempt: SignInAttempt,
): Promise<string | null> {
  await limits.consume("signInAddress", attempt.address);
  await limits.consume("signInAccount", attempt.email);
  const found = await findCredentials(ctx.db, attempt.email);
  const usable = found !== undefined && !found.disabled ? found : null;
  const right = await verifyPassword(usable?.passwordHash ?? null, attempt.password);
  if (usable === null || !right) throw new AppError("INVALID", { reason: "credentials" });
  const step = await checkSecondStep(ctx, { userId: usable.user.id, code: attempt.code });
  if (step === "needed") return null;
  if (step === "wrong") throw new AppError("INVALID", { field: "code", reason: "code" });
  await limits.forget("signInAccount", attempt.email);
  const { formerTokenHash, device } = attempt;
  return await openSession(ctx, { userId: usable.user.id, formerTokenHash, device });
}

/** The token of a new session for someone whose password was just proven; the former session ends. */
export async function openSession(
  { db, now }: ActionContext,
  { userId, formerTokenHash, device }: { userId: Id; formerTokenHash: string | null; device: Device },
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
      ...device,
      wrote_lsn: null,
    });
  });
  return token;
}
