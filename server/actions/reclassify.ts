import { setImmediate as breathe, setTimeout as sleep } from "node:timers/promises";
import type { Transaction } from "kysely";
import type { Database } from "../../db/database.ts";
import { fromJsonText, toJsonText } from "../../db/json.ts";
import { urlOfDatabase } from "../../db/open.ts";
import { findJob, insertJob, listUnfinishedJobs, updateJob } from "../../db/queries/jobs.ts";
import type { DatedLine, LineSubject } from "../../db/queries/order-lines.ts";
import { findSubjectCanteen, listSubjectLines } from "../../db/queries/order-lines.ts";
import { awaitCanteenWriters, inTransaction, lockCanteen } from "../../db/transaction.ts";
import type { IsoInstant } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import { newId } from "../../shared/ids.ts";
import type { Moved } from "../../shared/moves.ts";
import { addMoved, NOTHING_MOVED } from "../../shared/moves.ts";
import type { ActionContext } from "../action-context.ts";
import { instantAfter } from "../security/session-token.ts";
import { runReclassificationAside } from "./reclassify-aside.ts";
import { reclassifyLinesOfCanteen } from "./reclassify-canteen.ts";

/** Lines of one transaction: short enough for others to write in between. */
const BATCH = 500;
/** Batches after which a job goes on in a thread of its own: dashboards are answered by this one. */
const BATCHES_HERE = 10;
/**
 * Lines of one transaction of the thread. Each publishes figures, which every dashboard that shows its canteen then adds
 * up anew: few and long ones, far between, are noticed less than many short ones.
 */
const BATCH_ASIDE = 2_000;
/** After a batch of the thread, for so many times as it took, the disk and the processor are others'. */
const PAUSE_TIMES = 4;
/** A job on which nobody has worked for so long is nobody's. */
const ABANDONED_MS = 30_000;

/**
 * Notes that the lines of a subject must be classified anew, in the transaction that changes it: a crash
 * afterwards loses nothing. Give the id to `runReclassification` once the transaction is kept.
 */
export async function planReclassification(
  trx: Transaction<Database>,
  ctx: ActionContext,
  subject: LineSubject,
): Promise<Id> {
  const id = newId();
  await insertJob(trx, {
    id,
    kind: "reclassify",
    subject: toJsonText(subject),
    cursor: "",
    outcome: toJsonText(NOTHING_MOVED),
    created_at: ctx.now,
    finished_at: null,
    seen_at: ctx.now,
  });
  return id;
}

/**
 * Classifies the job's lines anew, batch by batch, each batch with its cells in one transaction; says what moved.
 * `tellOf`: the canteens whose lines the caller may hear of; null: all, and what an earlier run had moved.
 */
export async function runReclassification(
  ctx: ActionContext,
  jobId: Id,
  tellOf: readonly Id[] | null = null,
): Promise<Moved> {
  const url = urlOfDatabase(ctx.db);
  // A line saved meanwhile may have been classified by the facts before the change: it has to be seen.
  await awaitCanteenWriters(ctx.db, ctx.engine);
  const here = await runBatches(ctx, { jobId, tellOf, most: url === undefined ? null : BATCHES_HERE });
  if (here.finished || url === undefined) return here.moved;
  const { now, today, userId } = ctx;
  const there = await runReclassificationAside({ url, now, today, userId, jobId, tellOf }).catch(
    (error: unknown) => {
      ctx.reportBug?.(error);
      return null;
    },
  );
  // A thread that broke leaves the job where it was.
  const rest = there ?? (await runBatches(ctx, { jobId, tellOf, most: null })).moved;
  return tellOf === null ? rest : addMoved(here.moved, rest);
}

/** The rest of a job, in a thread of its own: with a pause after each batch. */
export async function finishReclassification(
  ctx: ActionContext,
  { jobId, tellOf }: { jobId: Id; tellOf: readonly Id[] | null },
): Promise<Moved> {
  return (await runBatches(ctx, { jobId, tellOf, most: null, isAside: true })).moved;
}

/** At most so many batches (null: all); what moved is of these batches, or of the whole job when all are told. */
async function runBatches(
  ctx: ActionContext,
  {
    jobId,
    tellOf,
    most,
    isAside = false,
  }: { jobId: Id; tellOf: readonly Id[] | null; most: number | null; isAside?: boolean },
): Promise<{ finished: boolean; moved: Moved }> {
  let told = NOTHING_MOVED;
  const began = performance.now();
  const limit = isAside ? BATCH_ASIDE : BATCH;
  for (let count = 1; ; count++) {
    const start = performance.now();
    const seenAt = instantAfter(ctx.now, performance.now() - began);
    const { finished, total, batch } = await inTransaction(ctx.db, (trx) =>
      reclassifyNext(ctx, trx, { jobId, seenAt, limit }),
    );
    if (batch !== null && tellOf?.includes(batch.canteenId)) told = addMoved(told, batch.moved);
    const moved = tellOf === null ? total : told;
    if (finished || count === most) return { finished, moved };
    if (isAside) await sleep(PAUSE_TIMES * (performance.now() - start));
    else await breathe();
  }
}

/** Classifies the lines of a subject anew, at once: for changes that are already kept. */
export async function reclassifyLines(ctx: ActionContext, subject: LineSubject): Promise<Moved> {
  const jobId = await inTransaction(ctx.db, (trx) => planReclassification(trx, ctx, subject));
  return runReclassification(ctx, jobId);
}

/**
 * Finishes what a crash interrupted, but for what another process is working on; to be called when the program starts,
 * and on PostgreSQL now and then. Returns how many jobs there were.
 */
export async function resumeReclassifications(ctx: ActionContext): Promise<number> {
  // SQLite has one process, which has just started: whoever worked on a job is no more.
  const unseenSince = ctx.engine === "sqlite" ? null : instantAfter(ctx.now, -ABANDONED_MS);
  const jobs = await listUnfinishedJobs(ctx.db, { kind: "reclassify", unseenSince });
  for (const job of jobs) await runReclassification(ctx, job.id);
  return jobs.length;
}

async function reclassifyNext(
  ctx: ActionContext,
  trx: Transaction<Database>,
  { jobId, seenAt, limit }: { jobId: Id; seenAt: IsoInstant; limit: number },
): Promise<{ finished: boolean; total: Moved; batch: { canteenId: Id; moved: Moved } | null }> {
  // Two processes that both believe a job abandoned take its batches in turn, each from where the other stopped.
  await lockCanteen(trx, ctx.engine, `job ${jobId}`);
  const job = await findJob(trx, jobId);
  if (job === undefined) throw new Error(`no job ${jobId}`);
  const soFar = fromJsonText<Moved>(job.outcome);
  if (job.finished_at !== null) return { finished: true, total: soFar, batch: null };
  const subject = fromJsonText<LineSubject>(job.subject);
  const lines = await nextLines(ctx, trx, { subject, after: cursorOf(job.cursor), limit });
  const moved = await reclassifyLinesOfCanteen(trx, lines, ctx.now);
  const total = addMoved(soFar, moved);
  const last = lines.at(-1);
  await updateJob(trx, jobId, {
    cursor: last === undefined ? job.cursor : `${last.canteen_id}/${last.id}`,
    outcome: toJsonText(total),
    finished_at: last === undefined ? ctx.now : null,
    seen_at: seenAt,
  });
  return {
    finished: last === undefined,
    total,
    batch: last === undefined ? null : { canteenId: last.canteen_id, moved },
  };
}

/** Place of a line in the order a job walks them. */
interface LineCursor {
  canteenId: Id;
  id: Id;
}

interface NextLines {
  subject: LineSubject;
  /** Null: from the first. */
  after: LineCursor | null;
  limit: number;
}

/** The next lines, all of one canteen, read under that canteen's lock. */
async function nextLines(
  ctx: ActionContext,
  trx: Transaction<Database>,
  { subject, after, limit }: NextLines,
): Promise<DatedLine[]> {
  let canteenId = after?.canteenId ?? (await findSubjectCanteen(trx, subject, null));
  let afterId = after?.id ?? null;
  while (canteenId !== undefined) {
    const page = { canteenId, after: afterId, limit };
    const seen = await listSubjectLines(trx, subject, page);
    if (seen.length > 0) {
      await lockCanteen(trx, ctx.engine, canteenId);
      // Elsewhere than on SQLite somebody may just have written them.
      const lines = ctx.engine === "sqlite" ? seen : await listSubjectLines(trx, subject, page);
      if (lines.length > 0) return lines;
    }
    [canteenId, afterId] = [await findSubjectCanteen(trx, subject, canteenId), null];
  }
  return [];
}

function cursorOf(text: string): LineCursor | null {
  const [canteenId, id] = text.split("/");
  return canteenId && id ? { canteenId, id } : null;
}
