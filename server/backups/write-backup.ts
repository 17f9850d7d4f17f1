import { mkdir, open, readdir, rename, stat, statfs, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import type { Kysely } from "kysely";
import { copyDatabase } from "../../db/copy-database.ts";
import type { Database } from "../../db/database.ts";
import { MIGRATIONS } from "../../db/migrations/list.ts";
import { migrate } from "../../db/migrator.ts";
import type { OpenedDatabase } from "../../db/open.ts";
import { openDatabase } from "../../db/open.ts";
import { readSnapshot } from "../../db/transaction.ts";
import { openSqliteCopier, sqliteErrorCode } from "../../db/vacuum-into.ts";
import program from "../../package.json" with { type: "json" };
import type { IsoInstant } from "../../shared/facts.ts";
import { BackupError } from "./backup-error.ts";
import type { Facts } from "./facts.ts";
import { listDamage, NO_FACTS, readFacts } from "./facts.ts";
import type { Manifest } from "./manifest.ts";
import { BACKUP_FORMAT, DATABASE_FILE, HASHES_FILE, hashesOf, MANIFEST_FILE } from "./manifest.ts";
import { findDifferences, notProven, requireSchema, restoreAside } from "./open-aside.ts";
import { discard, makeTemporaryFolder } from "./temporary-folder.ts";

export interface BackupSource {
  opened: OpenedDatabase<Database>;
  /** File of a SQLite database; null: PostgreSQL. */
  path: string | null;
}

/** A write that falls between the two beginnings makes them two states: then both begin anew. */
const ATTEMPTS = 5;

/**
 * Writes a backup into `folder`, absent or empty, while others write, and restores it aside before it is called good.
 * The folder appears whole or not at all. `damaged`: what proves nothing is copied all the same, and its manifest says
 * what is wrong. Throws BackupError.
 */
export async function writeBackup(
  { opened, path }: BackupSource,
  { folder, now, damaged = false }: { folder: string; now: IsoInstant; damaged?: boolean },
): Promise<Manifest> {
  const target = resolve(folder);
  await requireEmpty(target);
  const schema = await requireSchema(opened);
  // A sibling: renaming stays on one disk.
  const partial = await makeTemporaryFolder(`${target}.partial`).catch((error: unknown) => {
    throw asRefusal(error);
  });
  try {
    if (path !== null) await requireRoom(partial, path);
    const facts = await copyAndProve({ opened, path }, { partial, now }).catch(async (error: unknown) => {
      if (!damaged || !isUnproven(error)) throw error;
      await discard(join(partial, DATABASE_FILE));
      return await copyDamaged({ opened, path }, { partial, now });
    });
    const manifest: Manifest = {
      format: BACKUP_FORMAT,
      version: program.version,
      schema,
      engine: opened.engine,
      engineVersion: opened.version,
      madeAt: now,
      ...facts,
    };
    await writeFile(join(partial, MANIFEST_FILE), `${JSON.stringify(manifest, null, 1)}\n`);
    await writeFile(join(partial, HASHES_FILE), await hashesOf(partial));
    for (const name of [DATABASE_FILE, MANIFEST_FILE, HASHES_FILE, "."]) await flush(join(partial, name));
    await rename(partial, target);
    await flush(dirname(target));
    return manifest;
  } catch (error) {
    throw asRefusal(error);
  } finally {
    await discard(partial);
  }
}

/** What the disk or the engine refused, as a BackupError; anything else is a bug and stays what it is. */
export function asRefusal(error: unknown): unknown {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (/^(ENOSPC|EDQUOT|EFBIG|SQLITE_FULL)/.test(code))
    return new BackupError("no-room", "", { cause: error });
  if (/^(EACCES|EPERM|EROFS|EBUSY|ENOENT|ENOTDIR|EXDEV|SQLITE_READONLY|SQLITE_CANTOPEN)/.test(code))
    return new BackupError("not-writable", "", { cause: error });
  if (/^SQLITE_(CORRUPT|NOTADB|IOERR)/.test(code))
    return new BackupError("not-proven", code, { cause: error });
  return error;
}

async function requireEmpty(folder: string): Promise<void> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw asRefusal(error);
  });
  if (names.length > 0) throw new BackupError("folder-not-empty");
}

/** The backup and its restoration, at the size of what is copied. */
async function requireRoom(folder: string, path: string): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize < 2 * (await stat(path)).size) throw new BackupError("no-room");
}

/** Copies until the copy, restored aside, is sound and is the very state that was read: all that both hold says so. */
async function copyAndProve(
  { opened, path }: BackupSource,
  { partial, now }: { partial: string; now: IsoInstant },
): Promise<Facts> {
  for (let attempt = 1; ; attempt++) {
    const facts = await (path === null
      ? copyPostgres(opened, { partial, now })
      : copySqlite(opened, { partial, path }));
    const differences = await proveAside(partial, facts);
    if (differences.length === 0) return facts;
    if (attempt === ATTEMPTS) throw notProven(differences);
    await discard(join(partial, DATABASE_FILE));
  }
}

/** A snapshot is pinned, then copied at once: only a write between the two could tell them apart. */
async function copySqlite(
  { reader, engine }: OpenedDatabase<Database>,
  { partial, path }: { partial: string; path: string },
): Promise<Facts> {
  const copier = openSqliteCopier(path);
  try {
    return await readSnapshot(reader, async (db) => {
      copier.copyInto(join(partial, DATABASE_FILE));
      return await readFacts({ db, engine });
    });
  } finally {
    copier.close();
  }
}

function isUnproven(error: unknown): boolean {
  const refusal = asRefusal(error);
  return refusal instanceof BackupError && refusal.refusal === "not-proven";
}

/** What is there, as it is, with what is wrong with it; facts are left out where they cannot be read. */
async function copyDamaged(
  { opened, path }: BackupSource,
  { partial, now }: { partial: string; now: IsoInstant },
): Promise<Facts & Pick<Manifest, "damage">> {
  if (path === null) await copyPostgres(opened, { partial, now });
  else {
    const copier = openSqliteCopier(path);
    await copier.copyPages(join(partial, DATABASE_FILE)).finally(copier.close);
  }
  return await lookAside(partial, async ({ reader, engine }) => {
    // Each by itself: what cannot be read ends its snapshot.
    const damage = await readSnapshot(reader, (db) => listDamage({ db, engine })).catch(asDamage);
    const facts = await readSnapshot(reader, (db) => readFacts({ db, engine })).catch(() => NO_FACTS);
    return { ...facts, ...(damage.length > 0 && { damage }) };
  });
}

function asDamage(error: unknown): string[] {
  return [sqliteErrorCode(error) ?? String(error)];
}

async function copyPostgres(
  { reader, engine }: OpenedDatabase<Database>,
  { partial, now }: { partial: string; now: IsoInstant },
): Promise<Facts> {
  const copy = await openDatabase<Database>({ url: join(partial, DATABASE_FILE) });
  try {
    await migrate(copy, { migrations: MIGRATIONS, now });
    return await readSnapshot(reader, async (db) => {
      await copy.migrating((trx) =>
        copyDatabase({ db, engine }, { db: trx as Kysely<Database>, engine: "sqlite" }, () => undefined),
      );
      return await readFacts({ db, engine });
    });
  } finally {
    await copy.close();
  }
}

/** Restores the backup into a folder inside it; throws when it is damaged, returns where it is another state. */
function proveAside(partial: string, facts: Facts): Promise<string[]> {
  return lookAside(partial, (opened) => findDifferences(opened, facts));
}

/** The backup restored into a folder inside it, for the time of a look. */
async function lookAside<T>(
  partial: string,
  look: (opened: OpenedDatabase<Database>) => Promise<T>,
): Promise<T> {
  const folder = join(partial, "restored");
  await mkdir(folder);
  try {
    const { opened } = await restoreAside(partial, folder);
    return await look(opened).finally(opened.close);
  } finally {
    await discard(folder);
  }
}

/** Onto the disk itself: SQLite does not wait for it when it copies. */
async function flush(path: string): Promise<void> {
  const handle = await open(path, "r");
  await handle.sync().finally(() => handle.close());
}
