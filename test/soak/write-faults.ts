import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MIGRATIONS } from "../../db/migrations/list.ts";
import { migrate } from "../../db/migrator.ts";
import { openDatabase } from "../../db/open.ts";
import { compileDiskLibrary } from "../support/disk/watched-disk.ts";
import type { FigureOptions, Figures } from "../support/figures.ts";
import { NOW } from "../support/seed.ts";
import { canFailWrites, failWrites } from "../support/write-faults.ts";

export const summary =
  "reads, writes and flushes of SQLite that fail during orders, an import and a backup: nothing acknowledged is lost (--faults N, Linux)";

export async function run(options: FigureOptions): Promise<Figures> {
  if (!canFailWrites()) throw new Error("This proof needs prlimit, of Linux.");
  const library = await compileDiskLibrary();
  if (library === null) throw new Error("This proof needs a C compiler, cc.");
  const folder = await mkdtemp(join(tmpdir(), "bonnepart-faults-"));
  const url = join(folder, "data", "bonnepart.sqlite");
  try {
    const opened = await openDatabase<never>({ url });
    await migrate(opened, { migrations: MIGRATIONS, now: NOW });
    await opened.close();
    const asked = options.number("faults", 240);
    const { note } = options;
    const { wrong, ...result } = await failWrites({ url, faults: asked, library, busy: true, note });
    for (const line of wrong) options.note(line);
    return {
      ...result,
      bars: [
        { name: "faults", value: result.faults, atLeast: asked },
        {
          name: "orders and imports lost, in part, or refused and there; backups wrongly good; damages",
          value: wrong.length,
          atMost: 0,
        },
        { name: "imports that a fault refused", value: result.imports.refused, atLeast: 1 },
        { name: "backups that a fault refused", value: result.backups.refused, atLeast: 1 },
      ],
    };
  } finally {
    await library.remove();
    await rm(folder, { recursive: true, force: true });
  }
}
