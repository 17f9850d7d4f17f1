import { AsyncResource } from "node:async_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import type { Transaction } from "kysely";
import type * as z from "zod/mini";
import type { Database } from "../../db/database.ts";
import { toJsonText } from "../../db/json.ts";
import { insertImportDrafts, throwImportDraftsOfFile } from "../../db/queries/import-drafts.ts";
import { endImportRun, findImportRun, insertImportRun, noteImportRun } from "../../db/queries/import-runs.ts";
import type { Id } from "../../shared/ids.ts";
import { newId } from "../../shared/ids.ts";
import { draftsOfRefused } from "../../shared/import-drafts.ts";
import type { ImportRun, importStartSchema } from "../../shared/import-runs.ts";
import type { ImportReport } from "../../shared/imports.ts";
import type { ActionContext } from "../action-context.ts";
import { AppError } from "../app-error.ts";
import { readDroppedFile } from "./drop-import.ts";
import { findDropped } from "./find-dropped.ts";
import { importPurchases } from "./import-purchases.ts";
import type { LiveImport } from "./live-imports.ts";
import { findLiveImport, ImportStopped, runLive, tellProgress } from "./live-imports.ts";
import { readImportRun } from "./read-import-runs.ts";
import { refusedDraftRows } from "./refused-draft-rows.ts";

/** How a dropped file is to be imported, and for which canteen. */
export type ImportStart = z.infer<typeof importStartSchema> & { canteenId: Id };

/** An import this short is answered with its end. */
const QUICK_MS = 400;
/** Between two signs of life. */
const NOTE_MS = 2_000;
/** Between two messages to other processes. */
const TELL_MS = 200;
/** Of an import that its server gave up: nobody waits for its next sign. */
const NO_LIFE = "1970-01-01T00:00:00.000Z";

/**
 * Starts an import that goes on when the request has been answered; the same id started again is the same import.
 * CONFLICT when that id is another file's, NOT_FOUND when the file is not kept. `onBug` hears of what nobody waits for.
 */
export async function startImport(
  ctx: ActionContext,
  start: ImportStart,
  onBug: (error: unknown) => void,
): Promise<ImportRun> {
  const key = { canteenId: start.canteenId, id: start.importId };
  const known = await findImportRun(ctx.reader, key);
  if (known !== undefined && known.file_id !== start.fileId) throw new AppError("CONFLICT");
  if (known === undefined && (await insertRun(ctx, start)))
    runLive(start.importId, (entry) =>
      work(ctx, start, entry).catch((error) => fail(ctx, key, error, onBug)),
    );
  await Promise.race([findLiveImport(start.importId)?.ended, sleep(QUICK_MS)]);
  return await readImportRun(ctx, key);
}

async function insertRun(ctx: ActionContext, { canteenId, importId, fileId }: ImportStart): Promise<boolean> {
  const file = await findDropped(ctx, { canteenId, fileId });
  return await insertImportRun(ctx.db, {
    canteen_id: canteenId,
    id: importId,
    file_id: fileId,
    file_name: file.name,
    state: "RUNNING",
    progress: toJsonText({ phase: "reading", done: 0, total: file.size }),
    report: null,
    created_by: ctx.userId,
    created_at: ctx.now,
    updated_at: ctx.now,
    seen_at: null,
  });
}

async function work(ctx: ActionContext, start: ImportStart, entry: LiveImport): Promise<void> {
  const { canteenId, importId } = start;
  const { signal } = entry.stop;
  const note = noter(ctx, start, entry);
  const onProgress = (progress: LiveImport["progress"]) => {
    entry.progress = progress;
    note();
  };
  const read = await readDroppedFile(ctx, start, onProgress);
  signal.throwIfAborted();
  await importPurchases(
    ctx,
    { ...read, importId, allOrNothing: false },
    {
      onProgress,
      signal,
      alongside: async (trx, report) => {
        signal.throwIfAborted();
        await keepDrafts(trx, ctx, { start, report, file: read.file });
        const done = { state: "DONE", report: reportText(report) };
        const isOurs = await endImportRun(trx, { canteenId, id: importId }, done);
        if (!isOurs) throw new ImportStopped("person");
      },
    },
  );
}

async function keepDrafts(
  trx: Transaction<Database>,
  ctx: ActionContext,
  {
    start: { canteenId, importId, fileId },
    report,
    file,
  }: { start: ImportStart; report: ImportReport; file: Parameters<typeof refusedDraftRows>[0] },
): Promise<void> {
  if (report.earlier !== null) return;
  await throwImportDraftsOfFile(trx, { canteenId, fileId }, ctx.now);
  const drafts = draftsOfRefused(refusedDraftRows(file), newId);
  await insertImportDrafts(trx, { canteenId, runId: importId, now: ctx.now }, drafts);
}

/** Its lists are long, and in the file of refused rows. */
function reportText(report: ImportReport): string {
  return toJsonText({ ...report, issues: [], corrections: [] });
}

/**
 * Other processes learn from these notes how far the import is, and that it is not dead; a note that finds the import
 * cancelled stops it. One is under way at a time. They are no part of the import's transaction, from which it is called.
 */
function noter(ctx: ActionContext, { canteenId, importId }: ImportStart, entry: LiveImport): () => void {
  const key = { canteenId, id: importId };
  const began = performance.now();
  let [noted, told] = [began, began];
  let noting = false;

  async function note(at: number): Promise<void> {
    noted = at;
    const updatedAt = new Date(Date.parse(ctx.now) + at - began).toISOString();
    const sign = { progress: toJsonText(entry.progress), updated_at: updatedAt };
    if (!(await noteImportRun(ctx.db, key, sign))) entry.stop.abort(new ImportStopped("person"));
  }
  return AsyncResource.bind(() => {
    const at = performance.now();
    if (ctx.engine === "sqlite" || noting || at - told < TELL_MS) return;
    [told, noting] = [at, true];
    const saying = at - noted < NOTE_MS ? tellProgress(importId, entry.progress) : note(at);
    saying
      .catch(() => undefined)
      .finally(() => {
        noting = false;
      });
  });
}

/** Nothing was kept. An import that the server stopped stays RUNNING: it reads as interrupted. */
async function fail(
  ctx: ActionContext,
  key: { canteenId: Id; id: Id },
  error: unknown,
  onBug: (error: unknown) => void,
): Promise<void> {
  if (error instanceof ImportStopped && error.by === "server") {
    const { progress } = (await findImportRun(ctx.db, key)) ?? {};
    if (progress !== undefined)
      await noteImportRun(ctx.db, key, { progress, updated_at: NO_LIFE }).catch(onBug);
    return;
  }
  if (!(error instanceof ImportStopped)) onBug(error);
  const state = error instanceof ImportStopped ? "CANCELLED" : "FAILED";
  await endImportRun(ctx.db, key, { state, report: null }).catch(onBug);
}
