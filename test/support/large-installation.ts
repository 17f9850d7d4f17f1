import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Database } from "../../db/database.ts";
import { MIGRATIONS } from "../../db/migrations/list.ts";
import { migrate } from "../../db/migrator.ts";
import { openDatabase } from "../../db/open.ts";
import { loadReference } from "../../server/actions/load-reference.ts";
import { loadDemonstration } from "../../server/demo/load.ts";
import { growWorld } from "./large-world.ts";
import { actionContext } from "./seed.ts";

/** Canteens as the demonstration's, in so many copies, once there are more lines than its own. */
const COPIES = 5;
const DEMONSTRATION_LINES = 100_000;

/** An installation on SQLite in `dataDir`: the demonstration, told again until it has about so many lines. */
export async function makeLargeInstallation(
  dataDir: string,
  { lines, note }: { lines: number; note(line: string): void },
): Promise<{ path: string; lines: number }> {
  await mkdir(dataDir, { recursive: true });
  const path = join(dataDir, "bonnepart.sqlite");
  const opened = await openDatabase<Database>({ url: path });
  try {
    const ctx = actionContext(opened);
    await migrate(opened, { migrations: MIGRATIONS, now: ctx.now });
    await loadReference(opened.db);
    await loadDemonstration(ctx);
    if (lines > DEMONSTRATION_LINES) await growWorld(opened, { lines, copies: COPIES, note });
    const made = await opened.reader
      .selectFrom("order_lines")
      .select(({ fn }) => fn.countAll<number>().as("lines"))
      .executeTakeFirstOrThrow();
    return { path, lines: made.lines };
  } finally {
    await opened.close();
  }
}
