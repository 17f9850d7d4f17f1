import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MIGRATIONS } from "../../db/migrations/list.ts";
import { migrate } from "../../db/migrator.ts";
import { openDatabase } from "../../db/open.ts";
import type { FigureOptions, Figures } from "../support/figures.ts";
import { NOW } from "../support/seed.ts";
import { canFailWrites, failWrites } from "../support/write-faults.ts";

export const summary =
  "writes to SQLite cut in their middle at any byte, then working again: nothing acknowledged is lost (--faults N, Linux)";

export async function run(options: FigureOptions): Promise<Figures> {
  if (!canFailWrites()) throw new Error("This proof needs prlimit, of Linux.");
  const folder = await mkdtemp(join(tmpdir(), "bonnepart-faults-"));
  const url = join(folder, "bonnepart.sqlite");
  try {
    const opened = await openDatabase<never>({ url });
    await migrate(opened, { migrations: MIGRATIONS, now: NOW });
    await opened.close();
    const asked = options.number("faults", 300);
    const { wrong, ...result } = await failWrites(url, asked);
    for (const line of wrong) options.note(line);
    return {
      ...result,
      bars: [
        { name: "faults", value: result.faults, atLeast: asked },
        { name: "orders lost, in part, or refused and there; damages", value: wrong.length, atMost: 0 },
      ],
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
