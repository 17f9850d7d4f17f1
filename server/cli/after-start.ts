import { flushCompileCache } from "node:module";
import { setInterval } from "node:timers/promises";
import { readCubeState } from "../../db/queries/cube-state.ts";
import { resumeReclassifications } from "../actions/reclassify.ts";
import { recordCubeCheck } from "../actions/record-cube-check.ts";
import type { Logger } from "../log.ts";
import type { Installation } from "./installation.ts";

const RESUME_MS = 60_000;

/**
 * What a start owes but nobody waits for: what it compiled is kept for the next, whatever ends this process; jobs that a
 * crash cut short; and a first check of the cube, by the first process that a parent starts.
 */
export async function workAfterStart(
  installation: Installation,
  log: Logger,
  { isFirst }: { isFirst: boolean },
): Promise<void> {
  flushCompileCache();
  try {
    await resumeJobs(installation, log);
    const { checkedAt } = await readCubeState(installation.context().reader);
    if (checkedAt === null && isFirst) {
      const { equal, cells, lines } = await recordCubeCheck(installation.context());
      log[equal ? "info" : "error"]({ equal, cells, lines }, "cube checked");
    }
  } catch (error) {
    // A stop in the middle closes the database; the next start takes it up again.
    log.warn({ err: error }, "work after start interrupted");
  }
  if (installation.opened.engine === "postgres") await resumeNowAndThen(installation, log);
}

/** Another machine may have died in the middle of a job, and may not start again. */
async function resumeNowAndThen(installation: Installation, log: Logger): Promise<void> {
  for await (const _ of setInterval(RESUME_MS, undefined, { ref: false }))
    await resumeJobs(installation, log).catch((error: unknown) =>
      log.warn({ err: error }, "jobs not resumed"),
    );
}

async function resumeJobs(installation: Installation, log: Logger): Promise<void> {
  const reportBug = (error: unknown): void => log.error({ err: error }, "bug");
  const jobs = await resumeReclassifications({ ...installation.context(), reportBug });
  if (jobs > 0) log.info({ jobs }, "reclassifications resumed");
}
