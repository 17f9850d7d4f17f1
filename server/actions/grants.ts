import { appendAudit } from "../../db/queries/audit.ts";
import { deleteGrant, findGrant, insertGrant, listGrantsOfUsers } from "../../db/queries/grants.ts";
import { inTransaction, lockCanteen } from "../../db/transaction.ts";
import type { Id } from "../../shared/ids.ts";
import type { Grant } from "../../shared/permissions.ts";
import type { ActionContext } from "../action-context.ts";
import { AppError } from "../app-error.ts";
import { administers, listPeopleIds } from "./organisation-people.ts";
import type { Person } from "./users.ts";
import { refuseLastAdministrator, toRow } from "./users.ts";

/** Gives a role to one of the organisation's people; nothing changes when they have it. */
export async function grantRole(ctx: ActionContext, person: Person, grant: Grant): Promise<void> {
  const { organisationId, userId } = person;
  await inTransaction(ctx.db, async (trx) => {
    if (!(await listPeopleIds(trx, organisationId)).includes(userId)) throw new AppError("NOT_FOUND");
    if (!(await administers(trx, organisationId, grant)))
      throw new AppError("FORBIDDEN", { field: "scopeId" });
    const row = toRow(ctx, userId, grant);
    if (!(await insertGrant(trx, row))) return;
    await appendAudit(trx, ctx, {
      stream: organisationId,
      noun: "grants",
      nounId: row.id,
      action: "created",
      before: null,
      after: { userId, ...grant },
    });
  });
}

/**
 * Takes a role back, from the next request on. AppError NOT_FOUND for a grant of others; CONFLICT with the reason
 * `last-administrator`, or `last-grant`: an account without any could no longer be found, it is disabled instead.
 */
export async function revokeGrant(ctx: ActionContext, organisationId: Id, grantId: Id): Promise<void> {
  await inTransaction(ctx.db, async (trx) => {
    await lockCanteen(trx, ctx.engine, organisationId);
    const found = await findGrant(trx, grantId);
    if (found === undefined || !(await administers(trx, organisationId, found)))
      throw new AppError("NOT_FOUND");
    const { userId, role, scopeKind, scopeId } = found;
    if (role === "administrator") await refuseLastAdministrator(trx, { organisationId, userId });
    if ((await listGrantsOfUsers(trx, [userId])).length === 1)
      throw new AppError("CONFLICT", { reason: "last-grant" });
    await deleteGrant(trx, grantId);
    await appendAudit(trx, ctx, {
      stream: organisationId,
      noun: "grants",
      nounId: grantId,
      action: "deleted",
      before: { userId, role, scopeKind, scopeId },
      after: null,
    });
  });
}
