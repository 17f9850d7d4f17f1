import { AsyncResource } from "node:async_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { toJsonText } from "../../db/json.ts";
import { urlOfDatabase } from "../../db/open.ts";
import { endImportRun, findImportRun, insertImportRun, noteImportRun } from "../../db/queries/import-runs.ts";
import type { Id } from "../../shared/ids.ts";
import type { ImportRun } from "../../shared/import-runs.ts";
import type { ActionContext } from "../action-context.ts";
import { AppError } from "../app-error.ts";
import { findDropped } from "./find-dropped.ts";
import { writeImportAside } from "./import-aside.ts";
import type { LiveImport } from "./live-imports.ts";
import { findLiveImport, ImportStopped, runLive, tellProgress } from "./live-imports.ts";
import { readImportRun } from "./read-import-runs.ts";
import type { ImportStart } from "./write-import.ts";
import { writeImport } from "./write-import.ts";

/** Of a file whose writing takes longer than the start of a thread: some thousand rows. */
const LONG_BYTES = 400_000;
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
  if (known === undefined) {
    const { name, size } = await findDropped(ctx, start);
    if (await insertRun(ctx, start, { name, size }))
      runLive(start.importId, (entry) =>
        work(ctx, { start, size }, entry).catch((error) => fail(ctx, key, error, onBug)),
      );
  }
  await Promise.race([findLiveImport(start.importId)?.ended, sleep(QUICK_MS)]);
  return await readImportRun(ctx, key);
}

async function insertRun(
  ctx: ActionContext,
  { canteenId, importId, fileId }: ImportStart,
  file: { name: string; size: number },
): Promise<boolean> {
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

/** A long file is written by a thread, for this one answers dashboards. */
async function work(
  ctx: ActionContext,
  { start, size }: { start: ImportStart; size: number },
  entry: LiveImport,
): Promise<void> {
  const { signal } = entry.stop;
  const note = noter(ctx, start, entry);
  const onProgress = (progress: LiveImport["progress"]) => {
    entry.progress = progress;
    note();
  };
  const url = urlOfDatabase(ctx.db);
  if (size < LONG_BYTES || url === undefined) return await writeImport(ctx, start, { signal, onProgress });
  const { now, today, userId } = ctx;
  await writeImportAside({ url, now, today, userId, start }, { signal, onProgress });
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
