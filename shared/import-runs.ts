import * as z from "zod/mini";
import type { IsoInstant } from "./facts.ts";
import type { Id } from "./ids.ts";
import { idSchema } from "./ids.ts";
import type { ImportProgress, ImportReport } from "./imports.ts";
import { importReadingSchema } from "./imports.ts";

/** INTERRUPTED: the server stopped in the middle, and nothing was kept. FAILED: the product is at fault; nothing was kept. */
export const IMPORT_RUN_STATES = ["RUNNING", "DONE", "CANCELLED", "INTERRUPTED", "FAILED"] as const;
export type ImportRunState = (typeof IMPORT_RUN_STATES)[number];

/** An import being written, or how it ended: whole, or not at all. */
export interface ImportRun {
  /** Also the import's. */
  id: Id;
  canteenId: Id;
  fileId: string;
  fileName: string;
  state: ImportRunState;
  progress: ImportProgress;
  /** Null until it is done. Without the lists of issues and corrections. */
  report: ImportReport | null;
  startedAt: IsoInstant;
}

/** `importId` is made by the client: starting the same import again changes nothing. */
export const importStartSchema = z.object({ importId: idSchema, ...importReadingSchema.shape });

/** Share done, in basis points, that never goes back: reading, checking and writing are three parts of it. */
export function progressBp({ phase, done, total }: ImportProgress): number {
  const [from, to] = PARTS_BP[phase];
  return total === 0 ? from : from + Math.floor(((to - from) * Math.min(done, total)) / total);
}

/** Measured on 100 000 lines: where each phase begins and ends. */
const PARTS_BP: Record<ImportProgress["phase"], readonly [number, number]> = {
  reading: [0, 2_500],
  checking: [2_500, 3_000],
  writing: [3_000, 10_000],
};

/** A share in basis points cut to a whole per cent: figures that jump by tenths cannot be read. */
export function wholePercent(shareBp: number): number {
  return shareBp - (shareBp % 100);
}
