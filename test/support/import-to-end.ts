import type { ActionContext } from "../../server/action-context.ts";
import { followImportRun } from "../../server/actions/read-import-runs.ts";
import { startImport } from "../../server/actions/run-import.ts";
import type { ImportStart } from "../../server/actions/write-import.ts";
import { newId } from "../../shared/ids.ts";
import type { ImportReport } from "../../shared/imports.ts";

type Reading = Pick<ImportStart, "canteenId" | "fileId"> & Partial<ImportStart>;

/** Imports a dropped file as the page does, and waits for its end; null: it did not come to its end. */
export async function importToEnd(ctx: ActionContext, reading: Reading): Promise<ImportReport | null> {
  const start: ImportStart = {
    importId: newId(),
    mode: "forgiving",
    duplicates: "skip",
    repeats: "keep",
    exceptions: [],
    ...reading,
  };
  await startImport(ctx, start, (error) => {
    throw error;
  });
  for await (const { state, report } of followImportRun(ctx, {
    canteenId: start.canteenId,
    id: start.importId,
  }))
    if (state !== "RUNNING") return report;
  return null;
}
