import { toJsonText } from "../../db/json.ts";
import { appendAudit } from "../../db/queries/audit.ts";
import { deleteQuoteRequest, findQuoteRequest, upsertQuoteRequest } from "../../db/queries/quotes.ts";
import { inTransaction, lockCanteen } from "../../db/transaction.ts";
import type { AuditNoun } from "../../shared/audit-nouns.ts";
import type { Id } from "../../shared/ids.ts";
import type { QuoteRequest, QuoteSave } from "../../shared/quotes.ts";
import { checkQuotes } from "../../shared/quotes.ts";
import type { SaveResult } from "../../shared/save-result.ts";
import type { ActionContext } from "../action-context.ts";
import { AppError } from "../app-error.ts";

const NOUN = "quote-requests" satisfies AuditNoun;

/**
 * Keeps a request with its quotes and its award. Sent again, it changes nothing. CONFLICT: it was saved by somebody else
 * meanwhile.
 */
export async function saveQuoteRequest(
  ctx: ActionContext,
  canteenId: Id,
  { version, ...given }: QuoteSave,
): Promise<SaveResult> {
  const issues = checkQuotes(given.content);
  if (issues.length > 0) return { saved: false, issues };
  await inTransaction(ctx.db, async (trx) => {
    await lockCanteen(trx, ctx.engine, canteenId);
    const before = await findQuoteRequest(trx, { canteenId, id: given.id });
    const request: QuoteRequest = { ...given, version: version + 1 };
    if (before !== undefined && toJsonText(before) === toJsonText(request)) return;
    if ((before?.version ?? 0) !== version) throw new AppError("CONFLICT");
    await upsertQuoteRequest(trx, { canteenId, request, userId: ctx.userId, now: ctx.now });
    await appendAudit(trx, ctx, {
      stream: canteenId,
      noun: NOUN,
      nounId: given.id,
      action: before === undefined ? "created" : "updated",
      before: before === undefined ? null : auditedRequest(before),
      after: auditedRequest(request),
    });
  });
  return { saved: true, id: given.id, moved: null };
}

/** Takes a request away. NOT_FOUND: not the canteen's. */
export async function removeQuoteRequest(
  ctx: ActionContext,
  { canteenId, id }: { canteenId: Id; id: Id },
): Promise<void> {
  await inTransaction(ctx.db, async (trx) => {
    await lockCanteen(trx, ctx.engine, canteenId);
    const before = await findQuoteRequest(trx, { canteenId, id });
    if (before === undefined) throw new AppError("NOT_FOUND");
    await deleteQuoteRequest(trx, { canteenId, id, now: ctx.now });
    await appendAudit(trx, ctx, {
      stream: canteenId,
      noun: NOUN,
      nounId: id,
      action: "deleted",
      before: auditedRequest(before),
      after: null,
    });
  });
}

/** Everything: the record is kept five years from the award. */
function auditedRequest({ title, askedOn, version, content }: QuoteRequest): Record<string, unknown> {
  return { name: title, askedOn, version, reason: content.award?.reason ?? null, mapping: content };
}
