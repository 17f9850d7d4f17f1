import { fromJsonText } from "../../db/json.ts";
import type { ImportRunKey } from "../../db/queries/import-runs.ts";
import { endImportRun, findImportRun, listUnseenImportRuns } from "../../db/queries/import-runs.ts";
import type { ImportRunsTable } from "../../db/tables/import-runs.ts";
import type { IsoInstant } from "../../shared/facts.ts";
import type { Id } from "../../shared/ids.ts";
import type { ImportRun, ImportRunState } from "../../shared/import-runs.ts";
import { IMPORT_RUN_STATES } from "../../shared/import-runs.ts";
import type { ActionContext } from "../action-context.ts";
import { AppError } from "../app-error.ts";
import {
  awaitNews,
  findLiveImport,
  findProgress,
  forgetImport,
  ImportStopped,
  liveImports,
  tellCancelled,
} from "./live-imports.ts";

/** Without a sign of life for this long, whoever wrote it is dead. */
const DEAD_AFTER_MS = 30_000;
const LISTED = 20;

/** How far an import is, or how it ended. NOT_FOUND when the canteen has none of that id. */
export async function readImportRun(ctx: ActionContext, key: ImportRunKey): Promise<ImportRun> {
  const before = liveImports();
  const row = await findImportRun(ctx.reader, key);
  if (row === undefined) throw new AppError("NOT_FOUND");
  return toImportRun(ctx, row, before);
}

/** Imports of a canteen under way, or whose end nobody has seen, latest first. */
export async function listImportRuns(ctx: ActionContext, canteenId: Id): Promise<ImportRun[]> {
  const before = liveImports();
  const rows = await listUnseenImportRuns(ctx.reader, { canteenId, limit: LISTED });
  return rows.map((row) => toImportRun(ctx, row, before));
}

/** The import each time it has moved, until it has ended, whichever process writes it. */
export async function* followImportRun(ctx: ActionContext, key: ImportRunKey): AsyncGenerator<ImportRun> {
  const began = performance.now();
  let told = "";
  try {
    for (;;) {
      const now = new Date(Date.parse(ctx.now) + performance.now() - began).toISOString();
      const run = await readImportRun({ ...ctx, now }, key);
      const text = JSON.stringify(run);
      if (text !== told) yield run;
      told = text;
      if (run.state !== "RUNNING") return;
      await awaitNews(key.id);
    }
  } finally {
    forgetImport(key.id);
  }
}

/** Gives up an import that is not kept yet, whichever process writes it; one that is over stays as it is. */
export async function cancelImport(ctx: ActionContext, key: ImportRunKey): Promise<ImportRun> {
  const row = await findImportRun(ctx.reader, key);
  if (row === undefined) throw new AppError("NOT_FOUND");
  const live = findLiveImport(key.id);
  live?.stop.abort(new ImportStopped("person"));
  await live?.ended;
  // Whoever writes it finds that it is cancelled before it keeps anything, were the message lost.
  if (live === undefined && isAlive(ctx, row)) {
    await endImportRun(ctx.db, key, { state: "CANCELLED", report: null });
    await tellCancelled(key.id);
  }
  return await readImportRun(ctx, key);
}

/** `before`: what was alive before the row was read, since it may have ended, and said so, right after. */
function toImportRun(ctx: ActionContext, row: ImportRunsTable, before: ReadonlySet<Id>): ImportRun {
  return {
    id: row.id,
    canteenId: row.canteen_id,
    fileId: row.file_id,
    fileName: row.file_name,
    state: stateOf(ctx, row, before),
    progress: findProgress(row.id) ?? fromJsonText(row.progress),
    report: row.report === null ? null : fromJsonText(row.report),
    startedAt: row.created_at,
  };
}

function stateOf(ctx: ActionContext, row: ImportRunsTable, before: ReadonlySet<Id>): ImportRunState {
  const state = IMPORT_RUN_STATES.find((each) => each === row.state);
  if (state === undefined) throw new Error(`import run ${row.id} is ${row.state}`);
  return state === "RUNNING" && !before.has(row.id) && !isAlive(ctx, row) ? "INTERRUPTED" : state;
}

/** SQLite has one process: what it does not write itself is dead. */
function isAlive({ engine, now }: { engine: string; now: IsoInstant }, row: ImportRunsTable): boolean {
  if (findLiveImport(row.id) !== undefined) return true;
  return engine === "postgres" && Date.parse(now) - Date.parse(row.updated_at) < DEAD_AFTER_MS;
}
