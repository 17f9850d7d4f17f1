import type { Kysely } from "kysely";
import type { Database } from "../../db/database.ts";
import { findInvited, takeInvitation, upsertInvitation } from "../../db/queries/invitations.ts";
import { deleteSessionsOfUser } from "../../db/queries/sessions.ts";
import { updateUserName, updateUserPassword } from "../../db/queries/users.ts";
import { inTransaction } from "../../db/transaction.ts";
import type { IsoInstant } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import type { AcceptInvitation, Invited } from "../../shared/invitations.ts";
import type { ActionContext } from "../action-context.ts";
import { AppError } from "../app-error.ts";
import { refuseCommonPassword } from "../security/password-policy.ts";
import { hashPassword } from "../security/passwords.ts";
import { hashToken, instantAfter, newToken } from "../security/session-token.ts";

const INVITATION_MS = 7 * 24 * 3_600_000;

/** The token of a link that is worth seven days, and once; the person's former link is worth nothing more. */
export async function invite(
  trx: Kysely<Database>,
  { userId, now }: { userId: Id; now: IsoInstant },
): Promise<string> {
  const { token, tokenHash } = newToken();
  const expires_at = instantAfter(now, INVITATION_MS);
  await upsertInvitation(trx, { user_id: userId, token_hash: tokenHash, created_at: now, expires_at });
  return token;
}

/** Whom a link is for. AppError NOT_FOUND alike when it is unknown, used, over, or its person may not sign in. */
export async function openInvitation({ reader, now }: ActionContext, token: string): Promise<Invited> {
  const invited = await findInvited(reader, { tokenHash: hashToken(token), now });
  if (invited === undefined) throw new AppError("NOT_FOUND");
  return { name: invited.name, email: invited.email };
}

/**
 * Keeps the name and password that the person chose, and uses the link up: their id. Sessions that were open end.
 * AppError NOT_FOUND as `openInvitation`, INVALID { reason: "common-password" }.
 */
export async function acceptInvitation(ctx: ActionContext, input: AcceptInvitation): Promise<Id> {
  const tokenHash = hashToken(input.token);
  const invited = await findInvited(ctx.db, { tokenHash, now: ctx.now });
  if (invited === undefined) throw new AppError("NOT_FOUND");
  const { id, email } = invited;
  refuseCommonPassword(input.password, { name: input.name, email });
  const passwordHash = await hashPassword(input.password);
  await inTransaction(ctx.db, async (trx) => {
    if (!(await takeInvitation(trx, tokenHash))) throw new AppError("NOT_FOUND");
    await updateUserPassword(trx, { id, passwordHash });
    await updateUserName(trx, { id, name: input.name });
    await deleteSessionsOfUser(trx, { userId: id, keep: null });
  });
  return id;
}
