import { appendAudit } from "../../db/queries/audit.ts";
import { insertGrant } from "../../db/queries/grants.ts";
import { insertOrganisation } from "../../db/queries/organisations.ts";
import { hasUsers, insertUser } from "../../db/queries/users.ts";
import { inTransaction, lockCanteen } from "../../db/transaction.ts";
import type { Id } from "../../shared/ids.ts";
import { newId } from "../../shared/ids.ts";
import type { FirstAdministrator } from "../../shared/session.ts";
import type { ActionContext } from "../action-context.ts";
import { AppError } from "../app-error.ts";
import { refuseCommonPassword } from "../security/password-policy.ts";
import { hashPassword } from "../security/passwords.ts";
import { mayActFor } from "./save-organisation.ts";

/** Creates the organisation and its administrator. AppError CONFLICT as soon as any account exists, INVALID for a common password. */
export async function createFirstAdministrator(ctx: ActionContext, input: FirstAdministrator): Promise<Id> {
  if (await hasUsers(ctx.db)) throw new AppError("CONFLICT", { reason: "has-accounts" });
  const { organisationName, name, email, locale, territoryCode } = input;
  if (territoryCode !== null && !(await mayActFor(ctx.db, territoryCode)))
    throw new AppError("INVALID", { field: "territoryCode" });
  refuseCommonPassword(input.password, { name, email, organisationName });
  const password_hash = await hashPassword(input.password);
  const userId = newId();
  const organisationId = newId();
  const created_at = ctx.now;
  await inTransaction(ctx.db, async (trx) => {
    await lockCanteen(trx, ctx.engine, "first-administrator");
    if (await hasUsers(trx)) throw new AppError("CONFLICT", { reason: "has-accounts" });
    await insertOrganisation(trx, {
      id: organisationId,
      name: organisationName,
      territory_code: territoryCode,
      demo: 0,
      shares_order_names: 0,
      created_at,
    });
    await insertUser(trx, { id: userId, email, name, password_hash, locale, disabled: 0, created_at });
    const grant = { role: "administrator", scope_kind: "organisation", scope_id: organisationId } as const;
    await insertGrant(trx, { id: newId(), user_id: userId, ...grant, created_at });
    await appendAudit(
      trx,
      { ...ctx, userId },
      {
        stream: organisationId,
        noun: "organisations",
        nounId: organisationId,
        action: "created",
        before: null,
        after: { name: organisationName, territoryCode, administrator: userId },
      },
    );
  });
  return userId;
}
