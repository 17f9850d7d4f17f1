import type { ChildProcess } from "node:child_process";
import { fork, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, statSync } from "node:fs";
import { rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Database } from "../../db/database.ts";
import type { OpenedDatabase } from "../../db/open.ts";
import { openDatabase } from "../../db/open.ts";
import { readSnapshot } from "../../db/transaction.ts";
import { restoreBackup } from "../../server/backups/restore-backup.ts";
import { newId } from "../../shared/ids.ts";
import type { DiskFaults, DiskLibrary, Fault } from "./disk/watched-disk.ts";
import { openDiskFaults } from "./disk/watched-disk.ts";
import type { Kept } from "./faulted-orders.ts";
import { listWrong } from "./faulted-orders.ts";
import type { SaveAsked, SavedOrders } from "./programs/save-orders.ts";
import { siretNumber } from "./purchase-files.ts";
import { NOW, seedCanteen, seedOrganisation, seedSupplier } from "./seed.ts";

/** `cut`: a write fails beyond some byte of a file, cut where the byte is. The others: the k-th operation, with this error. */
export const FAULT_KINDS = ["cut", "read EIO", "write EIO", "sync EIO", "write ENOSPC"] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

export interface WriteFaults {
  /** Faults after which a save, or the import or backup, was refused. */
  faults: number;
  /** Of each kind. */
  kinds: Partial<Record<FaultKind, number>>;
  acknowledged: number;
  /** How often each code refused it. */
  refusals: Record<string, number>;
  /** Under faults; what was refused was tried again. */
  imports: { done: number; refused: number };
  backups: { done: number; refused: number };
  /**
   * A line for each order or import lost, in part, or never acknowledged; each damage; each refusal once the disk works
   * again; each flush that failed and refused nothing; each backup that was called good and is not.
   */
  wrong: string[];
}

export interface WriteFaultsAsked {
  /** A migrated, empty SQLite database. */
  url: string;
  faults: number;
  /** Null: writes are only cut. */
  library: DiskLibrary | null;
  /** An import and a backup run while the disk fails. */
  busy?: boolean;
  note?(line: string): void;
}

const MOST_ORDERS = 200;
/** While an import and a backup run too. */
const FEW_ORDERS = 40;
const AFTERWARDS = 3;
/** For each fault asked for: some are never met. */
const MOST_ROUNDS = 5;
const LINES = 5;
const IMPORT_ROWS = 200;
/** Beyond what the files hold: a few orders, then the write is cut in its middle. */
const SOME_BYTES = 300_000;
/** A few orders read, write and flush so often. */
const MOST_OPERATIONS = { read: 40, write: 200, sync: 10 } as const;

/** Whether the system can take a process's right to write beyond a size, and give it back. */
export function canFailWrites(): boolean {
  return spawnSync("prlimit", ["--version"]).status === 0;
}

/** One process saves orders; again and again, its disk fails until a save is refused, and then works again. */
export async function failWrites(asked: WriteFaultsAsked): Promise<WriteFaults> {
  const { url, library } = asked;
  const opened = await openDatabase<Database>({ url });
  const folder = dirname(url);
  const faults = library === null ? null : openDiskFaults(`${folder}.faults`);
  const watched = library === null || faults === null ? {} : library.env({ folder, faults });
  const program = join(import.meta.dirname, "programs", "save-orders.ts");
  const child = fork(program, [url], { execArgv: [], env: { ...process.env, ...watched } });
  try {
    await once(child, "message");
    return await failAgainAndAgain(asked, { opened, child, faults });
  } finally {
    child.kill("SIGKILL");
    await opened.close();
    faults?.close();
    await rm(`${folder}.faults`, { force: true });
  }
}

interface Failing {
  opened: OpenedDatabase<Database>;
  child: ChildProcess;
  faults: DiskFaults | null;
}

async function failAgainAndAgain(asked: WriteFaultsAsked, on: Failing): Promise<WriteFaults> {
  const result: WriteFaults = {
    faults: 0,
    kinds: {},
    acknowledged: 0,
    refusals: {},
    imports: { done: 0, refused: 0 },
    backups: { done: 0, refused: 0 },
    wrong: [],
  };
  const { db } = on.opened;
  const { organisationId } = await seedOrganisation(db);
  const canteenId = (await seedCanteen(db, { organisationId, siret: siretNumber(700) })).id;
  const supplierId = (await seedSupplier(db)).id;
  const kinds = on.faults === null ? (["cut"] as const) : FAULT_KINDS;
  const kept: Kept = { orders: new Set(), imports: new Set() };
  for (let round = 0; round < MOST_ROUNDS * asked.faults && result.faults < asked.faults; round++) {
    const kind = kinds[round % kinds.length] ?? "cut";
    const save: SaveAsked = {
      canteenId,
      supplierId,
      orders: asked.busy ? FEW_ORDERS : MOST_ORDERS,
      lines: LINES,
      cold: kind === "read EIO",
      imports: asked.busy ? { organisationId, importId: newId(), rows: IMPORT_ROWS, turn: round } : null,
      backup: asked.busy ? join(dirname(asked.url), `backup-${round}`) : null,
    };
    const mend = fail(kind, on, asked.url);
    const during = await ask(on.child, save);
    const failed = mend();
    keep(save, during, { kept, result });
    if (kind === "sync EIO" && failed > 0 && during.refused === null && !asked.busy)
      result.wrong.push("a flush failed, and every save was acknowledged");
    await tryAgain(on, { save, during, kept, result });
    result.wrong.push(
      ...(await readSnapshot(on.opened.reader, (each) =>
        listWrong(each, { kept, lines: LINES, rows: IMPORT_ROWS }),
      )),
    );
    if (result.wrong.length > 0) break;
    if (count(kind, during, result) && result.faults % 20 === 0)
      asked.note?.(`${result.faults} faults, ${kept.orders.size} acknowledged`);
  }
  return { ...result, acknowledged: kept.orders.size };
}

/** Whether the fault refused anything. */
function count(kind: FaultKind, during: SavedOrders, result: WriteFaults): boolean {
  const refused = during.refused ?? during.importRefused ?? during.backupRefused;
  if (refused === null) return false;
  result.faults += 1;
  result.kinds[kind] = (result.kinds[kind] ?? 0) + 1;
  result.refusals[refused] = (result.refusals[refused] ?? 0) + 1;
  return true;
}

/** Once the disk works again, what it refused is done, and a backup that was called good is restored. */
async function tryAgain(
  on: Failing,
  { save, during, kept, result }: { save: SaveAsked; during: SavedOrders; kept: Kept; result: WriteFaults },
): Promise<void> {
  const { backup } = save;
  const again: SaveAsked = {
    ...save,
    orders: AFTERWARDS,
    cold: false,
    imports: during.importRefused === null ? null : save.imports,
    backup: during.backupRefused === null ? null : backup,
  };
  if (during.backupRefused !== null && backup !== null && existsSync(backup))
    result.wrong.push(`the backup was refused (${during.backupRefused}) and is there`);
  const after = await ask(on.child, again);
  keep(again, after, { kept, result });
  for (const refused of [after.refused, after.importRefused, after.backupRefused])
    if (refused !== null) result.wrong.push(`refused once the disk worked again: ${refused}`);
  if (backup === null) return;
  if (during.backupRefused === null) await restoreAside(backup, result);
  await rm(backup, { recursive: true, force: true });
}

/** A backup that was called good while the disk failed. */
async function restoreAside(backup: string, { wrong }: WriteFaults): Promise<void> {
  const dataDir = `${backup}-restored`;
  const target = { dataDir, path: join(dataDir, "bonnepart.sqlite"), url: null };
  try {
    await restoreBackup(backup, { target, now: NOW });
  } catch (error) {
    wrong.push(`the backup was called good: ${String(error)}`);
  }
  await rm(dataDir, { recursive: true, force: true });
}

/** Notes what the program acknowledged and refused. */
function keep(
  { imports, backup }: SaveAsked,
  { acknowledged, importRefused, backupRefused }: SavedOrders,
  { kept, result }: { kept: Kept; result: WriteFaults },
): void {
  for (const id of acknowledged) kept.orders.add(id);
  if (imports !== null) {
    if (importRefused === null) kept.imports.add(imports.importId);
    result.imports[importRefused === null ? "done" : "refused"] += 1;
  }
  if (backup !== null) result.backups[backupRefused === null ? "done" : "refused"] += 1;
}

async function ask(child: ChildProcess, asked: SaveAsked): Promise<SavedOrders> {
  child.send(asked);
  const [answer] = await once(child, "message");
  return answer as SavedOrders;
}

/** Returns what makes the disk work again, and says how many operations failed; null: that is not known. */
function fail(kind: FaultKind, { child, faults }: Failing, url: string): () => number {
  if (kind === "cut" || faults === null) {
    limit(child, Math.floor(Math.random() * (largest(url) + SOME_BYTES)));
    return () => {
      limit(child, null);
      return 0;
    };
  }
  const [operation, error] = kind.split(" ") as [Fault["operation"], Fault["error"]];
  const k = 1 + Math.floor(Math.random() * MOST_OPERATIONS[operation]);
  // One operation, two, or all of them until the disk is mended.
  const times = [1, 2, 1_000_000][Math.floor(Math.random() * 3)] ?? 1;
  faults.set({ operation, error, k, times });
  return () => faults.set(null);
}

/** Null: no limit. */
function limit({ pid }: ChildProcess, bytes: number | null): void {
  const size = bytes === null ? "unlimited" : `${bytes}:unlimited`;
  const { status, stderr } = spawnSync("prlimit", ["--pid", String(pid), `--fsize=${size}`]);
  if (status !== 0) throw new Error(`prlimit: ${stderr.toString()}`);
}

function largest(url: string): number {
  return Math.max(...[url, `${url}-wal`].map((file) => statSync(file, { throwIfNoEntry: false })?.size ?? 0));
}
