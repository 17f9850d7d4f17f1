import type { Transaction } from "kysely";
import type { Database } from "../../db/database.ts";
import { appendAudit } from "../../db/queries/audit.ts";
import { insertNotices } from "../../db/queries/legumerie-notices.ts";
import { findLegumerie, listServableCanteens } from "../../db/queries/legumerie-places.ts";
import { findRequest, insertRequest, updateRequestStatus } from "../../db/queries/legumerie-requests.ts";
import { findProduct } from "../../db/queries/products.ts";
import { inTransaction, lockCanteen } from "../../db/transaction.ts";
import type { Id } from "../../shared/ids.ts";
import { newId } from "../../shared/ids.ts";
import type { KeptRequest, LegumerieRequest, RequestAnswer } from "../../shared/legumerie/requests.ts";
import { checkRequest } from "../../shared/legumerie/requests.ts";
import type { ActionContext } from "../action-context.ts";
import { AppError } from "../app-error.ts";
import type { LedgerOutcome } from "./legumerie-receive-lot.ts";

/**
 * A canteen asks a workshop for vegetables. Sending it again changes nothing; another content under the same id is a
 * CONFLICT. NOT_FOUND: no such workshop serves the canteen.
 */
export async function askOfLegumerie(
  ctx: ActionContext,
  canteenId: Id,
  request: LegumerieRequest,
): Promise<LedgerOutcome> {
  const { id, legumerieId } = request;
  return inTransaction(ctx.db, async (trx) => {
    await lockCanteen(trx, ctx.engine, legumerieId);
    await requireServed(trx, { canteenId, legumerieId });
    const stored = await findRequest(trx, { canteenId, id });
    if (stored !== undefined) {
      if (!isSame(stored, request)) throw new AppError("CONFLICT");
      return { saved: true, id };
    }
    const product = await findProduct(trx, request.productId);
    const issues = checkRequest(request, { today: ctx.today, productFamily: product?.family ?? null });
    if (issues.length > 0) return { saved: false, issues };
    const kept = { ...request, canteenId, askedOn: ctx.today, status: "WAITING" as const };
    await insertRequest(trx, { ...kept, answer: null, answeredOn: null, createdAt: ctx.now });
    await audit(trx, ctx, { request: kept, action: "created", before: null });
    return { saved: true, id };
  });
}

/** The canteen no longer wants it. Already so: nothing changes. CONFLICT: it was served or declined meanwhile. */
export async function cancelRequest(ctx: ActionContext, key: { canteenId: Id; id: Id }): Promise<void> {
  const found = await findRequest(ctx.db, key);
  if (found === undefined) throw new AppError("NOT_FOUND");
  await inTransaction(ctx.db, async (trx) => {
    await lockCanteen(trx, ctx.engine, found.legumerieId);
    const stored = await findRequest(trx, key);
    if (stored?.status === "CANCELLED") return;
    if (stored === undefined || (stored.status !== "WAITING" && !stored.weekly))
      throw new AppError("CONFLICT");
    const change = { status: "CANCELLED" as const, answer: stored.answer, answeredOn: ctx.today };
    await updateRequestStatus(trx, key, change);
    await audit(trx, ctx, { request: { ...stored, ...change }, action: "updated", before: stored });
  });
}

/** The workshop answers; declining tells the canteen. CONFLICT: the canteen cancelled it. */
export async function answerRequest(
  ctx: ActionContext,
  legumerieId: Id,
  { canteenId, id, status, answer }: RequestAnswer,
): Promise<void> {
  await inTransaction(ctx.db, async (trx) => {
    await lockCanteen(trx, ctx.engine, legumerieId);
    const stored = await findRequest(trx, { canteenId, id });
    if (stored === undefined || stored.legumerieId !== legumerieId) throw new AppError("NOT_FOUND");
    if (stored.status === status && stored.answer === answer) return;
    if (stored.status === "CANCELLED") throw new AppError("CONFLICT");
    const change = { status, answer, answeredOn: status === "WAITING" ? null : ctx.today };
    await updateRequestStatus(trx, { canteenId, id }, change);
    if (status === "DECLINED") await tellDeclined(trx, ctx, { ...stored, ...change });
    await audit(trx, ctx, { request: { ...stored, ...change }, action: "updated", before: stored });
  });
}

async function tellDeclined(trx: Transaction<Database>, ctx: ActionContext, request: KeptRequest) {
  const { canteenId, legumerieId, productId, cut, grams, answer } = request;
  const about = { canteenId, legumerieId, productId, cut, grams, words: answer };
  await insertNotices(trx, [
    {
      ...about,
      id: newId(),
      kind: "DECLINED",
      day: ctx.today,
      reason: null,
      outOfArea: false,
      orderId: null,
      readOn: null,
      createdAt: ctx.now,
    },
  ]);
}

async function requireServed(trx: Transaction<Database>, key: { canteenId: Id; legumerieId: Id }) {
  const legumerie = await findLegumerie(trx, key.legumerieId);
  if (legumerie === undefined) throw new AppError("NOT_FOUND");
  const { departement } = legumerie;
  const served = await listServableCanteens(trx, { legumerieId: key.legumerieId, departement });
  if (!served.some(({ id }) => id === key.canteenId)) throw new AppError("NOT_FOUND");
}

function isSame(stored: KeptRequest, sent: LegumerieRequest): boolean {
  const same = { ...stored, ...sent };
  return (Object.keys(same) as (keyof KeptRequest)[]).every((key) => same[key] === stored[key]);
}

async function audit(
  trx: Transaction<Database>,
  ctx: ActionContext,
  change: { request: { id: Id; legumerieId: Id }; action: string; before: unknown },
): Promise<void> {
  await appendAudit(trx, ctx, {
    stream: change.request.legumerieId,
    noun: "legumerie-requests",
    nounId: change.request.id,
    action: change.action,
    before: change.before,
    after: change.request,
  });
}
