import type { ChildProcess } from "node:child_process";
import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Database } from "../../db/database.ts";
import { MIGRATIONS } from "../../db/migrations/list.ts";
import { schemaVersion } from "../../db/migrator.ts";
import type { OpenedDatabase } from "../../db/open.ts";
import { openDatabase } from "../../db/open.ts";
import { listDamage } from "../../server/backups/facts.ts";
import type { FigureOptions, Figures } from "../support/figures.ts";
import { rounded } from "../support/figures.ts";
import { multiplyCanteen } from "../support/many-canteens.ts";
import { startPostgresServer } from "../support/postgres-server.ts";
import { fillWithVersion, RELEASED_SCHEMAS, readVersion } from "../support/released-versions.ts";

export const summary =
  "the oldest released version with many lines brought to today's schema: killed once inside, then whole (--lines N, --postgres)";

const PROGRAM = join(dirname(import.meta.dirname), "db", "programs", "migrate-product.ts");

export async function run(options: FigureOptions): Promise<Figures> {
  const folder = await mkdtemp(join(tmpdir(), "bonnepart-migrate-"));
  const server = options.flag("postgres") ? await startPostgresServer() : null;
  const url = server?.url ?? join(folder, "bonnepart.sqlite");
  const [oldest = ""] = RELEASED_SCHEMAS;
  const last = MIGRATIONS.at(-1)?.name;
  try {
    const before = await use(url, async (opened) => {
      await fillWithVersion(opened, readVersion(oldest));
      await multiplyCanteen(opened, { lines: options.number("lines", 1_000_000), note: options.note });
      return await sumsOf(opened);
    });
    options.note(`${before.lines} lines of version ${oldest}`);
    const killedAfterMs = await killInside(url);
    const left = await use(url, (opened) => schemaVersion(opened));
    options.note(`killed after ${killedAfterMs} ms: left at ${left}`);
    const start = performance.now();
    const said = await migrateWhole(url);
    const seconds = (performance.now() - start) / 1000;
    options.note(`${said} in ${seconds} s`);
    return await use(url, async (opened) => {
      const after = await sumsOf(opened);
      const damage = await listDamage({ db: opened.reader, engine: opened.engine });
      for (const line of damage.slice(0, 20)) options.note(line);
      return {
        engine: opened.engine,
        from: oldest,
        to: await schemaVersion(opened),
        lines: after.lines,
        database_mb: server === null ? rounded((await stat(url)).size / 1e6, 0) : null,
        killed_after_ms: killedAfterMs,
        migrate_s: rounded(seconds),
        lines_a_second: Math.round(after.lines / seconds),
        bars: [
          {
            name: "schemas left half-way by the kill",
            value: left === oldest || left === last ? 0 : 1,
            atMost: 0,
          },
          { name: "runs that did not end", value: said === "ends" ? 0 : 1, atMost: 0 },
          { name: "lines lost", value: before.lines - after.lines, atMost: 0 },
          { name: "cents that moved", value: Math.abs(before.cents - after.cents), atMost: 0 },
          {
            name: "migrations left to do",
            value: (await schemaVersion(opened)) === last ? 0 : 1,
            atMost: 0,
          },
          {
            name: "pages, keys, cells, documents and changes that are damaged",
            value: damage.length,
            atMost: 0,
          },
        ],
      };
    });
  } finally {
    await server?.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function use<T>(url: string, work: (opened: OpenedDatabase<Database>) => Promise<T>): Promise<T> {
  const opened = await openDatabase<Database>({ url, poolSize: 2 });
  return await work(opened).finally(opened.close);
}

async function sumsOf({ reader }: OpenedDatabase<Database>): Promise<{ lines: number; cents: number }> {
  const { lines, cents } = await reader
    .selectFrom("order_lines")
    .select(({ fn }) => [fn.countAll<number>().as("lines"), fn.sum<number>("amount_ht_cents").as("cents")])
    .executeTakeFirstOrThrow();
  return { lines, cents };
}

function startProgram(): ChildProcess {
  return fork(PROGRAM, { silent: true, execArgv: [] });
}

/** kill -9 at a random instant of the first second of the migrations; how many milliseconds after they began. */
async function killInside(url: string): Promise<number> {
  const child = startProgram();
  child.send(url);
  await once(child, "message");
  const afterMs = Math.round(Math.random() * 1_000);
  await sleep(afterMs);
  child.kill("SIGKILL");
  await once(child, "close");
  return afterMs;
}

/** « ends », or why it could not. */
async function migrateWhole(url: string): Promise<string> {
  const child = startProgram();
  child.send(url);
  try {
    for (;;) {
      const [said] = await once(child, "message");
      if (said !== "begins") return String(said);
    }
  } finally {
    child.kill("SIGKILL");
  }
}
