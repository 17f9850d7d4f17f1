import type { Kysely } from "kysely";
import type { Database } from "../../db/database.ts";
import { appendAudit } from "../../db/queries/audit.ts";
import type { Drill } from "../../db/queries/legumerie-drills.ts";
import { findDeliveredLot, insertDrill, listDrills } from "../../db/queries/legumerie-drills.ts";
import type { RecallStart, RecallStep } from "../../db/queries/legumerie-recall.ts";
import { listRecall } from "../../db/queries/legumerie-recall.ts";
import { inTransaction, lockCanteen } from "../../db/transaction.ts";
import type { Id } from "../../shared/ids.ts";
import { hashText } from "../../shared/random.ts";
import type { ActionContext } from "../action-context.ts";
import { AppError } from "../app-error.ts";
import type { VisibleCanteens } from "./legumerie-read.ts";

/** Exercises draw a lot among these, the latest delivered. */
const DRAWN_AMONG = 40;
const SHOWN_DRILLS = 10;

/** The chain of a recall, canteens of other organisations unnamed. NOT_FOUND: no such lot. */
export async function readRecall(
  db: Kysely<Database>,
  { visible, ...key }: { legumerieId: Id; start: RecallStart; visible: VisibleCanteens },
): Promise<RecallStep[]> {
  const steps = await listRecall(db, key);
  if (steps.length === 0) throw new AppError("NOT_FOUND");
  return steps.map((step) => {
    if (step.kind === "LOT" || visible === null) return step;
    const told = step.canteenId !== null && visible.has(step.canteenId);
    return told ? step : { ...step, canteenName: null };
  });
}

/** A lot to find the canteens of, drawn by the exercise's own id. NOT_FOUND: nothing was delivered yet. */
export async function drawDrillLot(
  db: Kysely<Database>,
  { legumerieId, drillId }: { legumerieId: Id; drillId: Id },
): Promise<Id> {
  const rank = hashText(drillId, 0) % DRAWN_AMONG;
  const lotId = await findDeliveredLot(db, { legumerieId, rank, among: DRAWN_AMONG });
  if (lotId === undefined) throw new AppError("NOT_FOUND");
  return lotId;
}

export function readDrills(db: Kysely<Database>, legumerieId: Id): Promise<Drill[]> {
  return listDrills(db, { legumerieId, limit: SHOWN_DRILLS });
}

/**
 * Ends an exercise: what was to be found is counted here, the time is the person's, who started it at `startedAt`.
 * Sending it again changes nothing. INVALID: it would end before it started.
 */
export async function endDrill(
  ctx: ActionContext,
  legumerieId: Id,
  { id, lotId, startedAt }: Pick<Drill, "id" | "lotId" | "startedAt">,
): Promise<Drill> {
  if (startedAt > ctx.now) throw new AppError("INVALID", { field: "startedAt" });
  return inTransaction(ctx.db, async (trx) => {
    await lockCanteen(trx, ctx.engine, legumerieId);
    const known = (await listDrills(trx, { legumerieId, limit: 1000 })).find((drill) => drill.id === id);
    if (known !== undefined) return known;
    const steps = await listRecall(trx, { legumerieId, start: { lotId } });
    if (steps.length === 0) throw new AppError("NOT_FOUND");
    const delivered = steps.flatMap((step) =>
      step.kind === "DELIVERY" && step.canteenId !== null ? [step] : [],
    );
    const drill = {
      id,
      lotId,
      startedAt,
      endedAt: ctx.now,
      canteens: new Set(delivered.map(({ canteenId }) => canteenId)).size,
      deliveries: delivered.length,
      grams: delivered.reduce((sum, { grams, refusedGrams }) => sum + grams - refusedGrams, 0),
    };
    await insertDrill(trx, { ...drill, legumerieId, createdAt: ctx.now });
    await appendAudit(trx, ctx, {
      stream: legumerieId,
      noun: "legumerie-drills",
      nounId: id,
      action: "created",
      before: null,
      after: drill,
    });
    return drill;
  });
}
