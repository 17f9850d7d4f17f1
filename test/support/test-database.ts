import { copyFile, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import pg from "pg";
import type { Engine } from "../../db/engine.ts";
import { sharedDatabase } from "./shared-databases.ts";

/**
 * "migrated": the product's tables, empty. "installed": with the communes of France too, as a start of the product
 * leaves them. "bare": not one table.
 */
export type Schema = "migrated" | "installed" | "bare";

export interface TestDatabase {
  /** What openDatabase takes, and DATABASE_URL too. */
  readonly url: string;
  remove(): Promise<void>;
}

/** A database of its own for the caller, who removes it after closing its connections. */
export async function createTestDatabase(engine: Engine, schema: Schema = "migrated"): Promise<TestDatabase> {
  return engine === "sqlite" ? createSqliteFile(schema) : createPostgresDatabase(schema);
}

/** Makes the folder an installation on SQLite that was started once: a start there reads no commune again. */
export async function installIn(dataDir: string): Promise<void> {
  await copySqlite("sqlite-installed", join(dataDir, "bonnepart.sqlite"));
}

/** Makes the folder an installation on SQLite with the demonstration as of DEMONSTRATION_DAY. */
export async function installDemonstrationIn(dataDir: string): Promise<void> {
  await copySqlite("demonstration", join(dataDir, "bonnepart.sqlite"));
}

async function createSqliteFile(schema: Schema): Promise<TestDatabase> {
  const folder = await mkdtemp(join(tmpdir(), "bonnepart-sqlite-"));
  const url = join(folder, "bonnepart.sqlite");
  if (schema !== "bare") await copySqlite(`sqlite-${schema}`, url);
  return { url, remove: () => rm(folder, { recursive: true, force: true }) };
}

async function copySqlite(
  name: "sqlite-migrated" | "sqlite-installed" | "demonstration",
  to: string,
): Promise<void> {
  const { path } = await sharedDatabase(name);
  await mkdir(dirname(to), { recursive: true });
  await copyFile(path, to);
}

async function createPostgresDatabase(schema: Schema): Promise<TestDatabase> {
  const { url } = await sharedDatabase("postgres");
  const name = `bonnepart_${process.pid}_${crypto.randomUUID().slice(0, 8)}`;
  const source =
    schema === "bare"
      ? "template0 encoding 'UTF8' locale 'C' locale_provider icu icu_locale 'fr-FR'"
      : (await sharedDatabase(`postgres-${schema}`)).template;
  await administer(url, `create database ${name} template ${source}`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  return { url: own.href, remove: () => administer(url, `drop database if exists ${name} with (force)`) };
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}
