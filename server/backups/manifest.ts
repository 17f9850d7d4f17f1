import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import type { IsoInstant } from "../../shared/facts.ts";
import { BackupError } from "./backup-error.ts";
import type { Facts } from "./facts.ts";

/** A backup is a folder of these three: a SQLite database whatever the engine, what it holds, and their hashes. */
export const DATABASE_FILE = "bonnepart.sqlite";
export const MANIFEST_FILE = "manifest.json";
/** As `sha256sum -c` reads it. */
export const HASHES_FILE = "SHA256SUMS";

/** Raised when the folder is made in another way. */
export const BACKUP_FORMAT = 1;

export interface Manifest extends Facts {
  format: typeof BACKUP_FORMAT;
  /** Of the program. */
  version: string;
  /** Name of the last migration. */
  schema: string;
  /** What the installation runs on: the backup itself is always SQLite. */
  engine: string;
  engineVersion: string;
  madeAt: IsoInstant;
  /** What was wrong with the database, in a few words each: copied as it was, it proves nothing. Absent: nothing was. */
  damage?: readonly string[];
}

/** The text of SHA256SUMS for the two other files of the folder. */
export async function hashesOf(folder: string): Promise<string> {
  const lines: string[] = [];
  for (const name of [DATABASE_FILE, MANIFEST_FILE])
    lines.push(`${await hashOf(join(folder, name))}  ${name}`);
  return `${lines.join("\n")}\n`;
}

/** The manifest of a folder whose files are all as they were written. BackupError `no-backup` or `altered` otherwise. */
export async function readManifest(folder: string): Promise<Manifest> {
  const hashes = await readFile(join(folder, HASHES_FILE), "utf8").catch((error: unknown) =>
    missing(HASHES_FILE, error),
  );
  for (const name of [DATABASE_FILE, MANIFEST_FILE]) {
    const hash = await hashOf(join(folder, name)).catch((error: unknown) => missing(name, error));
    if (!hashes.includes(`${hash}  ${name}\n`)) throw new BackupError("altered", name);
  }
  if (hashes !== (await hashesOf(folder))) throw new BackupError("altered", HASHES_FILE);
  const manifest = JSON.parse(await readFile(join(folder, MANIFEST_FILE), "utf8")) as Manifest;
  // Its hash is right, so a program of ours wrote it: only a later one can have written another format.
  if (manifest.format !== BACKUP_FORMAT) throw new BackupError("other-schema", `format ${manifest.format}`);
  return manifest;
}

/** SHA-256 of a file, hex, read as a stream. */
export async function hashOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}

function missing(name: string, cause: unknown): never {
  throw new BackupError("no-backup", name, { cause });
}
