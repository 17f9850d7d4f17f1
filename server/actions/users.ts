import type { Transaction } from "kysely";
import { constraintOf } from "../../db/constraint.ts";
import type { Database } from "../../db/database.ts";
import { appendAudit } from "../../db/queries/audit.ts";
import { insertGrant, listAdministratorIds, listGrantsOfUsers } from "../../db/queries/grants.ts";
import { deleteInvitation } from "../../db/queries/invitations.ts";
import { deleteSessionsOfUser } from "../../db/queries/sessions.ts";
import {
  findCredentialsById,
  insertUser,
  listUserSummaries,
  updateUserDisabled,
  updateUserPassword,
} from "../../db/queries/users.ts";
import { inTransaction, lockCanteen } from "../../db/transaction.ts";
import type { Id } from "../../shared/ids.ts";
import { newId } from "../../shared/ids.ts";
import type { Locale } from "../../shared/locales.ts";
import type { Grant } from "../../shared/permissions.ts";
import type { UserSummary } from "../../shared/users.ts";
import type { ActionContext } from "../action-context.ts";
import { AppError } from "../app-error.ts";
import { refuseCommonPassword } from "../security/password-policy.ts";
import { hashPassword, makePassword, verifyPassword } from "../security/passwords.ts";
import { invite } from "./invitations.ts";
import { administers, listPeopleIds } from "./organisation-people.ts";

/** An organisation, and one of its people. */
export interface Person {
  organisationId: Id;
  userId: Id;
}

export interface NewUser {
  name: string;
  email: string;
  locale: Locale;
  password?: string | undefined;
  grants: readonly Grant[];
}

/** `invitation`: the token of the link to hand over, told once; null when a password was given. */
export interface Invitation {
  userId: Id;
  invitation: string | null;
}

/** People of an organisation with their grants, by name. */
export async function listUsers({ reader }: ActionContext, organisationId: Id): Promise<UserSummary[]> {
  return await listUserSummaries(reader, await listPeopleIds(reader, organisationId));
}

/** Creates an account. AppError CONFLICT { field: "email" } when it is taken, FORBIDDEN for a scope of others. */
export async function createUser(
  ctx: ActionContext,
  organisationId: Id,
  input: NewUser,
): Promise<Invitation> {
  if (input.password !== undefined) refuseCommonPassword(input.password, input);
  const { password } = input;
  // Until the link is used, no password is right: this one is told to nobody.
  const password_hash = await hashPassword(password ?? makePassword());
  const userId = newId();
  const { name, email, locale } = input;
  return await inTransaction(ctx.db, async (trx) => {
    for (const grant of input.grants)
      if (!(await administers(trx, organisationId, grant)))
        throw new AppError("FORBIDDEN", { field: "scopeId", scopeId: grant.scopeId });
    const user = { id: userId, email, name, password_hash, locale, disabled: 0, created_at: ctx.now };
    await insertUser(trx, user).catch(refuseTakenEmail);
    for (const grant of input.grants) await insertGrant(trx, toRow(ctx, userId, grant));
    await auditUser(trx, ctx, {
      person: { organisationId, userId },
      action: "created",
      before: null,
      after: { locale, disabled: false, grants: [...input.grants] },
    });
    const invitation = password === undefined ? await invite(trx, { userId, now: ctx.now }) : null;
    return { userId, invitation };
  });
}

/** Lets an account sign in or not; disabling signs it out everywhere. The last administrator stays. */
export async function setUserDisabled(ctx: ActionContext, person: Person, disabled: boolean): Promise<void> {
  await inTransaction(ctx.db, async (trx) => {
    await lockCanteen(trx, ctx.engine, person.organisationId);
    await requireOwnPerson(trx, person);
    if (disabled) await refuseLastAdministrator(trx, person);
    if (!(await updateUserDisabled(trx, { id: person.userId, disabled, now: ctx.now }))) return;
    if (disabled) await deleteSessionsOfUser(trx, { userId: person.userId, keep: null });
    await auditUser(trx, ctx, {
      person,
      action: "updated",
      before: { disabled: !disabled },
      after: { disabled },
    });
  });
}

/** Replaces a forgotten password, by a link when none is given, and signs the account out everywhere. Given again as it is, it changes nothing. */
export async function resetPassword(
  ctx: ActionContext,
  person: Person,
  password: string | undefined,
): Promise<Invitation> {
  const passwordHash = await hashPassword(password ?? makePassword());
  const { userId } = person;
  return await inTransaction(ctx.db, async (trx) => {
    await lockCanteen(trx, ctx.engine, person.organisationId);
    await requireOwnPerson(trx, person);
    const kept = await findCredentialsById(trx, person.userId);
    if (password !== undefined && kept !== undefined) refuseCommonPassword(password, kept.user);
    if (password !== undefined && (await verifyPassword(kept?.passwordHash ?? null, password)))
      return { userId, invitation: null };
    await updateUserPassword(trx, { id: person.userId, passwordHash });
    await deleteSessionsOfUser(trx, { userId: person.userId, keep: null });
    await auditUser(trx, ctx, { person, action: "password-reset", before: null, after: null });
    if (password === undefined) return { userId, invitation: await invite(trx, { userId, now: ctx.now }) };
    await deleteInvitation(trx, userId);
    return { userId, invitation: null };
  });
}

/** AppError CONFLICT { reason: "last-administrator" } when no other account administers the organisation. */
export async function refuseLastAdministrator(trx: Transaction<Database>, person: Person): Promise<void> {
  const administrators = await listAdministratorIds(trx, person.organisationId);
  if (administrators.length === 1 && administrators[0] === person.userId)
    throw new AppError("CONFLICT", { reason: "last-administrator" });
}

/**
 * AppError NOT_FOUND for someone the organisation does not know; FORBIDDEN { reason: "shared-account" } when
 * another organisation granted something too: neither may then lock the account or take it over.
 */
export async function requireOwnPerson(
  trx: Transaction<Database>,
  { organisationId, userId }: Person,
): Promise<void> {
  const grants = await listGrantsOfUsers(trx, [userId]);
  const own: boolean[] = [];
  for (const grant of grants) own.push(await administers(trx, organisationId, grant));
  if (!own.includes(true)) throw new AppError("NOT_FOUND");
  if (own.includes(false)) throw new AppError("FORBIDDEN", { reason: "shared-account" });
}

/** The row of a grant made now. */
export function toRow(
  { now }: Pick<ActionContext, "now">,
  userId: Id,
  { role, scopeKind, scopeId }: Grant,
): Parameters<typeof insertGrant>[1] {
  return { id: newId(), user_id: userId, role, scope_kind: scopeKind, scope_id: scopeId, created_at: now };
}

interface UserChange {
  person: Person;
  action: string;
  before: unknown;
  after: unknown;
}

async function auditUser(trx: Transaction<Database>, ctx: ActionContext, change: UserChange): Promise<void> {
  const { person, action, before, after } = change;
  const { organisationId: stream, userId: nounId } = person;
  await appendAudit(trx, ctx, { stream, noun: "users", nounId, action, before, after });
}

function refuseTakenEmail(error: unknown): never {
  if (constraintOf(error) === "unique") throw new AppError("CONFLICT", { field: "email", reason: "taken" });
  throw error;
}
