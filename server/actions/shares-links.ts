import { randomBytes } from "node:crypto";
import { constraintOf } from "../../db/constraint.ts";
import { appendAudit } from "../../db/queries/audit.ts";
import { findCanteen } from "../../db/queries/canteens.ts";
import type { SharesLinkOwner } from "../../db/queries/shares-links.ts";
import { findSharesLink, insertSharesLink, updateSharesLinkRevoked } from "../../db/queries/shares-links.ts";
import { inTransaction, lockCanteen } from "../../db/transaction.ts";
import type { Id } from "../../shared/ids.ts";
import type { SharesLink, SharesLinkInput } from "../../shared/shares-links.ts";
import { sharesLinkPath } from "../../shared/shares-links.ts";
import type { ActionContext } from "../action-context.ts";
import { AppError } from "../app-error.ts";
import { hashToken } from "../security/session-token.ts";

/** Random bytes of a token: 22 characters, short enough for a small QR code, far too many to be guessed. */
const TOKEN_BYTES = 16;

/** The owner of a canteen's links. NOT_FOUND: no such canteen. */
export async function ownerOfCanteen(ctx: ActionContext, canteenId: Id): Promise<SharesLinkOwner> {
  const canteen = await findCanteen(ctx.reader, canteenId);
  if (canteen === undefined) throw new AppError("NOT_FOUND");
  return { organisationId: canteen.organisationId, canteenId };
}

/**
 * Opens a public page. Its path is said once: only the hash of its token is kept. INVALID: it would have expired;
 * CONFLICT: the id is taken, whoever has it.
 */
export async function createSharesLink(
  ctx: ActionContext,
  owner: SharesLinkOwner,
  { id, input }: { id: Id; input: SharesLinkInput },
): Promise<{ path: string }> {
  if (input.expiresOn < ctx.today) throw new AppError("INVALID", { field: "expiresOn", reason: "past" });
  const token = randomBytes(TOKEN_BYTES).toString("base64url");
  const link: SharesLink = { id, ...owner, ...input, createdAt: ctx.now, revokedAt: null };
  await inTransaction(ctx.db, async (trx) => {
    await lockCanteen(trx, ctx.engine, streamOf(owner));
    await insertSharesLink(trx, link, { tokenHash: hashToken(token), createdBy: ctx.userId }).catch(
      refuseTaken,
    );
    await appendAudit(trx, ctx, {
      stream: streamOf(owner),
      noun: "shares-links",
      nounId: id,
      action: "created",
      before: null,
      after: auditedLink(link),
    });
  });
  return { path: sharesLinkPath(token) };
}

/** Ends a public page for good; done twice, it is done once. NOT_FOUND: the owner has no such link. */
export async function revokeSharesLink(ctx: ActionContext, owner: SharesLinkOwner, id: Id): Promise<void> {
  await inTransaction(ctx.db, async (trx) => {
    await lockCanteen(trx, ctx.engine, streamOf(owner));
    const link = await findSharesLink(trx, owner, id);
    if (link === undefined) throw new AppError("NOT_FOUND");
    if (link.revokedAt !== null) return;
    await updateSharesLinkRevoked(trx, id, { at: ctx.now, by: ctx.userId });
    await appendAudit(trx, ctx, {
      stream: streamOf(owner),
      noun: "shares-links",
      nounId: id,
      action: "revoked",
      before: auditedLink(link),
      after: null,
    });
  });
}

function refuseTaken(error: unknown): never {
  throw constraintOf(error) === "unique" ? new AppError("CONFLICT") : error;
}

function streamOf({ organisationId, canteenId }: SharesLinkOwner): Id {
  return canteenId ?? organisationId;
}

function auditedLink({ label, year, expiresOn, indexed, embedSites }: SharesLink): SharesLinkInput {
  return { label, year, expiresOn, indexed, embedSites };
}
