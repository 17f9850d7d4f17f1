import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import type { Database } from "../../db/database.ts";
import { MIGRATIONS } from "../../db/migrations/list.ts";
import { migrate } from "../../db/migrator.ts";
import { openDatabase } from "../../db/open.ts";
import { readSnapshot } from "../../db/transaction.ts";
import { listDamage } from "../../server/backups/facts.ts";
import { createRandom } from "../../shared/random.ts";
import { createCutDisk } from "./disk/cut-disk.ts";
import type { Change, DiskLibrary } from "./disk/watched-disk.ts";
import { readChanges } from "./disk/watched-disk.ts";
import type { Known } from "./known-orders.ts";
import { compareOrders } from "./known-orders.ts";
import type { NoteAsked, Noted } from "./programs/note-orders.ts";
import { NOW, seedCanteen, seedOrganisation, seedSupplier } from "./seed.ts";

export interface PowerCutsAsked {
  library: DiskLibrary;
  states: number;
  /** The same cuts of the same changes for the same seed. */
  seed: number;
  /** Orders saved between two pauses, and pauses, in each of two installations. */
  orders: number;
  pauses: number;
  /** Commits do not wait for the disk. */
  careless?: boolean;
  note?(line: string): void;
}

export interface PowerCuts {
  states: number;
  /** Of the program: what it wrote, flushed and was told was kept. */
  writes: number;
  flushes: number;
  /** How often the log was folded into the file of the database. */
  folds: number;
  acknowledged: number;
  /** States in which something acknowledged is gone or in part, something else is there, or the database is damaged. */
  wrongStates: number;
  /** A line for each of what is wrong, of the first states. */
  wrong: string[];
}

const DATABASE = "bonnepart.sqlite";
const NOTES = "notes";
/** Longer than the time without a commit after which the log is folded. */
const PAUSE_MS = 900;
const SHOWN = 20;

/**
 * The product saves orders on SQLite while each change of its files is written down; then the disk is made as it may be
 * found after a power cut at any of these changes, and opened by the product.
 */
export async function cutPower(asked: PowerCutsAsked): Promise<PowerCuts> {
  const folder = await mkdtemp(join(tmpdir(), "bonnepart-power-"));
  try {
    const { before, changes } = await recordSaves(join(folder, "data"), asked);
    const disk = createCutDisk(before);
    const random = createRandom(`power ${asked.seed}`);
    const cuts = Array.from({ length: asked.states }, () => random.between(1, changes.length)).sort(
      (one, other) => one - other,
    );
    const writes = changes.filter(({ kind, file }) => kind === "write" && file !== NOTES).length;
    const flushed = changes.filter(({ kind }) => kind === "sync");
    const result: PowerCuts = {
      states: 0,
      writes,
      flushes: flushed.length,
      folds: flushed.filter(({ file }) => file === DATABASE).length,
      acknowledged: 0,
      wrongStates: 0,
      wrong: [],
    };
    const orders = new Map<string, Known>();
    let taken = 0;
    for (const cut of cuts) {
      for (const change of changes.slice(taken, cut)) {
        if (change.file !== NOTES) disk.take(change);
        else if (change.kind === "write") result.acknowledged += readNote(change.bytes, orders);
      }
      taken = cut;
      const state = join(folder, `state-${result.states}`);
      await mkdir(state);
      for (const [name, bytes] of disk.cut(random)) await writeFile(join(state, name), bytes);
      const wrong = await openAfterCut(state, [...orders.values()]);
      if (wrong.length > 0) result.wrongStates += 1;
      if (result.wrong.length < SHOWN)
        result.wrong.push(...wrong.slice(0, SHOWN).map((line) => `cut ${cut}: ${line}`));
      result.states += 1;
      await rm(state, { recursive: true });
      if (result.states % 100 === 0) asked.note?.(`${result.states} states, ${result.wrongStates} wrong`);
    }
    return result;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The files as they were, and each change of them since. */
async function recordSaves(
  folder: string,
  { library, orders, pauses, careless = false }: PowerCutsAsked,
): Promise<{ before: Map<string, Buffer>; changes: Change[] }> {
  const url = join(folder, DATABASE);
  const opened = await openDatabase<Database>({ url });
  await migrate(opened, { migrations: MIGRATIONS, now: NOW });
  const { organisationId } = await seedOrganisation(opened.db);
  const canteenId = (await seedCanteen(opened.db, { organisationId })).id;
  const supplierId = (await seedSupplier(opened.db)).id;
  await opened.close();
  const before = new Map<string, Buffer>();
  for (const name of await readdir(folder)) before.set(name, await readFile(join(folder, name)));
  const log = join(dirname(folder), "changes");
  const asked: NoteAsked = {
    url,
    notes: join(folder, NOTES),
    canteenId,
    supplierId,
    orders,
    pauses,
    pauseMs: PAUSE_MS,
    careless,
  };
  const program = join(import.meta.dirname, "programs", "note-orders.ts");
  const child = spawn(process.execPath, [program, JSON.stringify(asked)], {
    env: { ...process.env, ...library.env({ folder, log }) },
    stdio: ["ignore", "inherit", "inherit"],
  });
  const [code] = await once(child, "close");
  if (code !== 0) throw new Error(`${basename(program)} ended with ${code}`);
  return { before, changes: readChanges(log, folder) };
}

/** Returns 1 for an acknowledgement. */
function readNote(bytes: Buffer, orders: Map<string, Known>): number {
  const { what, order } = JSON.parse(bytes.toString()) as Noted;
  const known = orders.get(order.id) ?? { kept: null, sent: null };
  orders.set(order.id, what === "sent" ? { ...known, sent: order } : { kept: order, sent: null });
  return what === "kept" ? 1 : 0;
}

async function openAfterCut(folder: string, orders: readonly Known[]): Promise<string[]> {
  try {
    const opened = await openDatabase<Database>({ url: join(folder, DATABASE) });
    try {
      await migrate(opened, { migrations: MIGRATIONS, now: NOW });
      return await readSnapshot(opened.reader, async (db) => [
        ...(await compareOrders(db, orders)).wrong,
        ...(await listDamage({ db, engine: opened.engine })),
      ]);
    } finally {
      await opened.close();
    }
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}
