import type { Transaction } from "kysely";
import type * as z from "zod/mini";
import type { Database } from "../../db/database.ts";
import { toJsonText } from "../../db/json.ts";
import { insertImportDrafts, throwImportDraftsOfFile } from "../../db/queries/import-drafts.ts";
import { endImportRun } from "../../db/queries/import-runs.ts";
import type { Id } from "../../shared/ids.ts";
import { newId } from "../../shared/ids.ts";
import { draftsOfRefused } from "../../shared/import-drafts.ts";
import type { importStartSchema } from "../../shared/import-runs.ts";
import type { ImportProgress, ImportReport } from "../../shared/imports.ts";
import type { ActionContext } from "../action-context.ts";
import { readDroppedFile } from "./drop-import.ts";
import type { ImportHooks } from "./import-purchases.ts";
import { importPurchases } from "./import-purchases.ts";
import { ImportStopped } from "./live-imports.ts";
import { refusedDraftRows } from "./refused-draft-rows.ts";

/** How a dropped file is to be imported, and for which canteen. */
export type ImportStart = z.infer<typeof importStartSchema> & { canteenId: Id };

/** Who hears how far it is, and may stop it. */
export interface ImportListening extends Pick<ImportHooks, "linesAtOnce"> {
  signal: AbortSignal;
  onProgress(progress: ImportProgress): void;
}

/**
 * Reads a dropped file and writes its rows, the drafts of those refused, and the end of its run, all in one
 * transaction. ImportStopped: the signal, or somebody cancelled the run; nothing is kept.
 */
export async function writeImport(
  ctx: ActionContext,
  start: ImportStart,
  { signal, onProgress, ...hooks }: ImportListening,
): Promise<void> {
  const { canteenId, importId } = start;
  const read = await readDroppedFile(ctx, start, onProgress);
  signal.throwIfAborted();
  await importPurchases(
    ctx,
    { ...read, importId, allOrNothing: false },
    {
      ...hooks,
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
