import type { Retention } from "../actions/purge.ts";
import { purge } from "../actions/purge.ts";
import type { Logger } from "../log.ts";
import type { Installation } from "./installation.ts";

const DAY_MS = 24 * 3_600_000;

/** Forgets what has been kept for long enough, now and once a day; what stops one day is done the next. */
export async function purgeDaily(
  installation: Pick<Installation, "context">,
  { retention, log }: { retention: Retention; log: Logger },
): Promise<void> {
  async function run(): Promise<void> {
    try {
      const { people, drafts, names } = await purge(installation.context(), retention);
      if (people + drafts + names > 0) log.info({ people, drafts, names }, "purged");
    } catch (error) {
      log.warn({ err: error }, "purge interrupted");
    }
  }
  setInterval(() => void run(), DAY_MS).unref();
  await run();
}
