import { access, rename } from "node:fs/promises";
import { join } from "node:path";
import type { Database } from "../../db/database.ts";
import { MIGRATIONS } from "../../db/migrations/list.ts";
import { migrate } from "../../db/migrator.ts";
import type { OpenedDatabase } from "../../db/open.ts";
import { endAllSessions } from "../../db/queries/sessions.ts";
import { digestTables } from "../../db/table-rows.ts";
import { readSnapshot } from "../../db/transaction.ts";
import type { IsoInstant } from "../../shared/facts.ts";
import { BackupError } from "./backup-error.ts";
import { compareFacts, listDamage, readFacts } from "./facts.ts";
import type { Manifest } from "./manifest.ts";
import { readManifest } from "./manifest.ts";
import { moveDatabase } from "./move-database.ts";
import { forgetMoved } from "./moved-mark.ts";
import { notProven, restoreAside } from "./open-aside.ts";
import { discard, makeTemporaryFolder } from "./temporary-folder.ts";
import { asRefusal } from "./write-backup.ts";

export interface RestoreTarget {
  /** DATA_DIR: made when it is not there. */
  dataDir: string;
  /** File of the SQLite database, in `dataDir`; null: PostgreSQL. */
  path: string | null;
  /** `postgres://...`; null: SQLite. */
  url: string | null;
}

/**
 * Restores a backup where there is no database yet: its files are verified first, then its figures, and only then does it
 * stand in its place. Throws BackupError, and nothing was written. Nobody who was signed in still is.
 */
export async function restoreBackup(
  folder: string,
  { target, now }: { target: RestoreTarget; now: IsoInstant },
): Promise<Manifest> {
  const { path, url, dataDir } = target;
  if (path !== null) await requireAbsent(path);
  const manifest = await readManifest(folder);
  if (!MIGRATIONS.some(({ name }) => name === manifest.schema))
    throw new BackupError("other-schema", manifest.schema);
  let aside: string | null = null;
  try {
    aside = await makeTemporaryFolder(join(dataDir, "restoring"));
    const restored = await restoreAside(folder, aside);
    try {
      await proveAndUpdate(restored.opened, { manifest, now });
      if (url !== null) await moveDatabase(restored.opened, { url, now });
    } finally {
      await restored.opened.close();
    }
    if (path !== null) {
      await requireAbsent(path);
      await rename(restored.path, path);
    }
    return manifest;
  } catch (error) {
    throw asRefusal(error);
  } finally {
    if (aside !== null) await discard(aside);
  }
}

/** What it was when it was made, brought to today's schema: tables then change, what they add up to does not. */
async function proveAndUpdate(
  opened: OpenedDatabase<Database>,
  { manifest, now }: { manifest: Manifest; now: IsoInstant },
): Promise<void> {
  const { engine, reader } = opened;
  const tables = await readSnapshot(reader, (db) => digestTables(db, engine));
  requireNone(compareFacts(manifest, { ...manifest, tables }));
  await migrate(opened, { migrations: MIGRATIONS, now });
  await readSnapshot(reader, async (db) => {
    requireNone(await listDamage({ db, engine }));
    const facts = await readFacts({ db, engine });
    requireNone(compareFacts({ ...manifest, tables: facts.tables }, facts));
  });
  await endAllSessions(opened.db);
  // The backup of a database that was moved: what is restored is in service again.
  await forgetMoved(opened.db);
}

function requireNone(differences: readonly string[]): void {
  if (differences.length > 0) throw notProven(differences);
}

async function requireAbsent(path: string): Promise<void> {
  for (const file of [path, `${path}-wal`, `${path}-journal`]) {
    const isThere = await access(file).then(
      () => true,
      () => false,
    );
    if (isThere) throw new BackupError("not-empty", file);
  }
}
