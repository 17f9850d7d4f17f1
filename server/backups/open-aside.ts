import { constants, copyFile } from "node:fs/promises";
import { join } from "node:path";
import type { Database } from "../../db/database.ts";
import { MIGRATIONS } from "../../db/migrations/list.ts";
import { schemaVersion } from "../../db/migrator.ts";
import type { OpenedDatabase } from "../../db/open.ts";
import { openDatabase } from "../../db/open.ts";
import { readSnapshot } from "../../db/transaction.ts";
import { BackupError } from "./backup-error.ts";
import type { Facts } from "./facts.ts";
import { compareFacts, listDamage, readFacts } from "./facts.ts";
import { DATABASE_FILE, hashOf } from "./manifest.ts";

const SHOWN = 5;
const LAST_SCHEMA = MIGRATIONS.at(-1)?.name;

/** A backup's database restored into a folder of its own, where it is opened as any other. */
export interface Restored {
  path: string;
  opened: OpenedDatabase<Database>;
}

/** Copies the database of `from` into `folder`, which is there and empty, and opens it. `altered` when the copy is not it. */
export async function restoreAside(from: string, folder: string): Promise<Restored> {
  const [source, path] = [join(from, DATABASE_FILE), join(folder, DATABASE_FILE)];
  await copyFile(source, path, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
  if ((await hashOf(source)) !== (await hashOf(path))) throw new BackupError("altered", DATABASE_FILE);
  try {
    return { path, opened: await openDatabase<Database>({ url: path }) };
  } catch (cause) {
    throw new BackupError("altered", DATABASE_FILE, { cause });
  }
}

/** Where the database holds other facts than these; throws `not-proven` when it is damaged in itself. */
export async function findDifferences(
  { reader, engine }: Pick<OpenedDatabase<Database>, "reader" | "engine">,
  expected: Facts,
): Promise<string[]> {
  return await readSnapshot(reader, async (db) => {
    const damage = await listDamage({ db, engine });
    if (damage.length > 0) throw notProven(damage);
    return compareFacts(expected, await readFacts({ db, engine }));
  });
}

export function notProven(reasons: readonly string[]): BackupError {
  return new BackupError("not-proven", someOf(reasons));
}

/** The first few, for a sentence. */
export function someOf(reasons: readonly string[]): string {
  return reasons.slice(0, SHOWN).join("; ");
}

/** Schema of the database; `other-schema` unless it is the last that this program knows. */
export async function requireSchema(
  opened: Pick<OpenedDatabase<Database>, "reader" | "engine">,
): Promise<string> {
  const schema = await schemaVersion(opened);
  if (schema === null || schema !== LAST_SCHEMA) throw new BackupError("other-schema", schema ?? "-");
  return schema;
}
