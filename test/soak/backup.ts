import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Database } from "../../db/database.ts";
import type { OpenedDatabase } from "../../db/open.ts";
import { openDatabase } from "../../db/open.ts";
import { saveOrder } from "../../server/actions/save-order.ts";
import type { Facts } from "../../server/backups/facts.ts";
import { compareFacts } from "../../server/backups/facts.ts";
import { DEMO_CANTEENS } from "../../server/demo/canteens.ts";
import { DEMO_SUPPLIERS } from "../../server/demo/suppliers.ts";
import { newId } from "../../shared/ids.ts";
import { butItsState, factsOf } from "../support/backup-facts.ts";
import { readToEnd, startCli } from "../support/cli-process.ts";
import type { FigureOptions, Figures } from "../support/figures.ts";
import { quantile, rounded } from "../support/figures.ts";
import { makeLargeInstallation } from "../support/large-installation.ts";
import { actionContext, anOrder } from "../support/seed.ts";

export const summary =
  "backups made one after the other while orders are saved, each restored: nothing acknowledged is missing (--lines N, --runs N)";

/** Between two orders of one person at a time. */
const PAUSE_MS = 5;

export async function run(options: FigureOptions): Promise<Figures> {
  const folder = await mkdtemp(join(tmpdir(), "bonnepart-backup-"));
  const dataDir = join(folder, "data");
  try {
    const made = await makeLargeInstallation(dataDir, {
      lines: options.number("lines", 1_000_000),
      note: options.note,
    });
    const opened = await openDatabase<Database>({ url: made.path });
    const totals = { backup_s: [] as number[], restore_s: [] as number[], saves: [] as number[] };
    let missing = 0;
    let differences = 0;
    let failures = 0;
    for (let turn = 0; turn < options.number("runs", 3); turn++) {
      const backup = join(folder, `backup-${turn}`);
      const restored = join(folder, `restored-${turn}`);
      const before = await countOrders(opened);
      const start = performance.now();
      const running = readToEnd(startCli({ DATA_DIR: dataDir }, "backup", backup));
      totals.saves.push(...(await saveUntil(opened, running)));
      totals.backup_s.push((performance.now() - start) / 1000);
      const then = performance.now();
      const ends = [await running, await readToEnd(startCli({ DATA_DIR: restored }, "restore", backup))];
      totals.restore_s.push((performance.now() - then) / 1000);
      failures += ends.filter(({ code }) => code !== 0).length;
      for (const { err } of ends) if (err !== "") options.note(err);
      const manifest = JSON.parse(await readFile(join(backup, "manifest.json"), "utf8")) as Facts;
      const facts = await factsOf(join(restored, "bonnepart.sqlite"));
      differences += compareFacts(butItsState(manifest), butItsState(facts)).length;
      const kept = facts.tables.find(({ name }) => name === "orders")?.rows ?? 0;
      missing += Math.max(0, before - kept);
      for (const done of [backup, restored]) await rm(done, { recursive: true });
      options.note(`backup ${turn + 1}`);
    }
    await opened.close();
    return {
      lines: made.lines,
      database_mb: rounded((await stat(made.path)).size / 1e6, 0),
      backup_s: rounded(quantile(totals.backup_s, 0.5)),
      restore_s: rounded(quantile(totals.restore_s, 0.5)),
      orders_saved_meanwhile: totals.saves.length,
      save_p95_ms: rounded(quantile(totals.saves, 0.95)),
      longest_save_ms: rounded(quantile(totals.saves, 1)),
      bars: [
        { name: "backups or restorations that failed", value: failures, atMost: 0 },
        { name: "orders acknowledged before a backup and missing in it", value: missing, atMost: 0 },
        { name: "tables, figures, sums and documents that differ", value: differences, atMost: 0 },
      ],
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function countOrders({ reader }: OpenedDatabase<Database>): Promise<number> {
  const { rows } = await reader
    .selectFrom("orders")
    .select(({ fn }) => fn.countAll<number>().as("rows"))
    .executeTakeFirstOrThrow();
  return rows;
}

/** Milliseconds of each order saved until then. */
async function saveUntil(opened: OpenedDatabase<Database>, running: Promise<unknown>): Promise<number[]> {
  const ctx = actionContext(opened);
  const canteenId = DEMO_CANTEENS[0]?.id ?? "";
  const supplierId = DEMO_SUPPLIERS[0]?.supplier.id ?? "";
  const took: number[] = [];
  let isRunning = true;
  void running.finally(() => {
    isRunning = false;
  });
  while (isRunning) {
    const start = performance.now();
    const outcome = await saveOrder(ctx, canteenId, anOrder({ id: newId(), supplierId }));
    if (!outcome.saved) throw new Error("an order of the soak was refused");
    took.push(performance.now() - start);
    await sleep(PAUSE_MS);
  }
  return took;
}
