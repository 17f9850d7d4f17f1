import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Database } from "../../db/database.ts";
import { openDatabase } from "../../db/open.ts";
import { findFilledTable } from "../../db/table-shapes.ts";
import { compareFacts } from "../../server/backups/facts.ts";
import { butItsState, factsOf } from "../support/backup-facts.ts";
import { readToEnd, startCli } from "../support/cli-process.ts";
import type { FigureOptions, Figures } from "../support/figures.ts";
import { rounded } from "../support/figures.ts";
import { makeLargeInstallation } from "../support/large-installation.ts";
import { startPostgresServer } from "../support/postgres-server.ts";

export const summary =
  "SQLite moved to PostgreSQL by db move: killed once in the middle, then whole and equal (--lines N)";

export async function run(options: FigureOptions): Promise<Figures> {
  const folder = await mkdtemp(join(tmpdir(), "bonnepart-move-"));
  const server = await startPostgresServer();
  try {
    const env = { DATA_DIR: folder };
    const made = await makeLargeInstallation(folder, {
      lines: options.number("lines", 1_000_000),
      note: options.note,
    });
    options.note(`${made.lines} lines`);
    const killed = startCli(env, "db", "move", server.url);
    killed.stderr?.on("data", (chunk: Buffer) => {
      if (/^order_lines :/m.test(chunk.toString())) killed.kill("SIGKILL");
    });
    await readToEnd(killed);
    const left = await filledTables(server.url);
    options.note("killed once");
    const start = performance.now();
    const { code, err } = await readToEnd(startCli(env, "db", "move", server.url, "--json"));
    const seconds = (performance.now() - start) / 1000;
    if (code !== 0) options.note(err);
    const [source, target] = [await factsOf(made.path), await factsOf(server.url)];
    const rows = source.tables.reduce((sum, table) => sum + table.rows, 0);
    return {
      counted: "the whole command: copy, keys, checks and the comparison of every row on both sides",
      lines: made.lines,
      rows,
      database_mb: rounded((await stat(made.path)).size / 1e6, 0),
      move_s: rounded(seconds),
      rows_a_second: Math.round(rows / seconds),
      canteen_years: source.figures.length,
      bars: [
        { name: "exit code of the move", value: code, atMost: 0 },
        { name: "tables with rows after a kill in the middle", value: left, atMost: 0 },
        {
          name: "tables, figures, sums, heads of the record and documents that differ",
          value: compareFacts(butItsState(source), butItsState(target)).length,
          atMost: 0,
        },
      ],
    };
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** 1 when a table has a row. */
async function filledTables(url: string): Promise<number> {
  const { reader, close } = await openDatabase<Database>({ url });
  const filled = await findFilledTable(reader, "postgres").finally(close);
  return filled === null ? 0 : 1;
}
