import type { Transaction } from "kysely";
import type { Database } from "../../db/database.ts";
import { countOffersOf } from "../../db/queries/article-memory.ts";
import { appendAudit } from "../../db/queries/audit.ts";
import type { StoredTemplate } from "../../db/queries/order-templates.ts";
import { findOrderTemplate, upsertOrderTemplate } from "../../db/queries/order-templates.ts";
import { findSupplier } from "../../db/queries/suppliers.ts";
import { inTransaction, lockCanteen } from "../../db/transaction.ts";
import type { Id } from "../../shared/ids.ts";
import type { OrderTemplateInput } from "../../shared/order-templates.ts";
import { templateLines } from "../../shared/order-templates.ts";
import type { ActionContext } from "../action-context.ts";
import { AppError } from "../app-error.ts";
import { saveRecord } from "./save-record.ts";

interface TemplateKey {
  canteenId: Id;
  templateId: Id;
}

/** Keeps a set of lines under a name. NOT_FOUND: no such supplier, or an article that is not its own. */
export async function saveOrderTemplate(
  ctx: ActionContext,
  canteenId: Id,
  input: OrderTemplateInput,
): Promise<void> {
  const lines = templateLines(input.lines);
  const offerIds = [...new Set(lines.flatMap(({ offerId }) => offerId ?? []))];
  const { supplierId } = input;
  await inTransaction(ctx.db, async (trx) => {
    if ((await findSupplier(trx, supplierId)) === undefined) throw new AppError("NOT_FOUND");
    if ((await countOffersOf(trx, { supplierId, offerIds })) < offerIds.length)
      throw new AppError("NOT_FOUND");
    await change(trx, ctx, { canteenId, templateId: input.id }, () => ({
      ...input,
      lines,
      updatedAt: ctx.now,
      deletedAt: null,
    }));
  });
}

/** NOT_FOUND: the canteen has no such template. */
export async function renameOrderTemplate(
  ctx: ActionContext,
  { name, ...key }: TemplateKey & { name: string },
): Promise<void> {
  await inTransaction(ctx.db, (trx) => change(trx, ctx, key, (stored) => ({ ...existing(stored), name })));
}

/** Takes the template out of every list; `restoreOrderTemplate` brings it back. Done twice, it is done once. */
export async function deleteOrderTemplate(ctx: ActionContext, key: TemplateKey): Promise<void> {
  await mark(ctx, key, "deleted");
}

/** Undoes `deleteOrderTemplate`. */
export async function restoreOrderTemplate(ctx: ActionContext, key: TemplateKey): Promise<void> {
  await mark(ctx, key, "restored");
}

async function mark(ctx: ActionContext, key: TemplateKey, action: "deleted" | "restored"): Promise<void> {
  await inTransaction(ctx.db, async (trx) => {
    await lockCanteen(trx, ctx.engine, key.canteenId);
    const before = existing(await findOrderTemplate(trx, key));
    if ((before.deletedAt !== null) === (action === "deleted")) return;
    const after = { ...before, deletedAt: action === "deleted" ? ctx.now : null };
    await upsertOrderTemplate(trx, key.canteenId, after);
    await appendAudit(trx, ctx, {
      stream: key.canteenId,
      noun: "order-templates",
      nounId: key.templateId,
      action,
      before,
      after,
    });
  });
}

async function change(
  trx: Transaction<Database>,
  ctx: ActionContext,
  key: TemplateKey,
  next: (stored: StoredTemplate | undefined) => StoredTemplate,
): Promise<void> {
  await lockCanteen(trx, ctx.engine, key.canteenId);
  const stored = await findOrderTemplate(trx, key);
  const after = next(stored);
  await saveRecord(trx, ctx, {
    stream: key.canteenId,
    noun: "order-templates",
    id: key.templateId,
    // The instant alone is no change: the same sent again leaves no trace.
    before: stored && { ...stored, updatedAt: after.updatedAt },
    after,
    write: () => upsertOrderTemplate(trx, key.canteenId, after),
  });
}

function existing(stored: StoredTemplate | undefined): StoredTemplate {
  if (stored === undefined) throw new AppError("NOT_FOUND");
  return stored;
}
