import { findGrant } from "../db/queries/grants.ts";
import { findCredentialsById } from "../db/queries/users.ts";
import type { Id } from "../shared/ids.ts";
import { AppError } from "./app-error.ts";
import type { AppContext } from "./context.ts";

type Asked = Pick<AppContext, "action" | "demoAccounts">;

/** AppError DEMO_ACCOUNT for an account that every visitor of a demonstration shares: none may keep the others out. */
export function refuseDemoAccount({ demoAccounts }: Pick<Asked, "demoAccounts">, email: string): void {
  if (demoAccounts.some((account) => account.email === email)) throw new AppError("DEMO_ACCOUNT");
}

/** As `refuseDemoAccount`, of somebody else's account; whom nobody knows is for the action to refuse. */
export async function refuseDemoPerson(ctx: Asked, userId: Id): Promise<void> {
  if (ctx.demoAccounts.length === 0) return;
  const kept = await findCredentialsById(ctx.action.db, userId);
  if (kept !== undefined) refuseDemoAccount(ctx, kept.user.email);
}

/** As `refuseDemoPerson`, of whoever holds the grant. */
export async function refuseDemoGrant(ctx: Asked, grantId: Id): Promise<void> {
  if (ctx.demoAccounts.length === 0) return;
  const grant = await findGrant(ctx.action.db, grantId);
  if (grant !== undefined) await refuseDemoPerson(ctx, grant.userId);
}
