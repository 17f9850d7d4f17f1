import { setTimeout as sleep } from "node:timers/promises";
import type { Database } from "../../../db/database.ts";
import type { OpenedDatabase } from "../../../db/open.ts";
import { openDatabase } from "../../../db/open.ts";
import { saveOrder } from "../../../server/actions/save-order.ts";
import { writeBackup } from "../../../server/backups/write-backup.ts";
import { newId } from "../../../shared/ids.ts";
import { largePurchases } from "../large-purchases.ts";
import { importBytes } from "../purchase-files.ts";
import { actionContext, anOrder, anOrderLine, NOW } from "../seed.ts";

/** What its parent asks: so many orders, until one is refused. */
export interface SaveAsked {
  canteenId: string;
  supplierId: string;
  orders: number;
  /** Lines of each order. */
  lines: number;
  /** With a database opened anew: nothing of it is in memory yet. */
  cold: boolean;
  /** Imported meanwhile; null: nothing is. `turn` makes each file another one. */
  imports: { organisationId: string; importId: string; rows: number; turn: number } | null;
  /** Folder of a backup made meanwhile; null: none is. */
  backup: string | null;
}

/** For each, the code of what refused it; null: it was done, or not asked for. */
export interface SavedOrders {
  acknowledged: string[];
  refused: string | null;
  importRefused: string | null;
  backupRefused: string | null;
}

// A write beyond the size that the system allows then fails, and does not end the process.
process.on("SIGXFSZ", () => undefined);

// Saves orders on one database as its parent asks, for as long as it lives, whatever the disk answers.
const url = process.argv[2] ?? "";
let current: OpenedDatabase<Database> | null = await openDatabase<Database>({ url });
process.on("message", async (asked: SaveAsked) => {
  const acknowledged: string[] = [];
  const closed = await refusalOf(async () => {
    if (asked.cold) await current?.close().finally(forget);
    current ??= await openDatabase<Database>({ url });
  });
  const opened = current;
  const [refused, importRefused, backupRefused] =
    opened === null
      ? [closed, closed, closed]
      : await Promise.all([
          refusalOf(() => saveOrders(opened, asked, acknowledged)),
          refusalOf(() => runImport(opened, asked)),
          refusalOf(() => backUp(opened, asked)),
        ]);
  const answer: SavedOrders = { acknowledged, refused, importRefused, backupRefused };
  process.send?.(answer);
});
process.send?.("ready");

function forget(): void {
  current = null;
}

async function saveOrders(
  opened: OpenedDatabase<Database>,
  { canteenId, supplierId, orders, lines: count, imports, backup }: SaveAsked,
  acknowledged: string[],
): Promise<void> {
  for (let at = 0; at < orders; at++) {
    const lines = Array.from({ length: count }, () => anOrderLine());
    const order = anOrder({ id: newId(), supplierId, lines });
    const outcome = await saveOrder(actionContext(opened), canteenId, order);
    if (!outcome.saved) throw new Error("not saved");
    acknowledged.push(order.id);
    if (imports !== null || backup !== null) await sleep(1);
  }
}

async function runImport(opened: OpenedDatabase<Database>, { imports }: SaveAsked): Promise<void> {
  if (imports === null) return;
  const { rows, turn, importId, organisationId } = imports;
  const text = `${largePurchases({ rows, canteens: 1, from: "2025-01-01" })}${"\n".repeat(turn)}`;
  const bytes = new TextEncoder().encode(text);
  const report = await importBytes(actionContext(opened), bytes, {
    importId,
    organisationId,
    duplicates: "keep",
  });
  if (report.created !== rows) throw new Error(`${report.created} of ${rows} rows imported`);
}

async function backUp(opened: OpenedDatabase<Database>, { backup }: SaveAsked): Promise<void> {
  if (backup !== null) await writeBackup({ opened, path: url }, { folder: backup, now: NOW });
}

async function refusalOf(work: () => Promise<void>): Promise<string | null> {
  try {
    await work();
    return null;
  } catch (error) {
    if (!(error instanceof Error)) return String(error);
    if ("refusal" in error) return String(error.refusal);
    return "code" in error ? String(error.code) : error.message;
  }
}
