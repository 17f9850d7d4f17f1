import { appendAudit } from "../../db/queries/audit.ts";
import { deletePasskeysOfUser } from "../../db/queries/passkeys.ts";
import { deleteSessionsOfUser } from "../../db/queries/sessions.ts";
import {
  confirmTwoStep,
  countRecoveryCodes,
  deleteTwoStep,
  findTwoStep,
  offerTwoStep,
  replaceRecoveryCodes,
  takeRecoveryCode,
  takeStep,
} from "../../db/queries/two-steps.ts";
import { findCredentialsById } from "../../db/queries/users.ts";
import type { TwoStepsTable } from "../../db/tables/two-steps.ts";
import { inTransaction, lockCanteen } from "../../db/transaction.ts";
import type { Id } from "../../shared/ids.ts";
import type { SessionUser } from "../../shared/session.ts";
import type { TwoStepOffer, TwoStepState } from "../../shared/two-step.ts";
import type { ActionContext } from "../action-context.ts";
import { AppError } from "../app-error.ts";
import { verifyPassword } from "../security/passwords.ts";
import type { RateLimits } from "../security/rate-limits.ts";
import { hashRecoveryCode, makeRecoveryCodes } from "../security/recovery-codes.ts";
import { openSecret, sealSecret } from "../security/sealed-secret.ts";
import { instantAfter } from "../security/session-token.ts";
import { findTotpStep, makeTotpSecret, totpAddress } from "../security/totp.ts";
import type { Person } from "./users.ts";
import { requireOwnPerson } from "./users.ts";

type Owner = Pick<SessionUser, "id" | "email">;

export async function readTwoStep({ reader }: ActionContext, userId: Id): Promise<TwoStepState> {
  const enabledAt = (await findTwoStep(reader, userId))?.confirmed_at ?? null;
  return { enabledAt, recoveryCodesLeft: await countRecoveryCodes(reader, userId) };
}

/** An offer that was not taken up is told again for so long: the page may have been loaded anew. */
const OFFER_MS = 15 * 60_000;

/** Offers a secret to the person's application; sign-in asks for nothing until it is proven. CONFLICT once it is. */
export async function startTwoStep(ctx: ActionContext, { id, email }: Owner): Promise<TwoStepOffer> {
  const former = await findTwoStep(ctx.db, id);
  const seal = { key: ctx.secretKey, userId: id };
  if (former?.confirmed_at === null && former.created_at > instantAfter(ctx.now, -OFFER_MS)) {
    const offered = openSecret(former.secret, seal);
    if (offered !== null) return { secret: offered, address: totpAddress({ secret: offered, email }) };
  }
  const secret = makeTotpSecret();
  const offer = {
    user_id: id,
    secret: sealSecret(secret, seal),
    confirmed_at: null,
    last_step: 0,
    recovery_salt: "",
  };
  if (!(await offerTwoStep(ctx.db, { ...offer, created_at: ctx.now })))
    throw new AppError("CONFLICT", { reason: "two-step-on" });
  return { secret, address: totpAddress({ secret, email }) };
}

/** The application shows the right code: sign-in asks for one from now on. The recovery codes, told once. */
export async function proveTwoStep(
  ctx: ActionContext,
  { userId, code }: { userId: Id; code: string },
): Promise<string[]> {
  const offered = await findTwoStep(ctx.db, userId);
  if (offered === undefined || offered.confirmed_at !== null)
    throw new AppError("CONFLICT", { reason: offered === undefined ? "two-step-off" : "two-step-on" });
  const { secret } = offered;
  const step = findStep(ctx, offered, code);
  if (step === null) throw new AppError("INVALID", { field: "code", reason: "code" });
  const made = await makeRecoveryCodes();
  await inTransaction(ctx.db, async (trx) => {
    if (!(await confirmTwoStep(trx, { userId, secret, step, now: ctx.now })))
      throw new AppError("CONFLICT", { reason: "two-step-on" });
    await replaceRecoveryCodes(trx, { userId, ...made });
  });
  return made.codes;
}

/** Ten codes in place of those that are left; told once. CONFLICT without a second step. */
export async function remakeRecoveryCodes(ctx: ActionContext, userId: Id): Promise<string[]> {
  const made = await makeRecoveryCodes();
  await inTransaction(ctx.db, async (trx) => {
    if (((await findTwoStep(trx, userId))?.confirmed_at ?? null) === null)
      throw new AppError("CONFLICT", { reason: "two-step-off" });
    await replaceRecoveryCodes(trx, { userId, ...made });
  });
  return made.codes;
}

/** Takes one's own second step away; nothing happens without one. */
export async function removeTwoStep({ db }: ActionContext, userId: Id): Promise<void> {
  await inTransaction(db, (trx) => deleteTwoStep(trx, userId));
}

/** For who lost phone and recovery codes: takes second step and passkeys away, and closes the person's sessions. */
export async function resetTwoStep(ctx: ActionContext, person: Person): Promise<void> {
  const { organisationId: stream, userId } = person;
  await inTransaction(ctx.db, async (trx) => {
    await lockCanteen(trx, ctx.engine, stream);
    await requireOwnPerson(trx, person);
    const removed = [await deleteTwoStep(trx, userId), await deletePasskeysOfUser(trx, userId)];
    if (!removed.includes(true)) return;
    await deleteSessionsOfUser(trx, { userId, keep: null });
    const change = { noun: "users", nounId: userId, action: "two-step-reset", before: null, after: null };
    await appendAudit(trx, ctx, { stream, ...change });
  });
}

/** What the second step says of a code at sign-in. `none`: the person has none. Each code is taken once. */
export async function checkSecondStep(
  ctx: ActionContext,
  { userId, code }: { userId: Id; code: string | undefined },
): Promise<"none" | "needed" | "right" | "wrong"> {
  const kept = await findTwoStep(ctx.db, userId);
  if (kept === undefined || kept.confirmed_at === null) return "none";
  if (code === undefined) return "needed";
  const step = findStep(ctx, kept, code);
  if (step !== null) return (await takeStep(ctx.db, { userId, step })) ? "right" : "wrong";
  if (/^\d{6}$/.test(code)) return "wrong";
  const codeHash = await hashRecoveryCode(code, kept.recovery_salt);
  return (await takeRecoveryCode(ctx.db, { userId, codeHash })) ? "right" : "wrong";
}

/** The step whose code it is; null: none. A secret that does not open is a key that was lost: recovery codes are left. */
function findStep(ctx: ActionContext, kept: TwoStepsTable, code: string): number | null {
  const secret = openSecret(kept.secret, { key: ctx.secretKey, userId: kept.user_id });
  if (secret === null) ctx.reportBug?.(new Error("A second step is sealed under another SECRET_KEY"));
  return secret === null ? null : findTotpStep(secret, { code, now: ctx.now, lastStep: kept.last_step });
}

/** AppError INVALID { field: "currentPassword", reason: "credentials" } unless it is the person's password. */
export async function requirePassword(
  ctx: ActionContext,
  limits: RateLimits,
  { id, email, currentPassword }: Owner & { currentPassword: string },
): Promise<void> {
  await limits.consume("signInAccount", email);
  const kept = await findCredentialsById(ctx.db, id);
  if (!(await verifyPassword(kept?.passwordHash ?? null, currentPassword)))
    throw new AppError("INVALID", { field: "currentPassword", reason: "credentials" });
  await limits.forget("signInAccount", email);
}
