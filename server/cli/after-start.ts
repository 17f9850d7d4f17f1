import { readCubeState } from "../../db/queries/cube-state.ts";
import { resumeReclassifications } from "../actions/reclassify.ts";
import { recordCubeCheck } from "../actions/record-cube-check.ts";
import type { Logger } from "../log.ts";
import type { Installation } from "./installation.ts";

/**
 * What a start owes but nobody waits for: jobs that a crash cut short, and a first check of the cube, by the first
 * process that a parent starts.
 */
export async function workAfterStart(
  installation: Installation,
  log: Logger,
  { isFirst }: { isFirst: boolean },
): Promise<void> {
  try {
    const context = installation.context();
    const jobs = await resumeReclassifications(context);
    if (jobs > 0) log.info({ jobs }, "reclassifications resumed");
    const { checkedAt } = await readCubeState(context.reader);
    if (checkedAt !== null || !isFirst) return;
    const { equal, cells, lines } = await recordCubeCheck(context);
    log[equal ? "info" : "error"]({ equal, cells, lines }, "cube checked");
  } catch (error) {
    // A stop in the middle closes the database; the next start takes it up again.
    log.warn({ err: error }, "work after start interrupted");
  }
}
